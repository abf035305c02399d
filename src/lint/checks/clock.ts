import { compileCondition } from '../../engine/condition.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { conditionsOf } from '../conditions.ts'
import type { Check } from '../judging/observation.ts'
import type { Sight } from '../judging/sight.ts'
import { edgesOf } from '../solve/edges.ts'
import type { Facts } from '../solve/solve.ts'

const RELATIVE: ReadonlySet<Test['operator']> = new Set(['in_last', 'older_than', 'in_next'])

/**
 * Conditions on the age of dates change their result from day to day. One finding per rulebook, since they are not
 * mistakes.
 */
export const clock: Check = ({ plan, bound, asOf, print }) => {
  const conditions = conditionsOf(plan).flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf =>
      leaf.kind === 'test' && RELATIVE.has(leaf.test.operator) ? [{ leaf, about, place: leaf.place ?? place }] : [],
    ),
  )
  const [first] = conditions
  if (first === undefined) return []
  const many = conditions.length === 1 ? '1 condition' : `${conditions.length} conditions`
  const tomorrow = (expr: Expr) => compileCondition(expr, { bound, asOf: asOf + 1 }, 'plain')
  const sight: Sight = {
    leads: edgesOf(first.leaf.test, asOf).flatMap(day => [day, day + 1].map(each => dated(first.leaf, each))),
    isSeen: ({ lead, verdict, truth }) =>
      (truth(first.leaf) === true) !== (tomorrow(first.leaf)(lead, verdict) === true),
    shows: ({ truth }) => {
      const [now, then] = truth(first.leaf) === true ? ['holds', 'does not'] : ['does not hold', 'does']
      return `\`${print(first.leaf)}\` ${now} on ${printDay(asOf)}, and ${then} the day after`
    },
  }
  return [
    {
      code: 'lint/clock',
      about: 'the day of the run',
      message: `scores can change from day to day even if the data does not (${many})`,
      place: first.place,
      related: conditions
        .slice(1)
        .flatMap(({ place, about }) => (place === undefined ? [] : [{ place, message: about }])),
      hint: 'for repeatable results use `--as-of 2026-01-31`',
      sight,
    },
  ]
}

function dated({ subject }: Extract<Expr, { kind: 'test' }>, day: number): Facts {
  const found = { value: day, text: printDay(day) }
  return new Map(subject.kind === 'field' ? [[subject.name, { subject, constraints: [], found }]] : [])
}
