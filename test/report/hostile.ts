/** Characters that could take over a terminal: an escape, C1, a bidi override, line breaks, a tab, a separator. */
export const HOSTILE = '\u001b[31m\u009b2J\u202ecba\u2028\r\n\t\u0007\u007f\ufeff'

/** Control characters other than the line feed, and other invisible characters with an effect. */
export const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

/** The same value with hostile text behind every text and key in it, the words of leadq's own unions left alone. */
export function poison<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => {
    if (typeof part === 'string' && !KEPT.has(part)) return part + HOSTILE
    const isMap = typeof part === 'object' && part !== null && !Array.isArray(part) && !('format_version' in part)
    return isMap ? Object.fromEntries(Object.entries(part).map(([key, item]) => [rename(key), item])) : part
  })
}

/** Keys that are data; the keys of leadq's own types stay. */
function rename(key: string): string {
  return NAMES.has(key) ? key + HOSTILE : key
}

const KEPT = new Set([
  ...['csv', 'Windows-1252', 'CRLF', 'rulebook', 'system', 'heading'],
  ...['error', 'warning', 'info', 'bind/ambiguous-date'],
  ...['holds', 'fails', 'unknown', 'met', 'not_met'],
])
const NAMES = new Set(['SQL', 'fit', 'A1', 'temperature', 'funnel', 'hot', 'pql', 'competitor', 'preamble'])
