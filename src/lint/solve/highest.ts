import type { Bounds, Group, Score } from '../../ir/plan/plan.ts'
import { type EarningWay, earningWays } from './earning.ts'
import type { Facts, Solver } from './solve.ts'
import { goal, type Task } from './task.ts'

/** The most points that a lead can get, and a lead with that many points or close to it. */
export interface Highest {
  /** Never less than any lead gets. */
  readonly points: number
  readonly facts: Facts
}

/** Rules under a common `min` and `max`, each with its ways to earn points. */
interface Block extends Bounds {
  readonly rules: readonly (readonly EarningWay[])[]
}

interface Sum extends Bounds {
  readonly start: number
  readonly gates: readonly Task[]
  /** Whether its points are behind a gate, and 0 where that is closed. */
  readonly isGated: boolean
  readonly blocks: readonly Block[]
}

const MAX_NODES = 1_500
/** The more is demanded already, the longer a step takes; it counts as several then. */
const TASKS_PER_NODE = 100

/** For a score with all its limits, over leads that meet the given conditions. */
export function highestScore(score: Score, solve: Solver, given: readonly Task[] = []): Highest {
  const { start, groups } = score
  const gates = [...gatesOf(score), ...given]
  return highest({ ...score, start, gates, isGated: score.when !== undefined, blocks: groups.map(blockOf) }, solve)
}

/** Of the rules of a group together, without its own bounds. More than `enough` is not looked for. */
export function highestSum(group: Group, score: Score, solve: Solver, enough: number): Highest {
  const { rules } = blockOf(group)
  const gates = [...gatesOf(score), ...gatesOf(group)]
  return highest({ start: 0, gates, isGated: gates.length > 0, blocks: [{ rules }] }, solve, enough)
}

function gatesOf({ when }: Pick<Group, 'when'>): Task[] {
  return when === undefined ? [] : [goal(when, 'true')]
}

function blockOf(group: Group): Block {
  const gates = gatesOf(group)
  const rules = group.rules
    .map(rule => earningWays(rule).map(({ points, tasks }) => ({ points, tasks: [...gates, ...tasks] })))
    .filter(ways => ways.length > 0)
    .sort((a, b) => mostOf(b) - mostOf(a))
  return { ...boundsOf(group), rules }
}

function boundsOf({ max, min }: Bounds): Bounds {
  return { ...(max !== undefined && { max }), ...(min !== undefined && { min }) }
}

function mostOf(ways: readonly EarningWay[]): number {
  return ways[0]?.points ?? 0
}

interface Node {
  /** The points of each block so far, and of the next block how many rules are decided. */
  readonly sums: readonly number[]
  readonly block: number
  readonly rule: number
  readonly facts: Facts
  readonly tasks: readonly Task[]
}

/**
 * Branch and bound over the ways in which rules can give points together: rules that exclude each other are found, so
 * that this is mostly exact. Where it takes too long, the answer is a bound.
 */
function highest(sum: Sum, solve: Solver, enough = Number.POSITIVE_INFINITY): Highest {
  const none: Facts = new Map()
  const opened = solve(sum.gates)
  if (opened.kind === 'impossible') return { points: 0, facts: none }
  let best: Highest = { points: Number.NEGATIVE_INFINITY, facts: none }
  let unexplored = Number.NEGATIVE_INFINITY
  let nodes = 0

  const visit = (node: Node): void => {
    const reach = reachable(node, sum)
    if (reach <= best.points || best.points >= enough) return
    nodes += Math.ceil((1 + node.tasks.length) / TASKS_PER_NODE)
    if (nodes > MAX_NODES) {
      unexplored = Math.max(unexplored, reach)
      return
    }
    const ways = sum.blocks[node.block]?.rules[node.rule]
    if (ways === undefined) {
      if (node.block < sum.blocks.length) visit({ ...node, block: node.block + 1, rule: 0 })
      else best = { points: reach, facts: node.facts }
      return
    }
    for (const way of ways) {
      const next = taken(way, node, solve)
      if (next !== undefined) visit(next)
    }
    visit({ ...node, rule: node.rule + 1 })
  }

  const facts = opened.kind === 'possible' ? opened.facts : none
  visit({ sums: sum.blocks.map(() => 0), block: 0, rule: 0, facts, tasks: sum.gates })
  const closed = sum.isGated ? 0 : Number.NEGATIVE_INFINITY
  return { points: Math.max(best.points, unexplored, closed), facts: best.facts }
}

/** The most points that a node can still reach. */
function reachable({ sums, block, rule }: Node, { start, blocks, ...bounds }: Sum): number {
  const total = blocks.reduce((all, { rules, ...own }, index) => {
    const open = index < block ? [] : index === block ? rules.slice(rule) : rules
    return (
      all +
      keep(
        open.reduce((more, ways) => more + mostOf(ways), sums[index] ?? 0),
        own,
      )
    )
  }, start)
  return keep(total, bounds)
}

function keep(points: number, { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds): number {
  return Math.min(max, Math.max(min, points))
}

/** The node in which a rule gives its points; undefined if nothing before allows that. */
function taken({ points, tasks }: EarningWay, node: Node, solve: Solver): Node | undefined {
  const all = [...node.tasks, ...tasks]
  const extended = solve(tasks, node.facts)
  const solution = extended.kind === 'possible' ? extended : solve(all)
  if (solution.kind === 'impossible') return undefined
  const sums = node.sums.with(node.block, (node.sums[node.block] ?? 0) + points)
  const facts = solution.kind === 'possible' ? solution.facts : node.facts
  return { ...node, sums, rule: node.rule + 1, facts, tasks: all }
}
