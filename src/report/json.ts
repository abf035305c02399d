import { escapeUnsafe } from './terminal/terminal-text.ts'

/**
 * A value as a JSON document that is safe to print in a terminal and in a CI log: the same value, with characters that
 * could
 * act on them escaped as `\u....`.
 */
export function printJson(value: unknown): string {
  const json = escapeUnsafe(JSON.stringify(value, null, 2))
  return `${json.replace(/(?<=##\w*)\[/g, '\\u005b')}\n`
}
