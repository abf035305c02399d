import type { Sql } from '../../dialects/dialect.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import { isFormula } from '../../io/formula.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Column } from '../../ir/columns.ts'
import { nameOf } from '../../ir/plan.ts'
import { isFormulaCell } from './cells.ts'
import type { Duckdb } from './duckdb.ts'
import { PREFIX } from './source.ts'

/** How many cells of leadq's own columns a spreadsheet would run. Only those are looked at of which one could be. */
export async function formulasIn(
  statement: Sql,
  columns: readonly Column[],
  bound: BoundPlan,
  duckdb: Pick<Duckdb, 'query'>,
): Promise<number> {
  const suspects = columns.filter(column => mayBeFormula(column, bound))
  if (suspects.length === 0) return 0
  const counts = suspects.map(({ name }) => {
    const cell = `CAST(${DUCKDB.identifier(PREFIX + name)} AS VARCHAR)`
    return `count(CASE WHEN ${isFormulaCell(cell)} THEN 1 END)`
  })
  const [[sum] = []] = await duckdb.query(`SELECT CAST(${counts.join(' + ')} AS VARCHAR) FROM (${statement})`)
  return Number(sum)
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
    // A side that is not known is a minus, and what follows may be a letter.
    case 'grade':
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
