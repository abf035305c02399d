import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { ScoreRequest } from '../../score/score-request.ts'
import { type Delimited, isFormulaCell, textOf } from './delimited.ts'
import type { Duckdb } from './duckdb-engine.ts'
import type { Query } from './duckdb-query.ts'
import { chosen, where } from './duckdb-write.ts'
import { mayBeFormula, ownTexts } from './own-texts.ts'

/**
 * How many cells of what is written a spreadsheet would run. Those of the input were counted as they were staged; of
 * leadq's own columns, and where only some of the leads are written, only those are looked at of which one could be.
 */
export async function formulasIn(
  query: Query,
  bound: BoundPlan,
  request: Pick<ScoreRequest, 'only' | 'top'>,
  { staged, kept, columns }: Pick<Delimited, 'staged' | 'kept' | 'columns'>,
  duckdb: Pick<Duckdb, 'query'>,
): Promise<number> {
  const conditions = chosen(query, request)
  const own = columns.filter(column => mayBeFormula(ownTexts(column, bound))).map(query.nameOf)
  const ofInput = kept.filter(position => staged.formulas[position] !== 0)
  const isKnown = kept.every(position => staged.formulas[position] !== undefined)
  const counted = ofInput.reduce((sum, position) => sum + (staged.formulas[position] ?? 0), 0)
  const isWhole = conditions.length === 0 && isKnown
  const asked = isWhole ? own : [...own, ...ofInput.map(position => textOf(staged, position))]
  if (asked.length === 0) return isWhole ? counted : 0
  const counts = asked.map(cell => `count(CASE WHEN ${isFormulaCell(`CAST(${cell} AS VARCHAR)`)} THEN 1 END)`)
  const [[sum] = []] = await duckdb.query(
    `SELECT CAST(${counts.join(' + ')} AS VARCHAR) FROM (${query.statement})${where(conditions)}`,
  )
  return Number(sum) + (isWhole ? counted : 0)
}
