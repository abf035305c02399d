import { Buffer } from 'node:buffer'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { type OpenTable, openTable } from '../../io/parquet/read-table.ts'
import type { TableColumn } from '../../io/parquet/table.ts'
import { isReadable } from '../../ir/results/format-version.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES, VERDICTS_NOTE, VERDICTS_VERSION } from '../../ir/results/verdict-file.ts'
import type { Host } from '../host.ts'

/** The verdicts of one run, by row; rows are sorted by key. */
export interface Verdicts {
  readonly rows: number
  readonly keys: readonly string[]
  /** Names of the scores, in the order of the rulebook. */
  readonly scores: readonly string[]
  /** A whole column; undefined if there is none of that name. */
  column(name: string): TableColumn | undefined
  text(row: number, name: string): string
  number(row: number, name: string): number | undefined
}

/** Reads the verdicts that a run wrote. */
export async function readVerdicts(path: string, host: Pick<Host, 'read'>): Promise<Verdicts> {
  const pieces: Uint8Array[] = []
  for await (const piece of await host.read(path)) pieces.push(piece)
  return verdictsIn(Buffer.concat(pieces), path)
}

export function verdictsIn(bytes: Uint8Array, path: string): Verdicts {
  const table = whole(path, () =>
    openTable({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) }),
  )
  refuseOtherFormat(table, path)
  const verdicts = whole(path, () => verdictsOf(table))
  const { column, text, number } = verdicts
  return {
    rows: verdicts.rows,
    scores: verdicts.scores,
    get keys() {
      return whole(path, () => verdicts.keys)
    },
    column: name => whole(path, () => column(name)),
    text: (row, name) => whole(path, () => text(row, name)),
    number: (row, name) => whole(path, () => number(row, name)),
  }
}

function refuseOtherFormat({ notes }: OpenTable, path: string): void {
  const version = notes[VERDICTS_NOTE]
  if (version === undefined || isReadable(version, VERDICTS_VERSION)) return
  const message = `${path} has format ${version}, and this leadq reads ${VERDICTS_VERSION}`
  const hint = 'name an output of that run, or score its input again by this leadq'
  throw new Refusal(diagnose('previous/format', message, { hint }), 'data')
}

function whole<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const hint = 'name another run with `previous`, or `none` for a fresh start'
    throw new Refusal(diagnose('previous/damaged', `${path} is damaged: ${error.message}`, { hint }), 'data')
  }
}

function verdictsOf(table: OpenTable): Verdicts {
  // Few of the columns are asked for.
  const columns = new Map<string, TableColumn | undefined>()
  let keys: readonly string[] | undefined
  const columnOf = (name: string) => {
    if (!columns.has(name)) columns.set(name, table.column(name))
    return columns.get(name)
  }
  const cell = (row: number, name: string) => {
    const column = columnOf(name)
    return column?.values[column.ids[row] ?? -1]
  }
  return {
    rows: table.rows,
    // The page of a run asks for none.
    get keys() {
      keys ??= table.keys()
      return keys
    },
    scores: table.columns.flatMap(({ name }) =>
      name.startsWith(VERDICT_PREFIXES.score) ? [name.slice(VERDICT_PREFIXES.score.length)] : [],
    ),
    column: columnOf,
    text: (row, name) => String(cell(row, name) ?? ''),
    number(row, name) {
      const value = cell(row, name)
      return typeof value === 'number' ? value : undefined
    },
  }
}

/** Leads by their keys, sorted; an id and an address that are spelled alike are two keys. */
export interface Keyed {
  readonly rows: number
  readonly keys: readonly string[]
  /** The name of the field that is the key of a row. */
  keyedBy(row: number): string
}

export function keyedOf(verdicts: Pick<Verdicts, 'rows' | 'keys' | 'column'>): Keyed {
  const { rows, keys } = verdicts
  const { values = [], ids = [] } = verdicts.column(VERDICT_NAMES.keyedBy) ?? {}
  return { rows, keys, keyedBy: row => String(values[ids[row] ?? -1] ?? '') }
}

/** Stands for the row of a lead in a run that it is not in. */
export const ABSENT = -1

/**
 * Takes the leads of two runs side by side, in the order of their keys: the row of each in both runs, or `ABSENT`.
 * Leads without a key are in neither.
 */
export function pairLeads(before: Keyed, now: Keyed, take: (before: number, now: number) => void): void {
  let [left, right] = [0, 0]
  while (left < before.rows || right < now.rows) {
    const [old, own] = [before.keys[left], now.keys[right]]
    const comes =
      old === undefined
        ? 1
        : own === undefined
          ? -1
          : compare(old, own) || compare(before.keyedBy(left), now.keyedBy(right))
    if ((comes <= 0 ? old : own) !== '') take(comes <= 0 ? left : ABSENT, comes >= 0 ? right : ABSENT)
    if (comes <= 0) left += 1
    if (comes >= 0) right += 1
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
