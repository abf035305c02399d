import type { FieldType } from '../values/value.ts'
import type { Field } from './field.ts'

/**
 * What a lead was in the run before, as fields: conditions read them like any other, and they are bound to columns that
 * leadq wrote. No field of a rulebook has a dot in its name, so they clash with none.
 */
export const BEFORE = {
  stage: 'before.stage',
  since: 'before.since',
  stageBefore: 'before.stage_before',
  total: 'before.score.total',
} as const

const PREFIX = 'before.'
const SCORE = 'before.score.'

/** What the total is called where scores are named. */
export const TOTAL = 'total'

/** The field with a score of the run before. */
export function scoreBefore(name: string): string {
  return SCORE + name
}

/** Whether a field says what a lead was, and not what it is. */
export function isBefore(name: string): boolean {
  return name.startsWith(PREFIX)
}

/** The fields that every run with a memory has: the day and stage of a lead follow from them. */
export const MEMORY_FIELDS: readonly string[] = [BEFORE.stage, BEFORE.since, BEFORE.stageBefore]

/** Such a field as a rulebook could declare it. */
export function beforeField(name: string): Field {
  return { name, type: typeOf(name), from: [], map: [] }
}

/** The type of a field of the lead, or of what it was before. */
export function fieldTypeIn(fields: Readonly<Record<string, Field>>, name: string): FieldType | undefined {
  return isBefore(name) ? typeOf(name) : fields[name]?.type
}

function typeOf(name: string): FieldType {
  if (name === BEFORE.since) return 'date'
  return name.startsWith(SCORE) ? 'number' : 'text'
}
