import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { ownField } from './draft-fields.ts'
import { isTable, type StrangeColumn } from './probe.ts'

/** What somebody says a column is: a field of its own, one that leadq knows, or nothing that matters. */
export type Answer = { readonly is: 'own' | 'nothing' } | { readonly is: 'field'; readonly name: keyof typeof FIELDS }

export interface Question {
  /** The column as a rulebook names it. */
  readonly column: string
  /** What it would be as a field of its own. */
  readonly own: Field
  /** Its most frequent values, and how many there are. */
  readonly values: readonly string[]
  readonly different: number
}

/** Somebody who can be asked. */
export interface Asked {
  column(question: Question): Promise<Answer>
  /** How dates are written of which nothing in the file says it; `problem` says which. */
  dates(problem: string): Promise<'dmy' | 'mdy'>
}

/** Columns that became fields, and which of them somebody asked for. */
export interface Named {
  readonly fields: readonly Field[]
  readonly wanted: ReadonlySet<string>
}

/** Nobody answers more than this. */
const MOST_QUESTIONS = 8
const SHOWN_VALUES = 4

interface Nulled {
  readonly leads: number
  /** Folded spellings of nothing. */
  readonly nulls: ReadonlySet<string>
  readonly delimiter: string
}

/** Makes fields of the columns that nothing is known of, if what stands in them tells leads apart. */
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
    const values = [...counts.keys()].slice(0, SHOWN_VALUES)
    const answering = questions < MOST_QUESTIONS ? asked : undefined
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

/** Texts of which most differ are names or remarks, and a column that always says the same says nothing. */
function tells({ type }: Field, counts: ReadonlyMap<string, number>, blank: number): boolean {
  if (type === 'text') return isTable([...counts.values()])
  return counts.size > 1 || (type === 'boolean' && counts.size === 1 && blank > 0)
}
