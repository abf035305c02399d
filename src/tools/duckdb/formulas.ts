import { DUCKDB } from '../../dialects/duckdb.ts'
import { isFormula } from '../../io/formula.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Column } from '../../ir/columns.ts'
import { nameOf } from '../../ir/plan.ts'
import type { ScoreRequest } from '../score.ts'
import { type Delimited, isFormulaCell } from './delimited.ts'
import type { Duckdb } from './duckdb.ts'
import type { Query } from './query.ts'
import { columnName } from './source.ts'
import { chosen, where } from './write.ts'

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
  const own = columns.filter(column => mayBeFormula(column, bound)).map(query.nameOf)
  const ofInput = kept.filter(position => (staged.formulas[position] ?? 0) > 0)
  const counted = ofInput.reduce((sum, position) => sum + (staged.formulas[position] ?? 0), 0)
  const isWhole = conditions.length === 0
  const asked = isWhole ? own : [...own, ...ofInput.map(position => DUCKDB.identifier(columnName(position)))]
  if (asked.length === 0) return isWhole ? counted : 0
  const counts = asked.map(cell => `count(CASE WHEN ${isFormulaCell(`CAST(${cell} AS VARCHAR)`)} THEN 1 END)`)
  const [[sum] = []] = await duckdb.query(
    `SELECT CAST(${counts.join(' + ')} AS VARCHAR) FROM (${query.statement})${where(conditions)}`,
  )
  return Number(sum) + (isWhole ? counted : 0)
}

function mayBeFormula(column: Column, bound: BoundPlan): boolean {
  const any = (texts: readonly string[]) => texts.some(text => isFormula(text))
  switch (column.kind) {
    case 'stage':
      return any([...bound.stages, ...bound.exclude].map(({ stage }) => stage))
    case 'segment':
      return any(bound.segments.flatMap(({ rows }) => rows.map(({ label }) => label)))
    case 'tags':
      return any(bound.tags.map(({ name }) => name))
    case 'met':
    case 'missing':
      return any(bound.criteria.map(({ name }) => name))
    case 'excluded':
      return any(bound.exclude.map(({ id }) => id))
    case 'reasons':
      return any(
        bound.scores.flatMap(({ name, groups }) => [
          `${name} cap`,
          ...groups.flatMap(group => [`${group.name} cap`, ...group.rules.map(nameOf)]),
        ]),
      )
    case 'owner':
      return bound.owners.some(row => 'keep' in row || any(row.to))
    case 'next':
      return any(bound.next.map(row => row.do))
    case 'grade':
      // The side of a score that is not known is a minus, and what follows may be a letter.
      return bound.scores.find(({ name }) => name === bound.grade?.[0]?.score)?.known === false
    case 'account':
    case 'duplicate_of':
      return true
    case 'total':
    case 'score':
    case 'since':
    case 'due':
    case 'completeness':
      return false
  }
}
