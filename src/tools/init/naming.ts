import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { ownField } from './draft-fields.ts'
import { isTable, type StrangeColumn } from './probe.ts'

/** The answer for a column: a new field, a known field, or ignore it. */
export type Answer = { readonly is: 'own' | 'nothing' } | { readonly is: 'field'; readonly name: keyof typeof FIELDS }

export interface Question {
  /** The column as a rulebook names it. */
  readonly column: string
  /** The column as a new field. */
  readonly own: Field
  /** Its most frequent values, and how many there are. */
  readonly values: readonly string[]
  readonly different: number
}

/** Asks the user. */
export interface Asked {
  column(question: Question): Promise<Answer>
  /** The format of ambiguous dates; `problem` names the columns. */
  dates(problem: string): Promise<'dmy' | 'mdy'>
}

/** Columns that became fields, and which of them the user asked for. */
export interface Named {
  readonly fields: readonly Field[]
  readonly wanted: ReadonlySet<string>
}

/** Most questions that are asked. */
const MAX_QUESTIONS = 8
const MAX_SHOWN_VALUES = 4

interface Nulled {
  readonly leads: number
  /** Folded spellings of an empty cell. */
  readonly nulls: ReadonlySet<string>
  readonly delimiter: string
}

/** Turns unknown columns into fields, if their values separate the leads. */
export async function nameColumns(
  columns: readonly StrangeColumn[],
  { leads, nulls, delimiter }: Nulled,
  asked: Asked | undefined,
): Promise<Named> {
  const fields: Field[] = []
  const wanted = new Set<string>()
  const taken = new Set<string>()
  let questions = 0
  for (const column of columns) {
    const cells = column.cells.filter(cell => !nulls.has(fold(cell)))
    const own = ownField({ ...column, cells }, taken, delimiter)
    const counts = countCells(cells)
    if (!tells(own, counts, leads - cells.length)) continue
    const values = [...counts.keys()].slice(0, MAX_SHOWN_VALUES)
    const answering = questions < MAX_QUESTIONS ? asked : undefined
    questions += 1
    const answer = await answering?.column({ column: column.name, own, values, different: counts.size })
    if (answer?.is === 'nothing') continue
    const field = answer?.is === 'field' ? knownField(answer.name, column) : own
    if (answer !== undefined) wanted.add(field.name)
    taken.add(field.name)
    const known = fields.findIndex(({ name }) => name === field.name)
    if (known < 0) fields.push(field)
    else fields[known] = { ...field, from: [...(fields[known]?.from ?? []), ...field.from] }
  }
  return { fields, wanted }
}

function knownField(name: keyof typeof FIELDS, { name: column }: StrangeColumn): Field {
  const { type } = FIELDS[name]
  return { name, type, from: [column], map: [] }
}

/** How often each cell is there, the most frequent first. */
function countCells(cells: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return new Map([...counts].sort((a, b) => b[1] - a[1]))
}

/** Texts that mostly differ are names or remarks, and a column with a single value separates nothing. */
function tells({ type }: Field, counts: ReadonlyMap<string, number>, blank: number): boolean {
  if (type === 'text') return isTable([...counts.values()])
  return counts.size > 1 || (type === 'boolean' && counts.size === 1 && blank > 0)
}
