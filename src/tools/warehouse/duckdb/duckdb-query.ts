import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import { printQuery } from '../../../dialects/query.ts'
import type { Source } from '../../../dialects/statement.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import { type Column, columnsOf } from '../../../ir/plan/columns.ts'
import { HandOver } from './duckdb-engine.ts'

/** What leadq's columns begin with in queries; the prefix that people choose could be anything. */
const PREFIX = 'leadq_'

/** Columns by which leads are chosen and ordered, and known to have an account, whether or not they are written. */
const CHOOSING: ReadonlySet<string> = new Set(['stage', 'score', 'duplicate_of', 'account'])

/** An input with what its leads come to. */
export interface Query {
  readonly statement: Sql
  /** What one of leadq's columns is called in it; NULL if this rulebook has none of that kind. */
  nameOf(column: Column): Sql
  readonly stage: Sql
  readonly total: Sql
  readonly isDuplicate: Sql
  /** The name of the lead's account; NULL if it has none. */
  readonly account: Sql
}

export function queryOf(bound: BoundPlan, source: Source, columns: readonly Column[]): Query {
  const chosen = new Set(columns.map(({ name }) => name))
  const others = columnsOf(bound).filter(({ name }) => CHOOSING.has(name) && !chosen.has(name))
  const all = [...columns, ...others]
  const request = { ...source, columns: all, prefix: PREFIX, comment: [] }
  const { statement, diagnostics } = printQuery(bound, request, DUCKDB)
  if (statement === undefined) throw new HandOver(diagnostics[0]?.message ?? '')
  const nameOf = ({ name }: Column) => DUCKDB.identifier(PREFIX + name)
  const named = (name: string) => {
    const column = all.find(each => each.name === name)
    return column === undefined ? 'NULL' : nameOf(column)
  }
  return {
    statement,
    nameOf,
    stage: named('stage'),
    total: named('score'),
    isDuplicate: `${named('duplicate_of')} IS NOT NULL`,
    account: named('account'),
  }
}
