import { mailKindsOf } from '../../engine/mail.ts'
import { fold } from '../../ir/values/fold.ts'
import { wordForm, wordNeedle } from '../../ir/values/words.ts'
import { plural } from '../../report/numbers.ts'
import { DATES, type Inline } from '../../rulebook/index.ts'
import { type DraftRule, inlineRule, numbersOf, ruleFor } from './draft-rules.ts'
import { quantile, round } from './numbers.ts'
import type { FoundValue, Profile } from './probe.ts'
import { DECIDERS, OUT, OVER, TEMPLATES } from './templates.ts'

/** What a first rulebook holds, before its thresholds are known. */
export interface Draft {
  readonly rules: readonly DraftRule[]
  readonly criteria: readonly DraftCriterion[]
  readonly exclude: readonly DraftExclusion[]
  /** Fields by which somebody asks to be called. */
  readonly requests: readonly string[]
  /** How many leads have the e-mail address of an earlier one. */
  readonly repeated: number
  /** Whether it can be told which of the same leads is the latest. */
  readonly dated: boolean
}

export interface DraftCriterion {
  readonly name: string
  readonly when: Inline
  readonly ask: string
}

export interface DraftExclusion {
  readonly id: string
  readonly when: Inline
  readonly found: string
}

export const DECIDER = 'decider'
const WORK_MAIL = 'work-mail'

/** The order in which groups are written. */
const GROUPS = ['company', 'person', 'purchase', 'contact', 'more', 'requests', 'behaviour', 'use', 'origin', 'recency']

/** With so many rules of fields that leadq knows, the others are left to people. */
const ENOUGH = 6

/** `wanted` are fields of its own that somebody asked for. */
export function draftRulebook(profiles: readonly Profile[], wanted: ReadonlySet<string>, asOf: number): Draft {
  const found = new Map(profiles.map(profile => [profile.field.name, profile]))
  const rules: DraftRule[] = [
    ...deciderRule(found.get('job_title')),
    ...mailRule(found.get('email')),
    ...onlyFirstRecent(Object.keys(TEMPLATES).flatMap(name => ruleOf(found.get(name), asOf))),
  ]
  for (const profile of profiles.filter(isOwn)) {
    if (wanted.has(profile.field.name) || rules.length < ENOUGH) rules.push(...ruleOf(profile, asOf))
  }
  return {
    rules: GROUPS.flatMap(group => rules.filter(rule => rule.group === group)),
    criteria: criteriaOf(found, rules),
    exclude: [...marksOut(found), ...valuesOut(found)],
    requests: rules.filter(({ group }) => group === 'requests').map(({ field }) => field),
    repeated: found.get('email')?.values.reduce((sum, { count }) => sum + count - 1, 0) ?? 0,
    dated: DATES.some(name => found.has(name)),
  }
}

function ruleOf(profile: Profile | undefined, asOf: number): DraftRule[] {
  const rule = profile && ruleFor(profile, asOf)
  return rule === undefined ? [] : [rule]
}

/** A field that leadq does not know. */
export function isOwn({ by }: Profile): boolean {
  return by === 'own'
}

/** Several days of the same lead mostly say the same. */
function onlyFirstRecent(rules: readonly DraftRule[]): DraftRule[] {
  const first = rules.find(({ group }) => group === 'recency')
  return rules.filter(rule => rule.group !== 'recency' || rule === first)
}

function deciderRule(titles: Profile | undefined): DraftRule[] {
  const deciders = counted(titles, text => isDecider(fold(text)))
  if (titles === undefined || deciders === 0 || deciders === titles.leads) return []
  const place = { id: DECIDER, score: 'fit', group: 'person' } as const
  const rule = inlineRule(place, 20, `found with ${plural(deciders, 'lead')}`, [
    ['when', new Map([['job_title', new Map([['has_word', '$deciders']])]])],
    ['points', 20],
  ])
  return [{ ...rule, field: 'job_title' }]
}

const NEEDLES = DECIDERS.flatMap(phrase => wordNeedle(phrase) ?? [])

function isDecider(folded: string): boolean {
  const form = wordForm(folded)
  return NEEDLES.some(needle => form.includes(needle))
}

/** A company's own address, where there are others too. */
function mailRule(mails: Profile | undefined): DraftRule[] {
  const business = counted(mails, text => mailKindsOf(fold(text)).has('business_mail'))
  if (mails === undefined || business === 0 || business === mails.leads) return []
  const place = { id: WORK_MAIL, score: 'fit', group: 'contact' } as const
  const rule = inlineRule(place, 5, `found with ${plural(business, 'lead')}`, [
    ['when', new Map([['email', new Map([['is', 'business_mail']])]])],
    ['points', 5],
  ])
  return [{ ...rule, field: 'email' }]
}

function counted(profile: Profile | undefined, fits: (text: string) => boolean): number {
  return countOf((profile?.values ?? []).filter(({ text }) => fits(text)))
}

function countOf(values: readonly FoundValue[]): number {
  return values.reduce((sum, { count }) => sum + count, 0)
}

type Found = ReadonlyMap<string, Profile>

/** The four questions, as far as the file can answer them. */
function criteriaOf(found: Found, rules: readonly DraftRule[]): DraftCriterion[] {
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

/** More leads than this are never taken out by what is only a guess. */
const MOST_OUT = 0.3

function marksOut(found: Found): DraftExclusion[] {
  return OUT.flatMap(name => {
    const profile = found.get(name)
    const out = countOf((profile?.values ?? []).filter(({ value }) => value === true))
    if (profile === undefined || out === 0 || out > MOST_OUT * profile.leads) return []
    return [{ id: name.replaceAll('_', '-'), when: new Map([[name, true]]), found: plural(out, 'lead') }]
  })
}

/** Values that say a lead is won or lost already. */
function valuesOut(found: Found): DraftExclusion[] {
  return OVER.flatMap(({ field, id, words }) => {
    const profile = found.get(field)
    const over = (profile?.values ?? []).filter(({ value }) => words.includes(String(value)))
    if (profile === undefined || over.length === 0 || countOf(over) > MOST_OUT * profile.leads) return []
    return [{ id, when: new Map([[field, over.map(({ text }) => text)]]), found: plural(countOf(over), 'lead') }]
  })
}
