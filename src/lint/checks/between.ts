import type { Place } from '../../base/place.ts'
import type { Expr, Test } from '../../ir/plan/expr.ts'
import type { Rule } from '../../ir/plan/plan.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { casesOf, exclusiveRows } from '../conditions.ts'
import { flattened, partsOf, placeOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import { inStage, type Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { leadsWith } from '../judging/pool.ts'
import { rulesOf } from '../judging/world.ts'
import { between, type Interval, intersection, intervalOf, isBounded, type Leaf, widthOf } from '../solve/interval.ts'
import type { Facts } from '../solve/solve.ts'
import { goal } from '../solve/task.ts'

/** Values that fall between neighbouring thresholds: `below 50` beside `above 50` omits 50. */
export const valuesBetween: Check = examination =>
  siblingsOf(examination).flatMap(siblings => gapsAmong(siblings, examination))

/** Conditions that belong together: rows, cases, and the rules of one group. */
interface Siblings {
  readonly about: string
  readonly items: readonly Item[]
  /** Whether wide gaps are reported, too: in tags and routing they may be intended. */
  readonly isLadder: boolean
}

interface Item {
  readonly when: Expr
  /** Whether it adds points or takes them away. */
  readonly sign: number
}

function siblingsOf({ plan }: Examination): Siblings[] {
  const given = (rows: readonly { readonly when?: Expr | undefined }[]) =>
    rows.flatMap(({ when }) => (when === undefined ? [] : [{ when, sign: 0 }]))
  const groups = plan.scores.flatMap(score => score.groups.map(group => ({ score, group })))
  return [
    ...groups.map(({ score, group }) => ({
      about: `group ${group.name ?? score.name}`,
      items: group.rules.flatMap(ruleItem),
      isLadder: true,
    })),
    ...groups.flatMap(({ group }) =>
      group.rules.map(rule => ({ about: `rule ${rule.id}`, items: caseItems(rule), isLadder: true })),
    ),
    ...exclusiveRows(plan).map(({ about, rows, isComplete }) => ({ about, items: given(rows), isLadder: isComplete })),
    { about: 'the tags', items: given(plan.tags), isLadder: false },
  ]
}

function ruleItem({ when, earns }: Rule): Item[] {
  return when === undefined || earns.kind !== 'once' ? [] : [{ when, sign: Math.sign(earns.points) }]
}

function caseItems(rule: Rule): Item[] {
  const { earns } = rule
  if (earns.kind !== 'cases') return []
  return casesOf(rule).flatMap(({ when }, index) =>
    when === undefined ? [] : [{ when, sign: Math.sign(earns.rows[index]?.points ?? 0) }],
  )
}

/** A comparison of an item with one subject, and its other conditions. */
interface Step {
  readonly leaf: Leaf
  readonly interval: Interval
  readonly guards: readonly Expr[]
  readonly sign: number
}

/** Grouped by subject and other conditions: only steps with the same other conditions can have gaps between them. */
function stepsOf(items: readonly Item[], { asOf }: Examination): Step[][] {
  const ladders = new Map<string, Step[]>()
  for (const { when, sign } of items) {
    const parts = flattened(when)
    const names = new Set(parts.flatMap(part => (intervalIn(part, asOf) ? [printSubject(part.subject)] : [])))
    for (const name of names) {
      const own = parts.filter((part): part is Leaf => part.kind === 'test' && printSubject(part.subject) === name)
      const intervals = own.map(leaf => intervalOf(leaf.test, asOf))
      const guards = parts.filter(part => !own.some(leaf => leaf === part))
      const interval = intervals.reduce((all, each) => all && each && intersection(all, each))
      const [leaf] = own
      if (leaf === undefined || interval === undefined || interval.low > interval.high) continue
      const key = JSON.stringify([name, guards], (field, value: unknown) => (field === 'place' ? undefined : value))
      ladders.set(key, [...(ladders.get(key) ?? []), { leaf, interval, guards, sign }])
    }
  }
  return [...ladders.values()]
}

function intervalIn(part: Expr, asOf: number): part is Leaf {
  return part.kind === 'test' && intervalOf(part.test, asOf) !== undefined
}

function gapsAmong({ about, items, isLadder }: Siblings, examination: Examination): Observation[] {
  return stepsOf(items, examination).flatMap(steps => {
    const sorted = [...steps].sort((a, b) => a.interval.low - b.interval.low)
    return sorted.flatMap((upper, index) => {
      const below = sorted.slice(0, index)
      const lower = below.reduce<Step | undefined>(
        (last, each) => (last === undefined || each.interval.high > last.interval.high ? each : last),
        undefined,
      )
      const gap = lower && between(lower.interval, upper.interval)
      if (lower === undefined || gap === undefined || !isSlip(lower, upper, gap, isLadder)) return []
      return gapFinding(about, items, { lower, upper, gap }, examination) ?? []
    })
  })
}

/**
 * One or two missing values are reported; a wider gap only if the steps are alike and one of them is as wide as the gap.
 */
function isSlip(lower: Step, upper: Step, gap: Interval, isLadder: boolean): boolean {
  if (widthOf(gap) <= 2) return true
  const widths = [lower.interval, upper.interval].filter(isBounded).map(widthOf)
  return isLadder && lower.sign === upper.sign && widths.some(width => width >= widthOf(gap))
}

interface Gap {
  readonly lower: Step
  readonly upper: Step
  readonly gap: Interval
}

function gapFinding(
  about: string,
  items: readonly Item[],
  { lower, upper, gap }: Gap,
  examination: Examination,
): Observation | undefined {
  const { solve, print } = examination
  const { subject, place: lowerPlace } = lower.leaf
  const name = printSubject(subject)
  const test: Test =
    gap.low === gap.high
      ? { operator: 'equals', values: [gap.low] }
      : { operator: 'between', low: gap.low, high: gap.high }
  const isThere: Expr = { kind: 'all', of: [{ kind: 'test', subject, test }, ...upper.guards] }
  const readers = items.filter(({ when }) => asksOf(when, name)).map(({ when }) => when)
  const solution = solve([goal(isThere, 'true')])
  if (solution.kind !== 'possible') return undefined
  if (readers.some(when => solve([goal(isThere, 'true'), goal(when, 'true')]).kind !== 'impossible')) return undefined
  const isSingle = gap.low === gap.high
  const falls = (seen: Judged) => readers.every(when => seen.truth(when) !== true)
  const [low, high] = [print(lower.leaf), print(upper.leaf)]
  const values = print({ kind: 'test', subject, test })
    .replace(/^\S+ (?:is|between) /, '')
    .replace(' and ', ' to ')
  return {
    code: isSingle ? 'lint/boundary-gap' : 'lint/gap',
    about,
    message: isSingle
      ? `${about}: exactly ${values} is neither \`${low}\` nor \`${high}\``
      : `${about}: ${name} ${values} is in no step, between \`${low}\` and \`${high}\``,
    place: upper.leaf.place ?? placeOf(upper.leaf),
    ...(lowerPlace && { related: [{ place: lowerPlace, message: 'the other side' } satisfies Related] }),
    hint: isSingle ? hintFor(lower.leaf, upper.leaf) : 'extend one of the two, or add a step between them',
    claim: seen => seen.truth(isThere) !== true || falls(seen),
    sight: {
      leads: [solution.facts, ...(subject.kind === 'field' ? [] : [...counted(), ...examination.pool()])],
      isSeen: seen => seen.truth(isThere) === true && falls(seen),
      shows: seen => (subject.kind === 'field' ? `neither \`${low}\` nor \`${high}\`` : `${name} ${scoredIn(seen)}`),
    },
  }

  function counted(): Facts[] {
    const score = examination.bound.scores.find(({ name: each }) => subject.kind === 'score' && each === subject.name)
    return score === undefined ? [] : leadsWith(gap.low - score.start, rulesOf(score), solve)
  }

  function scoredIn(seen: Judged): string {
    if (subject.kind !== 'score') return values
    const index = examination.bound.scores.findIndex(score => score.name === subject.name)
    return `${seen.verdict.scores[index] ?? ''}${inStage(seen.verdict)}`
  }
}

interface Related {
  readonly place: Place
  readonly message: string
}

function asksOf(when: Expr, name: string): boolean {
  return [...partsOf(when)].some(part => 'subject' in part && printSubject(part.subject) === name)
}

function hintFor(lower: Leaf, upper: Leaf): string {
  if (lower.test.operator === 'below' && upper.test.operator === 'above') {
    const { value } = lower.test
    return `write \`at_least: ${value}\` or \`at_most: ${value}\` on the side that it belongs to`
  }
  return 'include it on the side that it belongs to'
}
