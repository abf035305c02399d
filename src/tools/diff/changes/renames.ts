import type { Plan, Rule } from '../../../ir/plan/plan.ts'
import { meaning } from './meaning.ts'

/** A plan in whose place another one comes, with the names that the other one has for the same rules. */
export interface Renamed {
  readonly plan: Plan
  /** The id of a rule -> what it was before. */
  readonly before: ReadonlyMap<string, string>
}

/**
 * Gives rules of BASE the ids of HEAD if only the id differs: as a removed and an added rule, a rename would seem to
 * move leads. Conditions that refer to such a rule are changed, too.
 */
export function renameRules(base: Plan, head: Plan): Renamed {
  const [old, now] = [rulesBySaying(base), rulesBySaying(head)]
  const ids = new Set([...now.values()].flat())
  const known = new Set([...old.values()].flat())
  const before = new Map<string, string>()
  for (const [saying, [id, ...others]] of now) {
    const [was, ...further] = old.get(saying) ?? []
    const isOneEach = others.length === 0 && further.length === 0
    if (isOneEach && id !== undefined && was !== undefined && !known.has(id) && !ids.has(was)) before.set(id, was)
  }
  return { plan: before.size === 0 ? base : withNames(base, before), before }
}

/** Ids by the content and position of their rules. */
function rulesBySaying({ scores }: Plan): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const score of scores) {
    for (const group of score.groups) {
      for (const rule of group.rules) {
        const saying = meaning([score.name, group.name, withoutName(rule)])
        found.set(saying, [...(found.get(saying) ?? []), rule.id])
      }
    }
  }
  return found
}

function withoutName({ id: _id, label: _label, ...rest }: Rule): Omit<Rule, 'id' | 'label'> {
  return rest
}

/** A plan is plain JSON, in which rules and those that name them have an `id`. */
function withNames(plan: Plan, before: ReadonlyMap<string, string>): Plan {
  const after = new Map([...before].map(([id, was]) => [was, id]))
  return JSON.parse(JSON.stringify(plan), (key, value) => {
    if (key === 'insteadOf') return value.map((id: string) => after.get(id) ?? id)
    if (typeof value !== 'object' || value === null || !('id' in value)) return value
    const isRule = 'earns' in value || value.kind === 'rule'
    return isRule ? { ...value, id: after.get(value.id) ?? value.id } : value
  })
}
