import type { Expr } from '../../ir/plan/expr.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { PageBorder, PageThreshold } from '../../ir/results/page.ts'

/** What a row of a stage asks of the scores at least: by the name of the score, `score` for the total. */
type Least = ReadonlyMap<string, number>

/** The points of one score from which on stages begin. */
export function thresholdsOf(plan: Plan, score: string): PageThreshold[] {
  const found = new Map<string, PageThreshold>()
  for (const { stage, least } of rowsOf(plan)) {
    const points = least.get(score)
    if (points !== undefined) found.set(`${stage} ${points}`, { stage, points })
  }
  return [...found.values()]
}

/**
 * The corners from which on stages begin, in the plane of two scores. Rows that ask for one of them alone would be lines
 * across the others; they count where no row asks for both.
 */
export function bordersOf(plan: Plan, across: string, up: string): PageBorder[] {
  const rows = rowsOf(plan).filter(({ least }) => least.has(across) || least.has(up))
  const corners = rows.filter(({ least }) => least.has(across) && least.has(up))
  const found = new Map(
    (corners.length > 0 ? corners : rows).map(({ stage, least }) => {
      const border = { stage, across: least.get(across) ?? 0, up: least.get(up) ?? 0 }
      return [`${stage} ${border.across} ${border.up}`, border]
    }),
  )
  return [...found.values()]
}

function rowsOf({ stages }: Plan): { readonly stage: string; readonly least: Least }[] {
  return stages.flatMap(({ stage, when }) => (when === undefined ? [] : [{ stage, least: new Map(leastOf(when)) }]))
}

/** Only what must hold whatever else does: comparisons of the row itself, not those under `any` or `not`. */
function leastOf(expr: Expr): [string, number][] {
  if (expr.kind === 'all') return expr.of.flatMap(leastOf)
  if (expr.kind !== 'test') return []
  const { subject, test } = expr
  if (test.operator !== 'at_least' && test.operator !== 'above') return []
  const points = test.operator === 'above' ? Math.floor(test.value) + 1 : Math.ceil(test.value)
  if (subject.kind === 'score') return [[subject.name, points]]
  return subject.kind === 'total' ? [['score', points]] : []
}
