import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import type { Effect } from '../../ir/results/difference.ts'
import type { JudgedLead } from '../../ir/results/verdict.ts'
import type { Change, Comparison } from './changes/changes.ts'
import type { Part, PartKind } from './changes/parts.ts'

/** Whether a part of the verdict differs under HEAD. */
export type Watch = (before: JudgedLead, after: JudgedLead) => boolean

interface Watched {
  /** The effect of such a change if it moves no lead. */
  readonly effect: Effect
  readonly watch: (part: Part, base: BoundPlan, head: BoundPlan) => Watch
}

const ofScore: Watched = {
  effect: 'score-only',
  watch: (part, base, head) => {
    const name = part.kind === 'group' ? part.score : part.kind === 'score' ? part.value.name : ''
    const indexIn = ({ scores }: BoundPlan) => scores.findIndex(score => score.name === name)
    return differ(indexIn(base), indexIn(head), ({ scores }, index) => scores[index])
  },
}
const anything: Watched = {
  effect: 'score-only',
  watch: () => (before, after) => before.stage !== after.stage || labelsOf(before) !== labelsOf(after),
}
/** Settings for events are seen by what rules on events give that both rulebooks have. */
const ofEvents: Watched = {
  effect: 'score-only',
  watch: (_, base, head) => {
    const idsOf = ({ scores }: BoundPlan) => scores.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
    const [before, after] = [idsOf(base), idsOf(head)]
    const watches = eventRulesOf(base).map(({ id }) => {
      const positions = [before, after].map(rules => rules.findIndex(rule => rule.id === id))
      const [old = -1, now = -1] = positions
      return now < 0 ? undefined : differ(old, now, pointsAt)
    })
    return (old, now) => watches.some(watch => watch?.(old, now) === true)
  },
}
/** Which row a lead takes depends on everything above it: such a change is seen by what it moves alone. */
const ofStage: Watched = { effect: 'labels-only', watch: () => () => false }

/** How the effect of each kind of part is detected. */
const WATCHED: Readonly<Record<PartKind, Watched>> = {
  locale: anything,
  field: anything,
  events: ofEvents,
  dedupe: anything,
  account: anything,
  score: ofScore,
  group: ofScore,
  rule: {
    effect: 'score-only',
    watch: ({ name }, base, head) => {
      const indexIn = ({ scores }: BoundPlan) =>
        scores
          .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
          .findIndex(({ id }) => `rule ${id}` === name)
      return differ(indexIn(base), indexIn(head), pointsAt)
    },
  },
  total: { effect: 'score-only', watch: () => (before, after) => before.total !== after.total },
  grade: { effect: 'labels-only', watch: () => (before, after) => before.grade !== after.grade },
  chance: { effect: 'labels-only', watch: () => (before, after) => before.chance !== after.chance },
  criterion: {
    effect: 'labels-only',
    watch: ({ name }, base, head) => {
      const indexIn = ({ criteria }: BoundPlan) => criteria.findIndex(each => `criterion ${each.name}` === name)
      return differ(indexIn(base), indexIn(head), ({ criteria }, index) => criteria[index])
    },
  },
  exclusion: {
    effect: 'labels-only',
    watch: ({ name }, base, head) => {
      const indexIn = ({ exclude }: BoundPlan) => exclude.findIndex(({ id }) => `exclusion ${id}` === name)
      return differ(indexIn(base), indexIn(head), ({ excluded }, index) => excluded.includes(index))
    },
  },
  stage: ofStage,
  segment: {
    effect: 'labels-only',
    watch: ({ name }, base, head) => {
      const indexIn = ({ segments }: BoundPlan) => segments.findIndex(each => `segment ${each.name}` === name)
      return differ(indexIn(base), indexIn(head), ({ segments }, index) => segments[index])
    },
  },
  tag: {
    effect: 'labels-only',
    watch: ({ name }, base, head) => {
      const indexIn = ({ tags }: BoundPlan) => tags.findIndex(each => `tag ${each.name}` === name)
      return differ(indexIn(base), indexIn(head), ({ tags }, index) => tags[index] === true)
    },
  },
  owners: { effect: 'labels-only', watch: () => (before, after) => before.owner !== after.owner },
  next: {
    effect: 'labels-only',
    watch: () => (before, after) => before.next !== after.next || before.due !== after.due,
  },
}

/** How the effect of a change is detected, whatever else has changed. */
export function watchOf(change: Change, { base, head }: Comparison, bounds: readonly [BoundPlan, BoundPlan]): Watch {
  const part = partOf(change, { base, head })
  return part === undefined ? () => false : WATCHED[part.kind].watch(part, ...bounds)
}

/** The effect of a change that moves no lead. */
export function quietEffectOf(change: Change, comparison: Pick<Comparison, 'base' | 'head'>): Effect {
  const part = partOf(change, comparison)
  return part === undefined ? 'score-only' : WATCHED[part.kind].effect
}

function partOf({ parts: [name = ''] }: Change, { base, head }: Pick<Comparison, 'base' | 'head'>): Part | undefined {
  return head.get(name) ?? base.get(name)
}

function differ<T>(base: number, head: number, read: (verdict: JudgedLead, index: number) => T): Watch {
  return (before, after) => read(before, base) !== read(after, head)
}

function labelsOf({ scores, total, criteria, segments, tags }: JudgedLead): string {
  return [scores, total, criteria, segments, tags].join('|')
}

function pointsAt(verdict: JudgedLead, rule: number): number {
  return rule < 0 ? 0 : (verdict.pointsOf?.(rule) ?? verdict.points[rule] ?? 0)
}
