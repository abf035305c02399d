import type { Payment } from '../../../ir/plan/plan.ts'
import type { Part, PartKind } from './parts.ts'

/** Settings for people that no verdict depends on, by kind of part. */
const COSMETIC: Partial<Record<PartKind, readonly string[]>> = {
  rule: ['label'],
  exclusion: ['label'],
  criterion: ['ask'],
  stage: ['id'],
}

/** Whether a field holds several values; of its table the first row counts that one of them is. */
type IsList = (field: string) => boolean

const NO_LISTS: IsList = () => false

/**
 * A canonical text of a value, independent of its place in a file, and of the order in which a condition lists its values
 * and a table its rows.
 */
export function meaning(value: unknown, isList: IsList = NO_LISTS): string {
  return JSON.stringify(value, (key, inner) => (key === 'place' ? undefined : ordered(key, inner, isList))) ?? ''
}

function ordered(key: string, value: unknown, isList: IsList): unknown {
  if (key === 'values' && Array.isArray(value)) return [...new Set(value.map(each => JSON.stringify(each)))].sort()
  if (!isTable(value) || isList(value.field)) return value
  const rows = new Map<string, unknown>()
  for (const row of value.rows) {
    const name = JSON.stringify(row.value)
    if (!rows.has(name)) rows.set(name, row)
  }
  return { ...value, rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row) }
}

function isTable(value: unknown): value is Extract<Payment, { kind: 'table' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'table' && 'rows' in value
}

/** The settings of a part that affect verdicts. */
export function meaningOf({ kind, value }: Part, isList: IsList = NO_LISTS): string {
  const left = new Set<string>(COSMETIC[kind] ?? [])
  if (Array.isArray(value)) return meaning(value, isList)
  return meaning(Object.fromEntries(Object.entries(value).filter(([key]) => !left.has(key))), isList)
}
