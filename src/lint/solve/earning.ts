import type { Expr, Subject, Test } from '../../ir/plan/expr.ts'
import type { Payment, PerUnit, Rule } from '../../ir/plan/plan.ts'
import { pointsRange } from '../judging/world.ts'
import { fact, goal, type Task } from './task.ts'

/** One of the ways in which a rule gives points, and its conditions on a lead. */
export interface EarningWay {
  readonly points: number
  readonly tasks: readonly Task[]
}

/** The ways in which a rule gives points, the most first; what it takes away is left out. */
export function earningWays(rule: Rule): EarningWay[] {
  const gate = rule.when === undefined ? [] : [goal(rule.when, 'true')]
  return ownWays(rule)
    .map(({ points, tasks }) => ({ points: keep(points, rule), tasks: [...gate, ...tasks] }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
}

function keep(points: number, { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Rule): number {
  return Math.min(max, Math.max(min, points))
}

function ownWays(rule: Rule): EarningWay[] {
  const { earns, max } = rule
  switch (earns.kind) {
    case 'events':
      return [{ points: pointsRange(rule).high, tasks: [] }]
    case 'per':
      return [enough(earns, max), earns.every].map(least => ({
        points: earns.points * Number.POSITIVE_INFINITY,
        tasks: [isTrue(earns.field, { operator: 'at_least', value: least })],
      }))
    default:
      return paymentWays(earns)
  }
}

/**
 * The amount at which a rule reaches its `max`, or a large amount. If that is impossible, it is an upper bound of the
 * points.
 */
function enough({ every, points }: PerUnit, max: number | undefined): number {
  return every * (max === undefined || points <= 0 ? 1_000 : Math.ceil(max / points))
}

/** What each row of a table takes. */
function paymentWays(pays: Payment): EarningWay[] {
  switch (pays.kind) {
    case 'once':
      return [{ points: pays.points, tasks: [] }]
    case 'table': {
      const { field, rows, otherwise } = pays
      const listed: Test = { operator: 'equals', values: rows.map(({ value }) => value) }
      return [
        ...rows.map(({ value, points }) => ({
          points,
          tasks: [isTrue(field, { operator: 'equals', values: [value] })],
        })),
        { points: otherwise, tasks: [fact(ofField(field), listed, false, false)] },
      ]
    }
    case 'points_from':
      return pays.rows.map(({ from, points }, index) => {
        const next = pays.rows[index - 1]
        const above = next === undefined ? [] : [isTrue(pays.field, { operator: 'below', value: next.from })]
        return { points, tasks: [isTrue(pays.field, { operator: 'at_least', value: from }), ...above] }
      })
    case 'cases':
      return pays.rows.map(({ when, points }, index) => ({
        points,
        tasks: [goal(when, 'true'), ...pays.rows.slice(0, index).map(row => goal(row.when, 'not true'))],
      }))
  }
}

export function isTrue(field: string, test: Test): Task {
  return fact(ofField(field), test, true, false)
}

export function ofField(name: string): Subject {
  return { kind: 'field', name }
}

/** A comparison with a field as a condition. */
export function comparison(field: string, test: Test): Expr {
  return { kind: 'test', subject: ofField(field), test }
}
