import type { LevelColumn } from '../bins/column.ts'
import type { CollectedDates } from './collect-columns.ts'
import { FLAG_LEVELS } from './flags.ts'

/** Spans that people think in. */
const SPANS = [7, 30, 90, 365]
/** A span that nearly no lead or nearly every lead is in tells nothing. */
const MIN_SIDE = 20

/**
 * How long ago a date was when the lead came in, as things that hold or not. A date after that day was not known then: its
 * share goes into the tests for leaks.
 */
export function dateColumns({ field, heading, days }: CollectedDates, cameIn: Float64Array): LevelColumn[] {
  const ages = days.map((day, lead) => (cameIn[lead] ?? Number.NaN) - day)
  const known = ages.reduce((count, age) => (Number.isNaN(age) ? count : count + 1), 0)
  const after = ages.reduce((count, age) => (age < 0 ? count + 1 : count), 0)
  const later = known === 0 ? 0 : after / known
  return SPANS.flatMap((span): LevelColumn[] => {
    const codes = Int32Array.from(ages, age => (age >= 0 && age <= span ? 1 : 0))
    const holding = codes.reduce((sum, code) => sum + code, 0)
    if (holding < MIN_SIDE || codes.length - holding < MIN_SIDE) return []
    const test = { operator: 'in_last', value: `${span}d` } as const
    return [{ kind: 'levels', field: field.name, heading, codes, levels: FLAG_LEVELS, test, later }]
  })
}
