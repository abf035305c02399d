import type { BoundScore } from '../ir/plan/bound-plan.ts'
import { type Group, nameOf } from '../ir/plan/plan.ts'
import type { LedgerEntry, Verdict } from '../ir/results/verdict.ts'
import { type ConditionContext, compileCondition, type Findings } from './condition.ts'
import { keepWithin } from './events/share.ts'
import { compileRule } from './judge-rule.ts'
import type { Lead } from './lead.ts'
import type { Watching } from './watch.ts'

/** Computes a score into the findings: its rules' points, its own, and its entries of the ledger. */
export type ScoreJudge = (lead: Lead, findings: Findings) => void

export type Entry = Omit<LedgerEntry, 'points'>

/** The entries that a score can have in a ledger. */
export interface ScoreEntries {
  readonly start: Entry
  readonly groups: readonly GroupEntries[]
  readonly cap: Entry
  readonly floor: Entry
}

export interface GroupEntries {
  readonly rules: readonly Entry[]
  readonly cap: Entry
  readonly floor: Entry
}

/** All possible entries of a ledger, numbered in rulebook order. */
export function ledgerEntries(scores: readonly BoundScore[]): ScoreEntries[] {
  let order = 0
  const entry = (kind: Entry['kind'], text: string): Entry => ({ kind, text, order: order++ })
  return scores.map(({ name, groups }) => ({
    start: entry('start', `${name} start`),
    groups: groups.map(group => ({
      rules: group.rules.map(rule => entry('rule', nameOf(rule))),
      cap: entry('cap', `${group.name} cap`),
      floor: entry('floor', `${group.name} floor`),
    })),
    cap: entry('cap', `${name} cap`),
    floor: entry('floor', `${name} floor`),
  }))
}

/** One judge per score, in rulebook order. A score that is not known stays so, and its rules earn nothing. */
export function compileScores(
  scores: readonly BoundScore[],
  context: ConditionContext,
  watching?: Watching,
): ScoreJudge[] {
  const making: Making = { context, watching, rules: 0 }
  const entries = ledgerEntries(scores)
  return scores.flatMap((score, index) => {
    const own = entries[index]
    if (own === undefined) return []
    const judge = compileScore(score, index, own, making)
    return [score.known ? judge : silent(score)]
  })
}

/** What the scores of a plan are made with, one after the other. */
interface Making {
  readonly context: ConditionContext
  readonly watching: Watching | undefined
  /** How many were made so far. */
  rules: number
}

function silent(score: BoundScore): ScoreJudge {
  const rules = score.groups.flatMap(group => group.rules)
  return (_, findings) => {
    for (const _rule of rules) findings.points.push(0)
    findings.scores.push(undefined)
  }
}

function compileScore(score: BoundScore, index: number, entries: ScoreEntries, making: Making): ScoreJudge {
  const { context, watching } = making
  const { start, cap, floor } = entries
  const gate = compileGate(score, { ...context, watch: watching?.({ kind: 'score', index }) })
  const groups = score.groups.flatMap((group, position) => {
    const own = entries.groups[position]
    return own === undefined ? [] : [compileGroup(group, { score: index, index: position }, own, making)]
  })
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

function compileGroup(
  group: Group,
  place: { readonly score: number; readonly index: number },
  { rules: entries, cap, floor }: GroupEntries,
  making: Making,
): GroupJudge {
  const { context, watching } = making
  const gate = compileGate(group, { ...context, watch: watching?.({ kind: 'group', ...place }) })
  const rules = group.rules.flatMap((rule, position) => {
    const watch = watching?.({ kind: 'rule', index: making.rules })
    making.rules += 1
    const entry = entries[position]
    return entry === undefined ? [] : [{ judge: compileRule(rule, { ...context, watch }), entry }]
  })
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
