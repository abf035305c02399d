import type { Expr } from '../../ir/plan/expr.ts'
import type { StageMemory, StageRow } from '../../ir/plan/plan.ts'
import { stageAbout } from '../conditions.ts'
import { placeOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { goal } from '../solve/task.ts'

type Remembering = StageRow & { readonly memory: StageMemory }

/** A `keep_while` that keeps nobody, and a `cool_down` that holds nobody back. */
export const idleMemory: Check = examination =>
  examination.plan.stages.flatMap((row, index) => {
    const { memory } = row
    if (memory === undefined) return []
    const remembering = { ...row, memory }
    return [...keepsNobody(remembering, examination), ...holdsNobodyBack(remembering, index, examination)]
  })

function keepsNobody(row: Remembering, { solve, print, pool }: Examination): Observation[] {
  const { when, keepWhile } = row.memory
  if (keepWhile === undefined) return []
  const about = stageAbout(row)
  const base = {
    code: 'lint/idle-memory',
    about: `keep_while of ${about}`,
    place: placeOf(keepWhile) ?? row.place,
  } as const
  const kept = solve([goal(keepWhile, 'true')])
  if (kept.kind === 'impossible') {
    return [
      {
        ...base,
        message: `${about}: \`keep_while\` keeps no lead: \`${print(keepWhile)}\` can never hold`,
        hint: 'change the condition, or remove `keep_while`',
        claim: seen => seen.truth(keepWhile) !== true,
        sight: {
          leads: [...pool()].reverse(),
          isSeen: seen => seen.truth(keepWhile) !== true,
          shows: seen => `\`${print(keepWhile)}\` does not hold, stage ${seen.verdict.stage}`,
        },
      },
    ]
  }
  if (solve([goal(keepWhile, 'true'), goal(when, 'not true')]).kind !== 'impossible') return []
  return [
    {
      ...base,
      message: `${about}: \`keep_while\` keeps no lead: every lead with \`${print(keepWhile)}\` meets \`when\`, too`,
      hint: '`keep_while` has to ask for less than `when`',
      claim: seen => seen.truth(keepWhile) !== true || seen.truth(when) === true,
      sight: {
        leads: [...(kept.kind === 'possible' ? [kept.facts] : []), ...pool()],
        isSeen: seen => seen.truth(keepWhile) === true && seen.truth(when) === true,
        shows: () => 'both hold',
      },
    },
  ]
}

/** The leads that it holds back are taken into the same stage by a row below, before any other row. */
function holdsNobodyBack(row: Remembering, index: number, { plan, solve }: Examination): Observation[] {
  const { when, coolDown } = row.memory
  if (coolDown === undefined) return []
  const canBe = (...goals: readonly (readonly [Expr | undefined, 'true' | 'not true'])[]) =>
    solve([goal(when, 'true'), ...goals.flatMap(([expr, want]) => (expr === undefined ? [] : [goal(expr, want)]))])
      .kind !== 'impossible'
  const below = plan.stages.slice(index + 1)
  const next = below.findIndex(other => other.when === undefined || canBe([other.when, 'true']))
  const taker = below[next]
  if (taker === undefined || taker.stage !== row.stage || taker.memory !== undefined) return []
  if (taker.when !== undefined && canBe([taker.when, 'not true'])) return []
  const about = stageAbout(row)
  return [
    {
      code: 'lint/idle-memory',
      about: `cool_down of ${about}`,
      message: `${about}: \`cool_down\` holds no lead back: every such lead comes into ${row.stage} by a row below`,
      place: row.place,
      ...(taker.place && { related: [{ place: taker.place, message: 'this row takes it' }] }),
      hint: 'give the row below a `cool_down`, too, or remove this one',
    },
  ]
}
