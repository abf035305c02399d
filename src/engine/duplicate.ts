import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { compileFilled, isFilled } from './completeness.ts'
import type { Lead } from './lead.ts'

/** Separates the values of a key. */
export const KEY_JOINT = '\u{1f}'

const PHONES: ReadonlySet<string> = new Set(['phone', 'mobile'])

/** Whether a field has telephone numbers, which are spelled in many ways: of a key their digits count. */
export function isPhoneField(name: string): boolean {
  return PHONES.has(name)
}

/** The duplicate key of a lead, folded; undefined if any part is empty: such a lead has no duplicates. */
export function compileKey({ fields, dedupe }: BoundPlan): (lead: Lead) => string | undefined {
  const readers = (dedupe?.by ?? []).map(name => ({
    slot: fields.findIndex(field => field.name === name),
    isPhone: isPhoneField(name),
  }))
  return ({ readings }) => {
    const parts: string[] = []
    for (const { slot, isPhone } of readers) {
      const reading = readings[slot]
      if (reading === undefined || !isFilled(reading.state)) return undefined
      const part = isPhone ? digitsOf(reading.text) : String(reading.value)
      if (part === '') return undefined
      parts.push(part)
    }
    return parts.length === 0 ? undefined : parts.join(KEY_JOINT)
  }
}

/** `+49 (0)40 555-01`, `0049 40 55501` and `494055501` are one number. */
function digitsOf(phone: string): string {
  return phone
    .replace(/^\s*(\+|00)(.*?)\(0\)/, '$1$2')
    .replace(/\D/g, '')
    .replace(/^00/, '')
}

/** The rank of a lead among its duplicates, a whole number >= 0; the highest is kept, of equal ones the earliest. */
export function compileRank(bound: BoundPlan): (lead: Lead) => number {
  switch (bound.dedupe?.keep) {
    case 'most_complete':
      return compileFilled(bound)
    case 'latest':
      return compileRecency(bound, bound.dedupe.dates)
    default:
      return () => 0
  }
}

/** Day numbers go back to the year 1600. */
const BEFORE_ALL_DAYS = 1_000_000

function compileRecency({ fields }: BoundPlan, dates: readonly string[]): (lead: Lead) => number {
  const slots = dates.map(name => fields.findIndex(field => field.name === name))
  return ({ readings }) => {
    for (const slot of slots) {
      const day = readings[slot]?.value
      if (typeof day === 'number') return day + BEFORE_ALL_DAYS
    }
    return 0
  }
}
