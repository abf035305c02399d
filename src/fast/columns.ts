import { compileCells } from '../engine/cells.ts'
import { emptyFindings } from '../engine/judge.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../io/formula.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Column } from '../ir/plan/columns.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { learning, type Making, type PartOf } from './judging.ts'
import { atLeast, type Fragments } from './memory.ts'
import type { Outcomes } from './outcomes.ts'
import { createPiece, type Piece, type Source } from './pieces.ts'

/** How leads are written. */
export interface Spelled {
  readonly delimiter: string
  readonly lineEnd: string
  readonly escapeFormulas: boolean
}

/** A column whose texts depend on one number. */
export interface Table {
  readonly source: Source
  /** What stands in the output for a number: a delimiter and the cell. */
  text(id: number): string
  /** The fragment of each number; 0 if there is none. */
  fragments: Int32Array
  /** By number: 1 if a spreadsheet would run the cell as a formula. */
  formulas: Uint8Array
  /** Whether one of them is. */
  hasFormulas: boolean
  /** Numbers that have a fragment. */
  known: number
}

/** A column of the output: by a table, or worked out lead by lead. */
export type Written = Table | 'reasons' | 'owner'

/** The columns of leadq; `filled` tells how many fields of a record are filled, plus 1. */
export function createColumns(
  columns: readonly Column[],
  making: Making,
  outcomes: Outcomes,
  filled: Source,
  spelled: Spelled,
): { readonly columns: readonly Written[]; readonly parts: readonly PartOf<unknown>[] } {
  const { bound, asOf, batch, budget, found } = making
  const parts: PartOf<unknown>[] = []
  const nothing: Verdict = emptyFindings(asOf, undefined)
  const table = (source: Source, column: Column, of: (id: number) => Partial<Verdict>) => {
    const cellsOf = compileCells(bound, [column])
    return createTable(source, id => cellsOf({ ...nothing, ...of(id) })[0] ?? '', spelled)
  }
  /** A column that joins what several pieces say. */
  const joined = <T>(column: Column, all: readonly Piece<T>[], of: (values: (T | undefined)[]) => Partial<Verdict>) => {
    const questions = all.map(source => ({ source, answer: (id: number) => String(source.values[id]) }))
    const piece = createPiece<(T | undefined)[]>(batch, questions, budget)
    parts.push(learning(piece, record => all.map(({ values, ids }) => values[ids[record] ?? 0])))
    return table(piece, column, id => of(piece.values[id] ?? []))
  }
  const written = columns.map((column): Written => {
    switch (column.kind) {
      case 'stage':
        return table(outcomes.stage, column, id => ({ stage: outcomes.stage.values[id] ?? '' }))
      case 'total':
        return table(outcomes.total, column, id => ({ total: outcomes.total.value(id) }))
      case 'score': {
        const score = found.scores[column.index]
        if (score === undefined) return constant(batch, column, nothing, bound, spelled)
        return table(score, column, id => {
          const scores: (number | undefined)[] = []
          scores[column.index] = score.value(id)
          return { scores }
        })
      }
      case 'grade':
        return table(outcomes.grade, column, id => ({ grade: outcomes.grade.values[id] }))
      case 'chance':
        return table(outcomes.chance, column, id => ({ chance: outcomes.chance.values[id] }))
      case 'segment': {
        const segment = outcomes.segments[column.index]
        if (segment === undefined) return constant(batch, column, nothing, bound, spelled)
        return table(segment, column, id => {
          const segments: string[] = []
          segments[column.index] = segment.values[id] ?? ''
          return { segments }
        })
      }
      case 'tags':
        return joined(column, outcomes.tags, tags => ({ tags: tags.map(tag => tag === true) }))
      case 'met':
      case 'missing':
        return joined(column, outcomes.criteria, criteria => ({ criteria }))
      case 'excluded':
        return table(outcomes.excluded, column, id => ({ excluded: outcomes.excluded.values[id] ?? [] }))
      case 'next':
        return table(outcomes.next, column, id => ({ next: outcomes.next.values[id]?.next ?? '' }))
      case 'due':
        return table(outcomes.next, column, id => ({ due: outcomes.next.values[id]?.due }))
      case 'completeness': {
        const fields = bound.fields.filter(field => field.read && field.columns.length > 0).length
        return table(filled, column, id => ({ completeness: completenessOf(id - 1, fields) }))
      }
      case 'since':
      case 'account':
      case 'duplicate_of':
        return constant(batch, column, nothing, bound, spelled)
      case 'reasons':
        return 'reasons'
      case 'owner':
        return 'owner'
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

function constant(batch: number, column: Column, verdict: Verdict, bound: BoundPlan, spelled: Spelled): Table {
  const [cell = ''] = compileCells(bound, [column])(verdict)
  const source = { ids: new Int32Array(batch).fill(1), size: () => 2, hasUnknown: () => false }
  return createTable(source, () => cell, spelled)
}

function createTable(source: Source, cellOf: (id: number) => string, spelled: Spelled): Table {
  const table: Table = {
    source,
    text(id) {
      const cell = cellOf(id)
      if (isFormula(cell)) {
        table.formulas = atLeast(table.formulas, id)
        table.formulas[id] = 1
        table.hasFormulas = true
      }
      return spelled.delimiter + cellIn(cell, spelled)
    },
    fragments: new Int32Array(64),
    formulas: new Uint8Array(64),
    hasFormulas: false,
    known: 1,
  }
  return table
}

/** A cell of the output. */
export function cellIn(cell: string, { delimiter, escapeFormulas }: Spelled): string {
  return csvRow([escapeFormulas ? neutraliseFormula(cell) : cell], delimiter)
}

/** Gives every number that came up a fragment. */
export function extendTable(table: Table, fragments: Fragments): void {
  const size = table.source.size()
  table.fragments = atLeast(table.fragments, size)
  table.formulas = atLeast(table.formulas, size)
  for (; table.known < size; table.known += 1) table.fragments[table.known] = fragments.of(table.text(table.known))
}
