import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { ownField } from './draft-fields.ts'
import { isTable, type StrangeColumn } from './probe.ts'

/** The answer for a column: a new field, a known field, or ignore it; or the question before, or no further ones. */
export type Answer =
  | { readonly is: 'own' | 'nothing' | 'back' | 'skip' }
  | { readonly is: 'field'; readonly name: keyof typeof FIELDS }

export interface Question {
  /** The column as a rulebook names it. */
  readonly column: string
  /** The column as a new field. */
  readonly own: Field
  /** Its most frequent values, and how many there are. */
  readonly values: readonly string[]
  readonly different: number
  /** `2 of 7` */
  readonly number: number
  readonly of: number
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
  const taken = new Set<string>()
  const found = columns.flatMap((column): Candidate[] => {
    const cells = column.cells.filter(cell => !nulls.has(fold(cell)))
    const own = ownField({ ...column, cells }, taken, delimiter)
    const counts = countCells(cells)
    if (!tells(own, counts, leads - cells.length)) return []
    taken.add(own.name)
    return [{ column, own, counts }]
  })
  const answers = asked === undefined ? [] : await answersOf(found.slice(0, MAX_QUESTIONS), asked)
  const fields: Field[] = []
  const wanted = new Set<string>()
  for (const [at, { column, own }] of found.entries()) {
    const answer = answers[at]
    if (answer?.is === 'nothing') continue
    const field = answer?.is === 'field' ? knownField(answer.name, column) : own
    if (answer !== undefined) wanted.add(field.name)
    const known = fields.findIndex(({ name }) => name === field.name)
    if (known < 0) fields.push(field)
    else fields[known] = { ...field, from: [...(fields[known]?.from ?? []), ...field.from] }
  }
  return { fields, wanted }
}

interface Candidate {
  readonly column: StrangeColumn
  readonly own: Field
  readonly counts: ReadonlyMap<string, number>
}

/** One question after the other; the user can go back, and can skip those that are left. */
async function answersOf(candidates: readonly Candidate[], asked: Asked): Promise<(Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = []
  for (let at = 0; at < candidates.length; ) {
    const candidate = candidates[at]
    if (candidate === undefined) break
    const { column, own, counts } = candidate
    const values = [...counts.keys()].slice(0, MAX_SHOWN_VALUES)
    const place = { number: at + 1, of: candidates.length }
    const answer = await asked.column({ column: column.name, own, values, different: counts.size, ...place })
    if (answer.is === 'skip') break
    if (answer.is === 'back') at = Math.max(0, at - 1)
    else {
      answers[at] = answer
      at += 1
    }
  }
  return answers
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
