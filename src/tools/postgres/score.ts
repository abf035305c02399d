import { POSTGRES } from '../../dialects/postgres.ts'
import { SESSION } from '../../dialects/postgres-types.ts'
import type { Rulebook } from '../score.ts'
import { type ScoredTable, scoreTable, type TableRequest } from '../table/score-table.ts'
import type { LeadTable } from '../table/table.ts'
import type { Database } from './database.ts'
import { columnsOfRelation, nameInQueries, requireRelation } from './describe.ts'
import { prepareTarget } from './target.ts'

export interface PostgresRequest extends TableRequest {
  /** The table or view that is read. */
  readonly table: string
}

/** Scores a table inside its database, in one transaction. */
export async function scoreInPostgres(
  rulebook: Rulebook,
  request: PostgresRequest,
  database: Database,
  version: string,
): Promise<ScoredTable> {
  for (const setting of SESSION) await database.query(setting)
  return database.transaction(async () =>
    scoreTable(rulebook, await openTable(request, database, version), request, version),
  )
}

async function openTable(request: PostgresRequest, database: Database, version: string): Promise<LeadTable> {
  const relation = await requireRelation(request.table, database)
  return {
    name: request.table,
    format: 'table',
    engine: { name: 'postgres', version: database.version, at: database.at },
    dialect: POSTGRES,
    from: nameInQueries(relation),
    columns: await columnsOfRelation(relation, database),
    query: sql => database.query(sql),
    prepareTarget: called => prepareTarget({ ...request, rulebook: called, version }, relation, database),
  }
}
