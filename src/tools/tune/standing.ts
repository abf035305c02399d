import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import { fieldsOf, leavesOf } from '../../ir/plan/expr.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Group, Plan, Rule, Score } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import { conditionsOf } from '../../lint/conditions.ts'
import { learnedRules, type RulebookSource } from '../../rulebook/index.ts'

/** A rulebook of which something stays. */
export interface StandingBook {
  readonly source: RulebookSource
  readonly plan: Plan
  /** `all`: everything but its learned part (`--from`); `rules`: only the rules that are named (`--keep`). */
  readonly stays: 'all' | 'rules'
  /** Parts of its scores whose rules stay: `fit`, `fit.role`, `decision-maker`. */
  readonly keep: readonly string[]
}

/** What of it stays. */
export interface Standing extends StandingBook {
  /** Rules that keep their points. */
  readonly kept: ReadonlySet<string>
  /** The fields that they read: nothing is learned of these again. */
  readonly keptFields: ReadonlySet<string>
  /** Groups and scores with a condition of their own: whatever is learned there stands behind it. */
  readonly gates: readonly Gated[]
  /** Fields that are read as the rulebook says. */
  readonly declared: readonly Field[]
}

/** A condition of a group, or of a whole score. */
export interface Gated {
  readonly score: string
  readonly group: string | undefined
  readonly when: NonNullable<Group['when']>
  /** The fields that its rules read. */
  readonly fields: ReadonlySet<string>
}

export function standingOf(book: StandingBook): Standing {
  const { plan } = book
  const named = namedRules(book)
  const kept = book.stays === 'all' ? new Set([...named, ...rulesOfPeople(book)]) : named
  const rules = allRules(plan)
  const keptRules = rules.filter(({ rule }) => kept.has(rule.id))
  return {
    ...book,
    kept,
    keptFields: new Set(keptRules.flatMap(({ rule }) => fieldsOfRule(rule))),
    gates: book.stays === 'all' ? gatesOf(plan) : [],
    declared: declaredIn(book, keptRules),
  }
}

/** Where only some rules stay, the fields of these and of the conditions that they stand behind. */
function declaredIn({ plan, stays }: StandingBook, kept: readonly Placed[]): Field[] {
  const read = new Set(
    kept.flatMap(({ rule, group, score }) => [...fieldsOfRule(rule), ...fieldsOf(group.when), ...fieldsOf(score.when)]),
  )
  return Object.values(plan.fields).filter(
    ({ name, place }) => place !== undefined && (stays === 'all' || read.has(name)),
  )
}

interface Placed {
  readonly score: Score
  readonly group: Group
  readonly rule: Rule
}

function allRules({ scores }: Plan): Placed[] {
  return scores.flatMap(score => score.groups.flatMap(group => group.rules.map(rule => ({ score, group, rule }))))
}

/** The rules of the parts that were named. */
function namedRules({ plan, keep, source }: StandingBook): Set<string> {
  const rules = allRules(plan)
  const namesOf = ({ score, group, rule }: Placed) => [
    score.name,
    ...(group.name === undefined ? [] : [`${score.name}.${group.name}`, `${score.name}.${group.name}.${rule.id}`]),
    `${score.name}.${rule.id}`,
    rule.id,
  ]
  const found = new Set<string>()
  for (const part of keep) {
    const inPart = rules.filter(rule => namesOf(rule).includes(part))
    if (inPart.length === 0) {
      const all = [...new Set(rules.flatMap(namesOf))]
      const hint = didYouMean(part, all) ?? `it has ${[...new Set(rules.map(({ score }) => score.name))].join(', ')}`
      throw new Refusal(
        diagnose('learn/keep', `\`--keep\`: ${source.file} has no score, group or rule \`${part}\``, { hint }),
        'usage',
      )
    }
    for (const { rule } of inPart) found.add(rule.id)
  }
  return found
}

/**
 * Rules that nobody has learned. In a rulebook that was tuned before, those without evidence above them; in any other one
 * those that other parts ask for. Rules with events or a clock stay as well: columns cannot take their place.
 */
function rulesOfPeople({ plan, source }: StandingBook): string[] {
  const learned = learnedRules(source)
  const asked = askedRules(plan)
  return allRules(plan).flatMap(({ rule }) => {
    const isLearned = learned.size > 0 ? learned.has(rule.id) : !hasClock(rule)
    return !isLearned || asked.has(rule.id) ? [rule.id] : []
  })
}

function hasClock({ earns, since }: Rule): boolean {
  return earns.kind === 'events' || since !== undefined
}

/** `rule.demo`: a condition elsewhere would be empty without it. */
function askedRules(plan: Plan): ReadonlySet<string> {
  const subjects = conditionsOf(plan).flatMap(({ expr }) => [...leavesOf(expr)].map(({ subject }) => subject))
  return new Set(subjects.flatMap(subject => (subject.kind === 'rule' ? [subject.id] : [])))
}

function gatesOf({ scores }: Plan): Gated[] {
  return scores.flatMap((score): Gated[] => {
    const gated = (group: Group): Gated[] => {
      const when = both(score.when, group.when)
      if (when === undefined) return []
      return [{ score: score.name, group: group.name, when, fields: new Set(group.rules.flatMap(fieldsOfRule)) }]
    }
    const whole: Gated[] =
      score.when === undefined ? [] : [{ score: score.name, group: undefined, when: score.when, fields: new Set() }]
    return [...score.groups.filter(({ name }) => name !== undefined).flatMap(gated), ...whole]
  })
}

function both(one: Group['when'], other: Group['when']): Group['when'] {
  if (one === undefined || other === undefined) return one ?? other
  return { kind: 'all', of: [one, other] }
}
