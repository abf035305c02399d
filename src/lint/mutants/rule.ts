import type { Earning, Payment, Rule } from '../../ir/plan/plan.ts'
import { type About, type Change, exprChanges } from './expr.ts'

/** A rule with one bound moved by one, one of its points changed, or one comparison turned around. */
export function* ruleChanges(rule: Rule, about: About): Generator<Change<Rule>> {
  const named = (what: string) => `rule ${rule.id}: ${what}`
  if (rule.when !== undefined) {
    for (const { to, what, place } of exprChanges(rule.when, about)) {
      yield { to: { ...rule, when: to }, what: named(what), place, rule: rule.id }
    }
  }
  for (const { to, what, place } of earningChanges(rule.earns, about)) {
    yield { to: { ...rule, earns: to }, what: named(what), place: place ?? rule.place, rule: rule.id }
  }
  if (rule.within !== undefined) {
    for (const within of [rule.within - 1, rule.within + 1]) {
      yield {
        to: { ...rule, within },
        what: named(`within ${rule.within}d -> ${within}d`),
        place: rule.place,
        rule: rule.id,
      }
    }
  }
}

function* earningChanges(earns: Earning, about: About): Generator<Change<Earning>> {
  switch (earns.kind) {
    case 'per':
      for (const points of otherPoints(earns.points))
        yield { to: { ...earns, points }, what: pointsText(earns.points, points) }
      return
    case 'events':
      for (const { to, ...rest } of paymentChanges(earns.pays, about)) yield { to: { ...earns, pays: to }, ...rest }
      if (earns.where !== undefined) {
        for (const { to, ...rest } of exprChanges(earns.where, about)) yield { to: { ...earns, where: to }, ...rest }
      }
      return
    default:
      yield* paymentChanges(earns, about)
  }
}

function* paymentChanges(pays: Payment, about: About): Generator<Change<Payment>> {
  switch (pays.kind) {
    case 'once':
      for (const points of otherPoints(pays.points))
        yield { to: { ...pays, points }, what: pointsText(pays.points, points) }
      return
    case 'table':
      for (const [index, row] of pays.rows.entries()) {
        for (const points of otherPoints(row.points)) {
          const what = `${row.value}: ${pointsText(row.points, points)}`
          yield { to: { ...pays, rows: pays.rows.with(index, { ...row, points }) }, what }
        }
      }
      return
    case 'points_from':
      for (const [index, row] of pays.rows.entries()) {
        for (const from of [row.from - 1, row.from + 1]) {
          const what = `${pays.field} from ${row.from} -> ${from}`
          yield { to: { ...pays, rows: pays.rows.with(index, { ...row, from }) }, what }
        }
        for (const points of otherPoints(row.points)) {
          const what = `${pays.field} from ${row.from}: ${pointsText(row.points, points)}`
          yield { to: { ...pays, rows: pays.rows.with(index, { ...row, points }) }, what }
        }
      }
      return
    case 'cases':
      for (const [index, row] of pays.rows.entries()) {
        for (const { to, ...rest } of exprChanges(row.when, about)) {
          yield { to: { ...pays, rows: pays.rows.with(index, { ...row, when: to }) }, ...rest }
        }
        for (const points of otherPoints(row.points)) {
          const what = `case ${index + 1}: ${pointsText(row.points, points)}`
          yield { to: { ...pays, rows: pays.rows.with(index, { ...row, points }) }, what }
        }
      }
  }
}

/** A fifth more, and a fifth less. */
function otherPoints(points: number): number[] {
  const by = Math.max(1, Math.round(Math.abs(points) / 5))
  return [points - by, points + by]
}

function pointsText(from: number, to: number): string {
  return `points ${from} -> ${to}`
}
