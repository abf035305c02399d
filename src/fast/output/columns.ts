import { emptyFindings } from '../../engine/judge.ts'
import type { Column } from '../../ir/plan/columns.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { accountWith } from '../background.ts'
import { atLeast, type Fragments } from '../memory.ts'
import { learning, type Making, type PartOf } from '../pieces/judging.ts'
import type { Outcomes } from '../pieces/outcomes.ts'
import { createPiece, type Piece } from '../pieces/pieces.ts'
import type { Source } from '../pieces/questions.ts'

/** How a column of leadq is written. */
export interface Spelling {
  readonly column: Column
  /** What stands before it. */
  readonly before: string
  /** Of several columns that are one value. */
  readonly isWhole?: boolean
  /** Its text in the output. */
  print(verdict: Verdict): string
  /** Whether a spreadsheet would run it as a formula. */
  isFormula(verdict: Verdict): boolean
}

/** A column whose texts depend on one number. */
export interface Table {
  readonly source: Source
  /** What stands in the output for a number, what stands before it included. */
  text(id: number): string
  /** The fragment of each number; 0 if there is none. */
  fragments: Int32Array
  /** By number: 1 if a spreadsheet would run the cell as a formula. */
  formulas: Uint8Array
  /** Whether one of them is. */
  hasFormulas: boolean
  /** Numbers that have a fragment. */
  known: number
  /** Whether few different texts are to be expected. */
  readonly isFew: boolean
}

/** A column with a text for each record; records with the same key have the same text. */
export interface Own {
  keyOf(record: number): string
  verdictOf(record: number): Verdict
  readonly spelling: Spelling
  /** Of some keys that came up. */
  readonly fragments: Map<string, number>
}

/** A column of the output: by a table, by record, or the entries of the ledger, with what stands before it. */
export type Written = Table | Own | Reason

export interface Reason {
  readonly before: string
}

/** The columns of leadq; `filled` tells how many fields of a record are filled, plus 1. */
export function createColumns(
  columns: readonly Spelling[],
  making: Making,
  outcomes: Outcomes,
  { filled, ownerOf }: { readonly filled: Source; ownerOf(record: number): string },
): { readonly columns: readonly Written[]; readonly parts: readonly PartOf<unknown>[] } {
  const { bound, asOf, batch, budget, found } = making
  const parts: PartOf<unknown>[] = []
  const nothing: Verdict = emptyFindings(asOf, undefined)
  const table = (source: Source, spelling: Spelling, of: (id: number) => Partial<Verdict>) =>
    createTable(source, spelling, id => ({ ...nothing, ...of(id) }))
  const own = (spelling: Spelling, keyOf: Own['keyOf'], of: (record: number) => Partial<Verdict>): Own => ({
    keyOf,
    verdictOf: record => ({ ...nothing, ...of(record) }),
    spelling,
    fragments: new Map(),
  })
  /** What several pieces say together. */
  const joint = <T>(all: readonly Piece<T>[]) => {
    const questions = all.map(source => ({ source, answer: (id: number) => String(source.values[id]) }))
    const piece = createPiece<(T | undefined)[]>(batch, questions, budget)
    parts.push(learning(piece, record => all.map(({ values, ids }) => values[ids[record] ?? 0])))
    return piece
  }
  const has = (...kinds: readonly Column['kind'][]) => columns.some(({ column }) => kinds.includes(column.kind))
  const tags = joint(has('tags') ? outcomes.tags : [])
  const criteria = joint(has('met', 'missing') ? outcomes.criteria : [])
  const written = columns.map((spelling): Written => {
    const { column } = spelling
    switch (column.kind) {
      case 'stage':
        return table(outcomes.stage, spelling, id => ({ stage: outcomes.stage.values[id] ?? '' }))
      case 'total':
        return table(outcomes.total, spelling, id => ({ total: outcomes.total.value(id) }))
      case 'score': {
        const score = found.scores[column.index]
        if (score === undefined) return constant(batch, spelling, nothing)
        return table(score, spelling, id => {
          const scores: (number | undefined)[] = []
          scores[column.index] = score.value(id)
          return { scores }
        })
      }
      case 'grade':
        return table(outcomes.grade, spelling, id => ({ grade: outcomes.grade.values[id] }))
      case 'chance':
        return table(outcomes.chance, spelling, id => ({ chance: outcomes.chance.values[id] }))
      case 'segment': {
        const segment = outcomes.segments[column.index]
        if (segment === undefined) return constant(batch, spelling, nothing)
        return table(segment, spelling, id => {
          const segments: string[] = []
          segments[column.index] = segment.values[id] ?? ''
          return { segments }
        })
      }
      case 'tags':
        return table(tags, spelling, id => ({ tags: (tags.values[id] ?? []).map(tag => tag === true) }))
      case 'met':
      case 'missing':
        return table(criteria, spelling, id => ({ criteria: criteria.values[id] ?? [] }))
      case 'excluded':
        return table(outcomes.excluded, spelling, id => ({ excluded: outcomes.excluded.values[id] ?? [] }))
      case 'next':
        return table(outcomes.next, spelling, id => ({ next: outcomes.next.values[id]?.next ?? '' }))
      case 'due':
        return table(outcomes.due, spelling, id => ({ due: outcomes.due.value(id) }))
      case 'completeness': {
        const fields = bound.fields.filter(field => field.read && field.columns.length > 0).length
        return table(filled, spelling, id => ({ completeness: completenessOf(id - 1, fields) }))
      }
      case 'account': {
        const { figure } = column
        const { backgrounds } = found
        if (figure !== 'name' && spelling.isWhole !== true) {
          const numbers = backgrounds.account(figure)
          return table(numbers, spelling, id => ({ account: accountWith(figure, numbers.value(id)) }))
        }
        // Leads of one account have the same figures.
        const accountOf = (record: number) => backgrounds.of(record)?.account
        return own(
          spelling,
          record => accountOf(record)?.name ?? '',
          record => ({ account: accountOf(record) }),
        )
      }
      case 'since':
      case 'stage_before':
        return table(outcomes.entry, spelling, id => outcomes.entry.values[id] ?? {})
      case 'duplicate_of':
        return constant(batch, spelling, nothing)
      case 'reasons':
        return { before: spelling.before }
      case 'owner':
        return own(spelling, ownerOf, record => ({ owner: ownerOf(record) }))
      default:
        return column satisfies never
    }
  })
  return { columns: written, parts }
}

/** Whole per cent, rounded half up; 100 where there is nothing to fill. */
function completenessOf(filled: number, fields: number): number {
  return fields === 0 ? 100 : Math.floor((200 * filled + fields) / (2 * fields))
}

function constant(batch: number, spelling: Spelling, verdict: Verdict): Table {
  const source = { ids: new Int32Array(batch).fill(1), size: () => 2, hasUnknown: () => false }
  return createTable(source, spelling, () => verdict)
}

/** Columns of numbers. */
const MANY: ReadonlySet<Column['kind']> = new Set(['total', 'score', 'chance', 'completeness'])

function createTable(source: Source, spelling: Spelling, verdictOf: (id: number) => Verdict): Table {
  const { kind } = spelling.column
  const table: Table = {
    source,
    text(id) {
      const verdict = verdictOf(id)
      if (spelling.isFormula(verdict)) {
        table.formulas = atLeast(table.formulas, id)
        table.formulas[id] = 1
        table.hasFormulas = true
      }
      return spelling.before + spelling.print(verdict)
    },
    fragments: new Int32Array(64),
    formulas: new Uint8Array(64),
    hasFormulas: false,
    known: 1,
    isFew: !MANY.has(kind),
  }
  return table
}

/** Gives every number that came up a fragment. */
export function extendTable(table: Table, fragments: Fragments): void {
  const size = table.source.size()
  table.fragments = atLeast(table.fragments, size)
  table.formulas = atLeast(table.formulas, size)
  for (; table.known < size; table.known += 1) table.fragments[table.known] = fragments.of(table.text(table.known))
}
