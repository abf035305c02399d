import { plural } from '../../base/counts.ts'
import type { Expr, Test } from '../../ir/plan/expr.ts'
import type { Exclusion, StageRow } from '../../ir/plan/plan.ts'
import { casesOf, exclusiveRows, type Row, type Rows, stageAbout } from '../conditions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import type { Sight } from '../judging/sight.ts'
import { goal, type Task } from '../solve/task.ts'

/** Unreachable rows, in tables where the first matching row is taken; rules that add up may overlap. */
export const shadowedRows: Check = examination => {
  const rules = examination.plan.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const cases = rules.map(rule => ({ about: `the cases of rule ${rule.id}`, rows: casesOf(rule) }))
  return [
    ...[...exclusiveRows(examination.plan), ...cases].flatMap(({ rows }) =>
      rows.flatMap((row, index) => shadowed(row, rows.slice(0, index), examination) ?? []),
    ),
    ...examination.plan.stages.flatMap(row => excluded(row, examination) ?? []),
  ]
}

/** Rows of a table whose value, folded, stands in a row above. */
export const foldedRows: Check = ({ plan, bound }) =>
  plan.scores
    .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
    .flatMap(({ id, earns, place }) => {
      if (earns.kind !== 'table') return []
      const { field, rows } = earns
      const again = rows.filter(({ value }, index) => rows.findIndex(row => row.value === value) < index)
      const slot = bound.fields.findIndex(({ name }) => name === field)
      return again.map(({ value }): Observation => {
        const subject = { kind: 'field', name: field } as const
        const found = { value, text: String(value) }
        const points = rows.find(row => row.value === value)?.points ?? 0
        return {
          code: 'lint/shadowed',
          about: `rule ${id} ${value}`,
          message: `rule ${id}: \`${value}\` is in the table twice (capitals and white space make no difference), and the second row is never reached`,
          place,
          hint: 'remove one of the two',
          sight: {
            leads: [new Map([[field, { subject, constraints: [], found }]])],
            isSeen: seen => seen.lead.readings[slot]?.value === value,
            shows: () => `the first row counts, ${plural(points, 'point')}`,
          },
        }
      })
    })

/** A stage that no lead can have because all its leads are excluded. */
function excluded({ when, place, ...row }: StageRow, examination: Examination): Observation | undefined {
  const { solve, plan } = examination
  if (when === undefined || plan.exclude.length === 0) return undefined
  const own = [goal(when, 'true')]
  const alone = solve(own)
  const passes = (rows: readonly Exclusion[]) => rows.map(row => goal(row.when, 'not true', 'exclude'))
  if (alone.kind !== 'possible' || solve([...own, ...passes(plan.exclude)]).kind !== 'impossible') return undefined
  const single = plan.exclude.find(row => solve([...own, ...passes([row])]).kind === 'impossible')
  const about = stageAbout(row)
  const covering = single === undefined ? 'the exclusions already take' : `exclusion ${single.id} already takes`
  return {
    code: 'lint/unreachable',
    about,
    message: `${about} cannot be reached: ${covering} every such lead`,
    place,
    ...(single?.place && { related: [{ place: single.place, message: 'this exclusion' }] }),
    hint: 'change the condition of the stage or of the exclusion',
    claim: seen => seen.truth(when) !== true || seen.verdict.excluded.length > 0,
    sight: {
      leads: [alone.facts, ...examination.pool()],
      isSeen: seen => seen.truth(when) === true && seen.verdict.excluded.length > 0,
      shows: seen => `stage ${seen.verdict.stage}`,
    },
  }
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
    message: `${row.about} is never reached: ${covering} already ${single === undefined ? 'match' : 'matches'} every such lead`,
    place: row.place,
    ...(single?.place && { related: [{ place: single.place, message: 'this row is above it' }] }),
    hint: 'put the narrower row first, or remove this one',
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

/** Leads without a label. Reported only for segments without `otherwise`. */
export const gaps: Check = examination =>
  exclusiveRows(examination.plan).flatMap(rows => (rows.isComplete ? (gap(rows, examination) ?? []) : []))

function gap({ about, rows }: Rows, { solve, see, pool }: Examination): Observation | undefined {
  if (rows.some(({ when }) => when === undefined)) return undefined
  // A lead with an ordinary value is a better example than an empty lead.
  const known = rows.flatMap(({ when }) => (when?.kind === 'test' ? [isKnown(when)] : [])).slice(0, 1)
  const solutions = [solve([...none(rows), ...known]), solve(none(rows))]
  const sight: Sight = {
    leads: [...solutions.flatMap(solution => (solution.kind === 'possible' ? [solution.facts] : [])), ...pool()],
    isSeen: seen => rows.every(({ when }) => when !== undefined && seen.truth(when) !== true),
    shows: () => 'none of its labels',
  }
  if (see(sight) === undefined) return undefined
  const message = `${about} leaves some leads unlabelled`
  return { code: 'lint/gap', about, message, place: rows[0]?.place, hint: 'add a last label: `NAME: otherwise`', sight }
}

const KNOWN: Test = { operator: 'known', value: true }

function isKnown({ subject }: Extract<Expr, { kind: 'test' }>): Task {
  return goal({ kind: 'test', subject, test: KNOWN }, 'true')
}
