import type { Test } from '../../ir/plan/expr.ts'
import type { Payment, Rule } from '../../ir/plan/plan.ts'
import type { Constant, FieldType } from '../../ir/values/value.ts'
import { pointsRange } from '../judging/world.ts'
import type { Range } from '../possibility.ts'
import { isTrue, ofField } from './earning.ts'
import { fact, goal, type Task } from './task.ts'

/** One possible outcome of a rule: its points, and the conditions on a lead. */
export interface Outcome extends Range {
  readonly tasks: readonly Task[]
}

/** All possible outcomes of a rule: every lead has one of them. Points that depend on days or events are a range. */
export function outcomesOf(rule: Rule, typeOf: (field: string) => FieldType | undefined): Outcome[] {
  const { when } = rule
  const own = ownOutcomes(rule, typeOf).map(outcome => bounded(outcome, rule))
  if (when === undefined) return own
  const open = own.map(outcome => ({ ...outcome, tasks: [goal(when, 'true'), ...outcome.tasks] }))
  return [...open, { low: 0, high: 0, tasks: [goal(when, 'not true')] }]
}

/** A rule that fades, or ends with `within`, gives anything between its points and 0; its own bounds come last. */
function bounded({ low, high, tasks }: Outcome, rule: Rule): Outcome {
  const { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY, since, earns } = rule
  const isAged = since !== undefined && earns.kind !== 'events'
  if (low === 0 && high === 0) return { low, high, tasks }
  const [from, to] = isAged ? [Math.min(0, low), Math.max(0, high)] : [low, high]
  const keep = (points: number) => Math.min(max, Math.max(min, points))
  const hasNothing = from <= 0 && to >= 0
  const [least, most] = [keep(from), keep(to)]
  return { low: hasNothing ? Math.min(0, least) : least, high: hasNothing ? Math.max(0, most) : most, tasks }
}

function ownOutcomes(rule: Rule, typeOf: (field: string) => FieldType | undefined): Outcome[] {
  const { earns } = rule
  switch (earns.kind) {
    case 'events':
      return [{ ...pointsRange(rule), tasks: [] }]
    case 'per': {
      const enough: Test = { operator: 'at_least', value: earns.every }
      const most = earns.points === 0 ? 0 : earns.points * Number.POSITIVE_INFINITY
      return [
        { low: Math.min(earns.points, most), high: Math.max(earns.points, most), tasks: [isTrue(earns.field, enough)] },
        { low: 0, high: 0, tasks: [fact(ofField(earns.field), enough, false, true)] },
      ]
    }
    default:
      return paymentOutcomes(earns, typeOf)
  }
}

function paymentOutcomes(pays: Payment, typeOf: (field: string) => FieldType | undefined): Outcome[] {
  switch (pays.kind) {
    case 'once':
      return [exactly(pays.points, [])]
    case 'table':
      return typeOf(pays.field) === 'list' ? [anyOfTable(pays)] : tableOutcomes(pays)
    case 'points_from': {
      const rows = pays.rows.map(({ from, points }, index) => {
        const next = pays.rows[index - 1]
        const below = next === undefined ? [] : [isTrue(pays.field, { operator: 'below', value: next.from })]
        return exactly(points, [isTrue(pays.field, { operator: 'at_least', value: from }), ...below])
      })
      const lowest = pays.rows.at(-1)?.from ?? 0
      return [...rows, exactly(0, [fact(ofField(pays.field), { operator: 'at_least', value: lowest }, false, true)])]
    }
    case 'cases': {
      const before = (index: number) => pays.rows.slice(0, index).map(row => goal(row.when, 'not true'))
      const rows = pays.rows.map(({ when, points }, index) => exactly(points, [goal(when, 'true'), ...before(index)]))
      return [...rows, exactly(0, before(pays.rows.length))]
    }
  }
}

type Table = Extract<Payment, { kind: 'table' }>

/** The values that are worth the same together, then what is not listed, then nothing. */
function tableOutcomes({ field, rows, otherwise }: Table): Outcome[] {
  const worth = new Map<Constant, number>()
  for (const { value, points } of rows) if (!worth.has(value)) worth.set(value, points)
  const byPoints = new Map<number, Constant[]>()
  for (const [value, points] of worth) byPoints.set(points, [...(byPoints.get(points) ?? []), value])
  const listed: Test = { operator: 'equals', values: [...worth.keys()] }
  const named = [...byPoints].map(([points, values]) =>
    exactly(points, [isTrue(field, { operator: 'equals', values })]),
  )
  if (otherwise === 0) return [...named, exactly(0, [fact(ofField(field), listed, false, true)])]
  const nothing = fact(ofField(field), { operator: 'known', value: true }, false, true)
  return [...named, exactly(otherwise, [fact(ofField(field), listed, false, false)]), exactly(0, [nothing])]
}

/** Of a list the first row counts that one of its elements is; nothing is said of which. */
function anyOfTable({ rows, otherwise }: Table): Outcome {
  const points = [0, otherwise, ...rows.map(row => row.points)]
  return { low: Math.min(...points), high: Math.max(...points), tasks: [] }
}

function exactly(points: number, tasks: readonly Task[]): Outcome {
  return { low: points, high: points, tasks }
}
