import { compileCell, memberOf } from '../../engine/cells.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../../io/formula.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Column, LIST_JOINT } from '../../ir/plan/columns.ts'
import type { Spelling } from './columns.ts'

/** How leads are written: as delimited text, as JSON with their own text, or by a function of their row and the texts of leadq's columns. */
export type Form = Delimited | Json | Texts

export interface Delimited {
  readonly kind: 'delimited'
  /** One byte. */
  readonly delimiter: string
  readonly lineEnd: string
  readonly escapeFormulas: boolean
  /** Positions of the columns of the record that stay. */
  readonly kept: readonly number[]
}

export interface Json {
  readonly kind: 'json'
  /** What stands behind every lead but the last. */
  readonly joint: string
  /** The text of a record, before and after the member that is put into it. */
  around(row: Row): readonly [string, string]
  /** What stands behind a record whose own text can be copied; absent if it is changed. */
  readonly copied: string | undefined
}

export interface Texts {
  readonly kind: 'texts'
  /** Nothing if the lead is kept back. */
  write(row: Row, texts: readonly string[]): string | undefined
}

/** The columns of leadq in the order of the output, and what stands behind them. */
export interface Spelled {
  readonly columns: readonly Spelling[]
  readonly after: string
  /** An entry of the ledger. Each begins with a joint of so many bytes, which is left out before the first. */
  entry(text: string, points: number): string
  readonly joint: number
  readonly open: string
  readonly close: string
}

export function spell(form: Form, columns: readonly Column[], bound: BoundPlan): Spelled {
  if (form.kind === 'json') return asMember(columns, bound)
  const ofText = { entry: textEntry, joint: LIST_JOINT.length, open: '', close: '' }
  const cells = columns.map(column => ({ column, print: compileCell(bound, column) }))
  if (form.kind === 'texts') {
    return { ...ofText, columns: cells.map(cell => ({ ...cell, before: '', isFormula: () => false })), after: '' }
  }
  const { delimiter, lineEnd } = form
  const spelled = cells.map(
    ({ column, print }): Spelling => ({
      column,
      before: delimiter,
      print: verdict => cellIn(print(verdict), form),
      isFormula: verdict => isFormula(print(verdict)),
    }),
  )
  return { ...ofText, columns: spelled, after: lineEnd }
}

function asMember(columns: readonly Column[], bound: BoundPlan): Spelled {
  const { parts, after } = memberOf(bound, columns)
  return {
    columns: parts.map(part => ({ ...part, isWhole: true, isFormula: () => false })),
    after,
    entry: (text, points) => `,${JSON.stringify({ text, points })}`,
    joint: 1,
    open: '[',
    close: ']',
  }
}

function textEntry(text: string, points: number): string {
  return `${LIST_JOINT}${text} ${points > 0 ? '+' : ''}${points}`
}

/** A cell of delimited text. */
export function cellIn(
  cell: string,
  { delimiter, escapeFormulas }: Omit<Delimited, 'kind' | 'kept' | 'lineEnd'>,
): string {
  return csvRow([escapeFormulas ? neutraliseFormula(cell) : cell], delimiter)
}
