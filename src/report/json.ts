import { escapeUnsafe } from './text.ts'

/** A value as a JSON document that is safe to show in a terminal: the same value, what could act on one spelled `\u....`. */
export function printJson(value: unknown): string {
  return `${escapeUnsafe(JSON.stringify(value, null, 2))}\n`
}
