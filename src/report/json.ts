import { escapeUnsafe } from './terminal/terminal-text.ts'

/**
 * A value as a JSON document that is safe to show in a terminal and in the log of a CI run: the same value, what could
 * act on one spelled `\u....`.
 */
export function printJson(value: unknown): string {
  const json = escapeUnsafe(JSON.stringify(value, null, 2))
  return `${json.replace(/(?<=##\w*)\[/g, '\\u005b')}\n`
}
