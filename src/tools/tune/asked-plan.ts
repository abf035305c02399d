import type { Plan } from '../../ir/plan/plan.ts'
import type { Standing } from './standing.ts'

/**
 * What the engine is asked of every lead before anything is learned: the points of the rules that stay, and whether the
 * conditions of groups hold. Bounds of scores are left away: they were made for other points.
 */
export function askedPlan({ plan, kept, gates }: Standing, locale: Plan['locale']): Plan {
  const scores = plan.scores.map(({ name, when, groups }) => ({
    name,
    start: 0,
    ...(when && { when }),
    groups: groups.map(group => ({ ...group, rules: group.rules.filter(({ id }) => kept.has(id)) })),
  }))
  const asked = gates.map(({ when }, at) => ({
    id: `${GATE}-${at}`,
    when,
    earns: { kind: 'once', points: 1 } as const,
    fade: { kind: 'none' } as const,
  }))
  return {
    name: plan.name,
    locale,
    fields: plan.fields,
    ...(plan.events && { events: plan.events }),
    scores: [...scores, { name: GATE, start: 0, groups: [{ rules: asked }] }],
    criteria: [],
    exclude: [],
    stages: [{ stage: 'nurture' }],
    segments: [],
    tags: [],
    owners: [],
    next: [],
  }
}

/** No score of a rulebook is called this: a name has no blank at its end. */
const GATE = 'gate '
