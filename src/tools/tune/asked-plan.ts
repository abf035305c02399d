import type { Plan, Rule, Score } from '../../ir/plan/plan.ts'
import type { EventTest } from '../../learn/bins/column.ts'
import { probeOf } from './event-probes.ts'
import type { Standing } from './standing.ts'

/** What the engine is asked of every lead before anything is learned. */
export interface Asked {
  /** The points of kept rules, and whether the conditions of groups hold. */
  readonly standing: Standing | undefined
  /** Whether there are so many events. */
  readonly events: readonly EventTest[]
}

/** The questions as a plan. Bounds of scores are dropped: they were made for other points. */
export function askedPlan({ standing, events }: Asked, locale: Plan['locale']): Plan {
  const gates = (standing?.gates ?? []).map(({ when }, at): Rule => {
    return { id: `gate-${at}`, when, earns: { kind: 'once', points: 1 }, fade: { kind: 'none' } }
  })
  const after = standing && eventsAfter(standing)
  const probes = events.map((test, at) => probeOf(test, at, after))
  return {
    name: 'asked',
    locale,
    fields: standing?.plan.fields ?? {},
    ...(standing?.plan.events && { events: standing.plan.events }),
    scores: [
      ...(standing === undefined ? [] : keptScores(standing)),
      { name: QUESTIONS, start: 0, groups: [{ rules: gates }, { rules: probes }] },
    ],
    criteria: [],
    exclude: [],
    stages: [{ stage: 'nurture' }],
    segments: [],
    tags: [],
    owners: [],
    next: [],
  }
}

/** No score of a rulebook can be called this: a name has no blank at its end. */
const QUESTIONS = 'questions '

function keptScores({ plan, kept }: Standing): Score[] {
  return plan.scores.map(({ name, when, groups }) => ({
    name,
    start: 0,
    ...(when && { when }),
    groups: groups.map(group => ({ ...group, rules: group.rules.filter(({ id }) => kept.has(id)) })),
  }))
}

/** The day from which events count in the group that learned rules of events come into. */
function eventsAfter({ plan, gates }: Standing): string | undefined {
  const group = gates.find(gate => gate.group !== undefined)?.group
  const rules = plan.scores.flatMap(({ groups }) => groups.flatMap(each => (each.name === group ? each.rules : [])))
  return rules.flatMap(({ earns }) => (earns.kind === 'events' ? (earns.after ?? []) : []))[0]
}
