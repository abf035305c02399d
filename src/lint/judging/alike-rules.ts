import { compileRule } from '../../engine/judge-rule.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Rule } from '../../ir/plan/plan.ts'
import { outcomesOf } from '../solve/outcomes.ts'
import type { Examination } from './examination.ts'
import { leadOf } from './judged.ts'

/** Sets of rules up to this size are not split any further: all their pairs are soon compared. */
const FEW = 4
/** Outcomes of a rule from which a lead is made. */
const MAX_OUTCOMES = 2

/**
 * Splits rules into sets of those that earn or lose the same for every lead that was tried. A rule is proved to be like
 * another one only within its set, so that a thousand rules need no million of proofs.
 */
export function alikeRules(rules: readonly Rule[], examination: Examination): Rule[][] {
  const worth = worthOf(examination)
  const open = [[...rules]]
  const sets: Rule[][] = []
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    const parts = set.length <= FEW ? undefined : split(set, worth, examination)
    if (parts === undefined) sets.push(set)
    else open.push(...parts)
  }
  return sets
}

type Worth = (rule: Rule, lead: Lead) => number

/** The points of a rule alone, without its sign: gates and caps around it aside. */
function worthOf({ bound, asOf, judgedLead }: Examination): Worth {
  const judges = new Map<Rule, ReturnType<typeof compileRule>>()
  const { verdict: nothing } = judgedLead(leadOf(new Map(), bound))
  return (rule, lead) => {
    const judge = judges.get(rule) ?? compileRule(rule, { bound, asOf })
    judges.set(rule, judge)
    return Math.abs(judge(lead, nothing).points)
  }
}

/** Parts of a set that a lead tells apart; a lead made for the rule in the middle halves a row of thresholds. */
function split(set: readonly Rule[], worth: Worth, { solve, bound }: Examination): Rule[][] | undefined {
  const typeOf = (name: string) => bound.fields.find(field => field.name === name)?.type
  for (const index of new Set([set.length >> 1, 0, set.length - 1])) {
    const rule = set[index]
    const outcomes = rule === undefined ? [] : outcomesOf(rule, typeOf).slice(0, MAX_OUTCOMES)
    for (const { tasks } of outcomes) {
      const solution = solve(tasks)
      if (solution.kind !== 'possible') continue
      const lead = leadOf(solution.facts, bound)
      const parts = groupBy(set, each => worth(each, lead))
      if (parts.length > 1) return parts
    }
  }
  return undefined
}

/** Items with the same key together, in the order of their first ones. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): T[][] {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}
