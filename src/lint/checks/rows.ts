import type { Expr, Test } from '../../ir/plan/expr.ts'
import { casesOf, exclusiveRows, type Row, type Rows } from '../conditions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import type { Sight } from '../judging/sight.ts'
import { goal, type Task } from '../solve/task.ts'

/** Rows that never come to their turn. Only where the first that holds is taken; rules that add up may overlap. */
export const shadowedRows: Check = examination => {
  const rules = examination.plan.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const cases = rules.map(rule => ({ about: `the cases of rule ${rule.id}`, rows: casesOf(rule) }))
  return [...exclusiveRows(examination.plan), ...cases].flatMap(({ rows }) =>
    rows.flatMap((row, index) => shadowed(row, rows.slice(0, index), examination) ?? []),
  )
}

function shadowed(row: Row, above: readonly Row[], examination: Examination): Observation | undefined {
  const { solve } = examination
  const own = row.when === undefined ? [] : [goal(row.when, 'true')]
  const alone = solve(own)
  if (alone.kind === 'impossible' || solve([...own, ...none(above)]).kind !== 'impossible') return undefined
  const single = above.find(
    ({ when }) => when !== undefined && solve([...own, goal(when, 'not true')]).kind === 'impossible',
  )
  const earlier = (seen: Judged) => above.find(({ when }) => when !== undefined && seen.truth(when) === true)
  const holds = (seen: Judged) => row.when === undefined || seen.truth(row.when) === true
  const covering = single === undefined ? `the ${above.length} rows above it` : single.about
  return {
    code: 'lint/shadowed',
    about: row.about,
    message: `${row.about} never comes to its turn: ${covering} ${single === undefined ? 'take' : 'takes'} everything that it could`,
    place: row.place,
    ...(single?.place && { related: [{ place: single.place, message: 'this row is above it' }] }),
    hint: 'put the narrower row first, or leave this one out',
    claim: seen => !holds(seen) || earlier(seen) !== undefined,
    sight: {
      leads: [...(alone.kind === 'possible' ? [alone.facts] : []), ...examination.pool()],
      isSeen: seen => holds(seen) && earlier(seen) !== undefined,
      shows: seen => `${earlier(seen)?.about}`,
    },
  }
}

/** That none of some rows holds. */
function none(rows: readonly Row[]): Task[] {
  return rows.flatMap(({ when }) => (when === undefined ? [] : [goal(when, 'not true')]))
}

/** Leads that no label takes. A segment may leave some out on purpose, so it is told only of segments without `otherwise`. */
export const gaps: Check = examination =>
  exclusiveRows(examination.plan).flatMap(rows => (rows.isComplete ? (gap(rows, examination) ?? []) : []))

function gap({ about, rows }: Rows, { solve, see, pool }: Examination): Observation | undefined {
  if (rows.some(({ when }) => when === undefined)) return undefined
  // A value in the middle says more than a lead of which nothing is known.
  const known = rows.flatMap(({ when }) => (when?.kind === 'test' ? [isKnown(when)] : [])).slice(0, 1)
  const solutions = [solve([...none(rows), ...known]), solve(none(rows))]
  const sight: Sight = {
    leads: [...solutions.flatMap(solution => (solution.kind === 'possible' ? [solution.facts] : [])), ...pool()],
    isSeen: seen => rows.every(({ when }) => when !== undefined && seen.truth(when) !== true),
    shows: () => 'none of its labels',
  }
  if (see(sight) === undefined) return undefined
  const message = `${about} leaves leads without a label`
  return { code: 'lint/gap', about, message, place: rows[0]?.place, hint: 'add a last label: `NAME: otherwise`', sight }
}

const KNOWN: Test = { operator: 'known', value: true }

function isKnown({ subject }: Extract<Expr, { kind: 'test' }>): Task {
  return goal({ kind: 'test', subject, test: KNOWN }, 'true')
}
