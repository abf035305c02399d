import type { Bins } from '../bins/bins.ts'
import type { Column } from '../bins/column.ts'
import { makeBins } from '../bins/make-bins.ts'
import { splitInTime } from '../choice/folds.ts'
import { evidenceOf, OPEN } from '../evidence/column-evidence.ts'
import { type ColumnDrift, driftOf } from '../evidence/drift.ts'
import { type Leak, leakOf } from '../evidence/leaks.ts'
import { nameKind } from '../evidence/names.ts'

/** The user's decisions on columns, by heading or field. */
export interface ColumnWishes {
  /** Known on the first day, whatever the checks find. */
  readonly use: ReadonlySet<string>
  /** Not used. */
  readonly never: ReadonlySet<string>
  /** Columns that are used alone, if there are any. */
  readonly only: ReadonlySet<string>
}

/** Wishes, and the fields that rules which stay read already. */
export interface ColumnLimits extends ColumnWishes {
  readonly kept: ReadonlySet<string>
}

/** Why a column is not learned from. */
export type Refused =
  | { readonly because: 'wish' | 'kept' | 'protected' | 'identity' | 'constant' }
  | { readonly because: 'leak'; readonly leak: Leak }

export interface Screened {
  readonly used: readonly Bins[]
  readonly refused: readonly { readonly column: Column; readonly why: Refused }[]
  /** Used, though they may be known only later. */
  readonly questions: readonly { readonly column: Column; readonly leak: Leak }[]
  readonly standIns: readonly Column[]
  readonly drifts: readonly { readonly column: Column; readonly drift: ColumnDrift }[]
}

/** Which columns may be learned from. All parts of one field (its words, its kinds of mail) share its fate. */
export function screenColumns(
  columns: readonly Column[],
  endings: Uint8Array,
  order: Float64Array | undefined,
  wishes: ColumnLimits,
): Screened {
  const closed = closedRows(endings)
  const all = Int32Array.from({ length: endings.length }, (_, row) => row)
  const judged = columns.map(column => judge(column, all, endings, closed, wishes))
  const usable = judged.filter(({ why }) => why === undefined)
  const usedFields = new Set(usable.map(({ column }) => column.field))
  const unused = judged.filter(({ column }) => !usedFields.has(column.field))
  const fold = order === undefined ? undefined : splitInTime(closed, order)
  return {
    used: usable.map(({ bins }) => bins),
    refused: firstOfField(unused.flatMap(({ column, why }) => (why === undefined ? [] : [{ column, why }]))),
    questions: firstOfField(usable.flatMap(({ column, leak }) => (leak === undefined ? [] : [{ column, leak }]))),
    standIns: firstOfField(usable.filter(({ column }) => nameKind(column.field, column.heading) === 'stand-in')).map(
      ({ column }) => column,
    ),
    drifts:
      fold === undefined
        ? []
        : firstOfField(
            usable.flatMap(({ column, bins }) => {
              const drift = driftOf(bins, endings, fold)
              return drift === undefined ? [] : [{ column, drift }]
            }),
          ),
  }
}

export function closedRows(endings: Uint8Array): Int32Array {
  return Int32Array.from(endings.keys()).filter(row => endings[row] !== OPEN)
}

function firstOfField<T extends { readonly column: Column }>(found: readonly T[]): T[] {
  const seen = new Set<string>()
  return found.filter(({ column: { field } }) => !seen.has(field) && Boolean(seen.add(field)))
}

interface Judged {
  readonly column: Column
  readonly bins: Bins
  readonly why: Refused | undefined
  /** A question that does not keep it from being used. */
  readonly leak: Leak | undefined
}

function judge(column: Column, all: Int32Array, endings: Uint8Array, closed: Int32Array, wishes: ColumnLimits): Judged {
  const bins = makeBins(column, all)
  const refuse = (why: Refused): Judged => ({ column, bins, why, leak: undefined })
  const isNamed = (names: ReadonlySet<string>) => names.has(column.field) || names.has(column.heading)
  const kind = nameKind(column.field, column.heading)
  if (isNamed(wishes.never) || (wishes.only.size > 0 && !isNamed(wishes.only))) return refuse({ because: 'wish' })
  if (wishes.kept.has(column.field) && !wishes.use.has(column.field)) return refuse({ because: 'kept' })
  if (kind === 'identity') return refuse({ because: 'identity' })
  const isWished = isNamed(wishes.use) || isNamed(wishes.only)
  if (kind === 'protected' && !isWished) return refuse({ because: 'protected' })
  if (isConstant(bins, closed)) return refuse({ because: 'constant' })
  const leak = isWished ? undefined : leakOf(evidenceOf(bins, endings, closed), kind)
  if (leak === undefined) return { column, bins, why: undefined, leak: undefined }
  return leak.verdict === 'ask-later' ? { column, bins, why: undefined, leak } : refuse({ because: 'leak', leak })
}

function isConstant({ codes }: Bins, closed: Int32Array): boolean {
  const first = codes[closed[0] ?? 0]
  return closed.every(row => codes[row] === first)
}

/** The name of a column for people. */
export function namesOf(columns: readonly Column[]): string[] {
  return [...new Set(columns.map(({ heading }) => heading))]
}
