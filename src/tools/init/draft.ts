import { mailKindsOf } from '../../engine/mail.ts'
import { fold } from '../../ir/values/fold.ts'
import { plural } from '../../report/numbers.ts'
import { DATES } from '../../rulebook/index.ts'
import { isDecider } from './deciders.ts'
import {
  countOf,
  criteriaOf,
  type DraftCriterion,
  type DraftExclusion,
  exclusionsByMark,
  exclusionsByValue,
} from './draft-criteria.ts'
import { type DraftRule, inlineRule, ruleFor } from './draft-rules.ts'
import type { Profile } from './probe.ts'
import { DECIDER, FEW_LEADS, TEMPLATES } from './templates.ts'

/** The content of a starter rulebook before its thresholds are known. */
export interface Draft {
  readonly rules: readonly DraftRule[]
  readonly criteria: readonly DraftCriterion[]
  readonly exclude: readonly DraftExclusion[]
  /** Fields in which a person asks to be contacted. */
  readonly requests: readonly string[]
  /** How many leads have the e-mail address of an earlier one. */
  readonly repeated: number
  /** Whether a date shows which of several duplicates is the latest. */
  readonly dated: boolean
}

const WORK_MAIL = 'work-mail'

/** The order in which groups are written. */
const GROUPS = ['company', 'person', 'purchase', 'contact', 'more', 'requests', 'behaviour', 'use', 'origin', 'recency']

/** With this many rules for known fields, no rules for unknown ones are drafted. */
const MAX_RULES_WITH_UNKNOWN = 6

/** `wanted`: new fields that the user asked for. */
export function draftRulebook(profiles: readonly Profile[], wanted: ReadonlySet<string>, asOf: number): Draft {
  const found = new Map(profiles.map(profile => [profile.field.name, profile]))
  const rules: DraftRule[] = [
    ...deciderRule(found.get('job_title')),
    ...mailRule(found.get('email')),
    ...onlyFirstRecent(Object.keys(TEMPLATES).flatMap(name => ruleOf(found.get(name), asOf))),
  ]
  for (const profile of profiles.filter(isOwn)) {
    if (wanted.has(profile.field.name) || rules.length < MAX_RULES_WITH_UNKNOWN) rules.push(...ruleOf(profile, asOf))
  }
  return {
    rules: GROUPS.flatMap(group => rules.filter(rule => rule.group === group)),
    criteria: criteriaOf(found, rules),
    exclude: [...exclusionsByMark(found), ...exclusionsByValue(found)],
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

/** Date columns of a lead are mostly correlated, so only the first becomes a rule. */
function onlyFirstRecent(rules: readonly DraftRule[]): DraftRule[] {
  const first = rules.find(({ group }) => group === 'recency')
  return rules.filter(rule => rule.group !== 'recency' || rule === first)
}

function deciderRule(titles: Profile | undefined): DraftRule[] {
  const deciders = counted(titles, isDecider)
  // Of few leads all may be deciders; the next ones will not be.
  const isOfAll = titles !== undefined && deciders === titles.leads && titles.leads >= FEW_LEADS
  if (titles === undefined || deciders === 0 || isOfAll) return []
  const place = { id: DECIDER, score: 'fit', group: 'person' } as const
  const rule = inlineRule(place, 20, `found with ${plural(deciders, 'lead')}`, [
    ['when', new Map([['job_title', new Map([['has_word', '$deciders']])]])],
    ['points', 20],
  ])
  return [{ ...rule, field: 'job_title' }]
}

/** A rule for business addresses, if there are others, too. */
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
