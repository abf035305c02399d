import type { Inline, InlineMap, Written, WrittenEntry, WrittenItem } from './yaml-write.ts'

/** Short words for the parts of a document. */

export type Pair = readonly [string | number, Inline]

/** `{ when: ..., points: 5 }`, in this order. */
export function pairs(...entries: readonly Pair[]): InlineMap {
  return new Map(entries)
}

export function inline(value: Inline): Written {
  return { kind: 'inline', value }
}

export function map(entries: readonly WrittenEntry[]): Written {
  return { kind: 'map', entries }
}

export function list(items: readonly WrittenItem[]): Written {
  return { kind: 'list', items }
}

/** A part of the rulebook with a blank line before it, if there is anything in it. */
export function section(key: string, value: Written | false | undefined, above?: string): WrittenEntry[] {
  return value === false || value === undefined ? [] : [{ key, value, above, apart: true }]
}
