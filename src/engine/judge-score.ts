import type { BoundScore } from '../ir/plan/bound-plan.ts'
import { type Group, nameOf, type Rule } from '../ir/plan/plan.ts'
import type { LedgerEntry, Verdict } from '../ir/results/verdict.ts'
import { type ConditionContext, compileCondition, type Findings } from './condition.ts'
import { keepWithin } from './events/share.ts'
import { compileRule } from './judge-rule.ts'
import type { Lead } from './lead.ts'

/** Computes a score into the findings: its rules' points, its own, and its entries of the ledger. */
export type ScoreJudge = (lead: Lead, findings: Findings) => void

type Entry = Omit<LedgerEntry, 'points'>

/** Hands out ledger entries in rulebook order. */
function entryMaker(): (kind: Entry['kind'], text: string) => Entry {
  let order = 0
  return (kind, text) => ({ kind, text, order: order++ })
}

/** One judge per score, in rulebook order. A score that is not known stays so, and its rules earn nothing. */
export function compileScores(scores: readonly BoundScore[], context: ConditionContext): ScoreJudge[] {
  const entry = entryMaker()
  return scores.map(score => {
    const judge = compileScore(score, context, entry)
    return score.known ? judge : silent(score)
  })
}

function silent(score: BoundScore): ScoreJudge {
  const rules = score.groups.flatMap(group => group.rules)
  return (_, findings) => {
    for (const _rule of rules) findings.points.push(0)
    findings.scores.push(undefined)
  }
}

function compileScore(score: BoundScore, context: ConditionContext, entry: ReturnType<typeof entryMaker>): ScoreJudge {
  const gate = compileGate(score, context)
  const start = entry('start', `${score.name} start`)
  const groups = score.groups.map(group => compileGroup(group, context, entry))
  const cap = entry('cap', `${score.name} cap`)
  const floor = entry('floor', `${score.name} floor`)
  return (lead, findings) => {
    const open = gate(lead, findings)
    const base = open ? score.start : 0
    note(findings, start, base)
    let sum = base
    for (const group of groups) sum += group(lead, findings, open)
    const points = open ? keepWithin(sum, score) : 0
    note(findings, points < sum ? cap : floor, points - sum)
    findings.scores.push(points)
  }
}

type GroupJudge = (lead: Lead, findings: Findings, open: boolean) => number

function compileGroup(group: Group, context: ConditionContext, entry: ReturnType<typeof entryMaker>): GroupJudge {
  const gate = compileGate(group, context)
  const rules = group.rules.map(rule => ({ judge: compileRule(rule, context), entry: ruleEntry(rule, entry) }))
  const cap = entry('cap', `${group.name} cap`)
  const floor = entry('floor', `${group.name} floor`)
  return (lead, findings, scoreOpen) => {
    const open = scoreOpen && gate(lead, findings)
    let sum = 0
    for (const rule of rules) {
      const points = open ? rule.judge(lead, findings).points : 0
      findings.points.push(points)
      note(findings, rule.entry, points)
      sum += points
    }
    const points = open ? keepWithin(sum, group) : 0
    note(findings, points < sum ? cap : floor, points - sum)
    return points
  }
}

function ruleEntry(rule: Rule, entry: ReturnType<typeof entryMaker>): Entry {
  return entry('rule', nameOf(rule))
}

/** The gate of a score or group: if it does not hold, the score or group is 0, whatever its floor. */
export function compileGate(
  { when }: Pick<Group, 'when'>,
  context: ConditionContext,
): (lead: Lead, findings: Verdict) => boolean {
  if (when === undefined) return () => true
  const holds = compileCondition(when, context, 'plain')
  return (lead, findings) => holds(lead, findings) === true
}

/**
 * Puts an entry where it belongs: largest absolute amount first. Entries come in rulebook order, so of equal ones the
 * earlier stays in front. A ledger is short; sorting it afterwards costs several times as much. Entries of 0 are left
 * out.
 */
function note({ ledger }: Findings, { kind, text, order }: Entry, points: number): void {
  if (points === 0) return
  const entry = { kind, text, order, points }
  let at = ledger.length
  ledger.push(entry)
  for (; at > 0; at -= 1) {
    const before = ledger[at - 1]
    if (before === undefined || Math.abs(before.points) >= Math.abs(points)) return
    ledger[at - 1] = entry
    ledger[at] = before
  }
}
