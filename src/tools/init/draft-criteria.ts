import { plural } from '../../report/numbers.ts'
import type { Inline } from '../../rulebook/index.ts'
import { type DraftRule, numbersOf } from './draft-rules.ts'
import { quantile, round } from './numbers.ts'
import type { FoundValue, Profile } from './probe.ts'
import { CLOSED_VALUES, DECIDER, EXCLUDING_FIELDS } from './templates.ts'

/** A criterion of a starter rulebook. */
export interface DraftCriterion {
  readonly name: string
  readonly when: Inline
  readonly ask: string
}

/** An exclusion of a starter rulebook. */
export interface DraftExclusion {
  readonly id: string
  readonly when: Inline
  readonly found: string
}

/** The number of leads with some of the values. */
export function countOf(values: readonly FoundValue[]): number {
  return values.reduce((sum, { count }) => sum + count, 0)
}

type Found = ReadonlyMap<string, Profile>

/** The criteria of BANT (budget, authority, need, timing) that the file has data for. */
export function criteriaOf(found: Found, rules: readonly DraftRule[]): DraftCriterion[] {
  const known = (field: string): Inline => new Map([[field, new Map([['known', true]])]])
  const has = (field: string) => (found.get(field)?.filled ?? 0) > 0
  const budgets = numbersOf(found.get('budget')?.values ?? []).filter(budget => budget > 0)
  const enough: Inline = new Map([['budget', new Map([['at_least', round(quantile(budgets, 0.5))]])]])
  const decides: Inline = new Map([['job_title', new Map([['has_word', '$deciders']])]])
  return [
    ...(budgets.length > 0 ? [{ name: 'budget', when: enough, ask: 'Is there a budget for this?' }] : []),
    ...(rules.some(({ id }) => id === DECIDER) ? [{ name: 'authority', when: decides, ask: 'Who signs?' }] : []),
    ...(has('need') ? [{ name: 'need', when: known('need'), ask: 'Which problem should it solve?' }] : []),
    ...(has('timeline') ? [{ name: 'timing', when: known('timeline'), ask: 'When should it run?' }] : []),
  ]
}

/** A guessed exclusion may exclude at most this share of the leads. */
const MAX_EXCLUDED_SHARE = 0.3

export function exclusionsByMark(found: Found): DraftExclusion[] {
  return EXCLUDING_FIELDS.flatMap(name => {
    const profile = found.get(name)
    const out = countOf((profile?.values ?? []).filter(({ value }) => value === true))
    if (profile === undefined || out === 0 || out > MAX_EXCLUDED_SHARE * profile.leads) return []
    return [{ id: name.replaceAll('_', '-'), when: new Map([[name, true]]), found: plural(out, 'lead') }]
  })
}

/** Exclusions by values of leads that are already won or lost. */
export function exclusionsByValue(found: Found): DraftExclusion[] {
  return CLOSED_VALUES.flatMap(({ field, id, words }) => {
    const profile = found.get(field)
    const over = (profile?.values ?? []).filter(({ value }) => words.includes(String(value)))
    if (profile === undefined || over.length === 0 || countOf(over) > MAX_EXCLUDED_SHARE * profile.leads) return []
    return [{ id, when: new Map([[field, over.map(({ text }) => text)]]), found: plural(countOf(over), 'lead') }]
  })
}
