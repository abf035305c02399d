import type { LeadEventCells, LeadTest, NamedCell } from '../../../ir/plan/lead-test.ts'
import type { Plan, Rule } from '../../../ir/plan/plan.ts'
import { pointsOf, rulesOf } from '../actual.ts'
import type { JudgedTest } from '../score-test-lead.ts'

/** A way to earn points by one rule: the least that a lead needs for it. */
interface Way {
  readonly points: number
  readonly lead: readonly NamedCell[]
  readonly events: readonly LeadEventCells[]
}

/** Shares of the rules of a score that fire for a lead. */
const SHARES = [0, 0.15, 0.3, 0.5, 0.75, 1]
const COMPOSED = 2_000

/**
 * Leads that are put together rule by rule, of which some have much of several scores at once: drawn cells alone hardly
 * ever do. `candidates` are leads that show a rule, simplest first.
 */
export function composeLeads(
  plan: Plan,
  candidates: (rule: Rule) => readonly JudgedTest[],
  random: () => number,
): LeadTest[] {
  const scores = plan.scores.map(score => rulesOf({ scores: [score] }).map(rule => waysOf(rule, candidates(rule))))
  const [first] = scores.flatMap(rules => rules.flatMap(ways => ways.slice(0, 1)))
  if (first === undefined) return []
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return Array.from({ length: COMPOSED }, () => {
    const chosen = scores.flatMap(rules => {
      const share = pick(SHARES) ?? 0
      return rules.flatMap(ways => (random() < share ? (pick(ways) ?? []) : []))
    })
    return joined(chosen, first.test)
  })
}

/** One way for each number of points, and for most points twice: they are what high thresholds need. */
function waysOf({ id }: Rule, candidates: readonly JudgedTest[]): (Way & { readonly test: LeadTest })[] {
  const found = new Map<number, Way & { readonly test: LeadTest }>()
  for (const { test, bound, verdict } of candidates) {
    const points = pointsOf(id, bound, verdict)
    if (points === 0 || found.has(points) || verdict.excluded.length > 0) continue
    found.set(points, { points, lead: test.lead, events: test.events ?? [], test })
  }
  const ways = [...found.values()].sort((a, b) => b.points - a.points)
  return [...ways, ...ways.slice(0, 1)]
}

/** What comes later counts. */
function joined(ways: readonly Way[], pattern: LeadTest): LeadTest {
  const cells = new Map(ways.flatMap(({ lead }) => lead.map(cell => [cell.name, cell] as const)))
  const events = ways.flatMap(way => way.events)
  const { events: _, ...test } = pattern
  return { ...test, lead: [...cells.values()], ...(events.length > 0 && { events }) }
}
