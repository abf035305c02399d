import { compileCoercion } from '../../engine/coerce.ts'
import { isFilled } from '../../engine/completeness.ts'
import { type Lead, NOTHING } from '../../engine/lead.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { duplicateFieldsOf } from '../../ir/plan/key-fields.ts'
import { fold } from '../../ir/values/fold.ts'
import { type Answers, compileAnswers } from './named.ts'
import { reduceText } from './reduce.ts'
import { FILLER, isHashed, type StandIns, standInsFor } from './stand-in.ts'
import { compileSteps, type StepOf } from './steps.ts'

/** Removes what identifies a lead, and keeps what the rulebook reads. */
export interface Anonymiser {
  (cells: readonly string[]): string[]
  /** Cells that had to stay unchanged because every replacement would change a verdict; by the column's position. */
  kept(): ReadonlyMap<number, number>
  /** Positions of columns that the rulebook does not read: they are emptied. */
  readonly emptied: readonly number[]
  /** Positions of columns with hashes, by which nobody can find a known lead. */
  readonly hashed: ReadonlySet<number>
}

/** `secret`: the key, which is not kept. `coarse`: numbers and days within one step become equal. */
export function createAnonymiser(
  bound: BoundPlan,
  width: number,
  asOf: number,
  secret: Uint8Array,
  coarse: boolean,
): Anonymiser {
  const answersOf = compileAnswers(bound, asOf)
  const stepsOf = compileSteps(bound, asOf)
  const sameness = new Set([...(bound.dedupe || bound.account ? duplicateFieldsOf(bound) : [])])
  const kept = new Map<number, number>()
  const columns = Array.from({ length: width }, (_, position) => {
    const fields = bound.fields.filter(field => field.columns.includes(position) && isNeeded(field, sameness))
    if (fields.length === 0) return undefined
    const uses = fields.map(field =>
      useOf(
        field,
        bound,
        { answers: answersOf(field.name), stepOf: stepsOf(field.name) },
        standInsFor(field, sameness.has(field.name), secret),
      ),
    )
    const standIn = coarse ? alikeByAnswers(uses) : (cell: string) => standInFor(cell, uses)
    return remembered(cell => {
      const found = standIn(cell)
      if (found === undefined) kept.set(position, (kept.get(position) ?? 0) + 1)
      return found ?? cell
    })
  })
  const emptied = columns.flatMap((column, position) => (column === undefined ? [position] : []))
  const anonymise = (cells: readonly string[]) => {
    const changed = columns.map((column, position) => column?.(cells[position] ?? '') ?? '')
    // A row without any text would be skipped as blank.
    return changed.some(cell => cell !== '')
      ? changed
      : changed.map((_, position) => (position === emptied[0] ? FILLER : ''))
  }
  const hashed = new Set(bound.fields.filter(({ name }) => isHashed(name, sameness)).flatMap(({ columns: all }) => all))
  return Object.assign(anonymise, { kept: () => kept, emptied, hashed })
}

/** Ids and addresses tell leads apart, whether or not a rule reads them. */
function isNeeded({ name, read }: BoundField, sameness: ReadonlySet<string>): boolean {
  return read || sameness.has(name) || name === 'id' || name === 'email'
}

/** One field beside one of its columns. */
interface Use {
  readonly field: BoundField
  readonly slot: number
  readonly read: (cell: string) => Lead
  readonly answers: Answers
  readonly stepOf: StepOf
  readonly standIns: StandIns
}

function useOf(
  field: BoundField,
  { zone, fields }: BoundPlan,
  asked: Pick<Use, 'answers' | 'stepOf'>,
  standIns: StandIns,
): Use {
  // Comparisons look up fields by position, so the other fields stay, without a column.
  const alone = fields.map(other => ({ ...other, columns: other === field ? [0] : [] }))
  const coerce = compileCoercion({ fields: alone, zone })
  return { field, slot: fields.indexOf(field), ...asked, standIns, read: cell => coerce([cell]) }
}

/** The first text for which all comparisons give the same results as for the cell. */
function standInFor(cell: string, uses: readonly Use[]): string | undefined {
  const wanted = uses.map(use => answerOf(use, cell))
  const isSame = (text: string) => uses.every((use, index) => answerOf(use, text) === wanted[index])
  const readings = uses.map(({ read, slot }) => read(cell).readings[slot] ?? NOTHING)
  const isNothing = readings.every(({ state }) => !isFilled(state)) && !uses.some(({ field }) => field.blankIsNo)
  const candidates = [
    ...(isNothing ? [''] : []),
    ...uses.flatMap(({ standIns }, index) => standIns(cell, readings[index] ?? NOTHING)),
  ]
  return candidates.find(isSame) ?? reduceText(fold(cell), isSame)
}

/** Booleans are compared exactly; texts, numbers and days only by the comparisons of the rulebook. */
function answerOf({ slot, read, answers, stepOf }: Use, cell: string): string {
  const lead = read(cell)
  const value = lead.readings[slot]?.value
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' ? `${answers(lead)} ${stepOf(value)}` : answers(lead)
}

/** Numbers and days with equal results get the same stand-in, that of the first of them. */
function alikeByAnswers(uses: readonly Use[]): (cell: string) => string | undefined {
  const known = new Map<string, string>()
  return cell => {
    if (!uses.every(({ field }) => field.type === 'number' || field.type === 'date')) return standInFor(cell, uses)
    const key = uses.map(use => answerOf(use, cell)).join('\n')
    const found = known.get(key) ?? standInFor(cell, uses)
    if (found !== undefined) known.set(key, found)
    return found
  }
}

/** Values repeat, so every different cell is tried only once. */
function remembered(make: (cell: string) => string): (cell: string) => string {
  const known = new Map<string, string>()
  return cell => {
    const found = known.get(cell) ?? make(cell)
    known.set(cell, found)
    return found
  }
}
