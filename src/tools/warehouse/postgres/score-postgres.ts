import { POSTGRES } from '../../../dialects/dialect/postgres.ts'
import { SESSION } from '../../../dialects/types/postgres-types.ts'
import type { Rulebook } from '../../score/score-request.ts'
import { type ScoredTable, scoreTable, type TableRequest } from '../table/score-table.ts'
import type { LeadTable, Table } from '../table/table.ts'
import type { Database } from './database.ts'
import { columnsOfRelation, nameInQueries, type Relation, requireRelation } from './describe-table.ts'
import { prepareTarget } from './postgres-target.ts'

export interface PostgresRequest extends TableRequest {
  /** The table or view that is read. */
  readonly table: string
  /** Those with what the leads did. */
  readonly events: readonly string[]
  /** What leadq wrote in the run before. */
  readonly previous?: string | undefined
}

/** Scores a table inside its database, in one transaction. */
export async function scoreInPostgres(
  rulebook: Rulebook,
  request: PostgresRequest,
  database: Database,
  version: string,
): Promise<ScoredTable> {
  for (const setting of SESSION) await database.query(setting)
  return database.transaction(async () => {
    const leads = await openLeads(request, database, version)
    const events: Table[] = []
    for (const name of request.events)
      events.push(await openTable(name, await requireRelation(name, database), database))
    const { previous: named } = request
    const previous =
      named === undefined ? undefined : await openTable(named, await requireRelation(named, database), database)
    return scoreTable(rulebook, { leads, events, previous }, request, version)
  })
}

async function openLeads(request: PostgresRequest, database: Database, version: string): Promise<LeadTable> {
  const relation = await requireRelation(request.table, database)
  return {
    ...(await openTable(request.table, relation, database)),
    engine: { name: 'postgres', version: database.version, at: database.at },
    prepareTarget: called => prepareTarget({ ...request, rulebook: called, version }, relation, database),
  }
}

async function openTable(name: string, relation: Relation, database: Database): Promise<Table> {
  return {
    name,
    format: 'table',
    dialect: POSTGRES,
    from: nameInQueries(relation),
    columns: await columnsOfRelation(relation, database),
    query: sql => database.query(sql),
  }
}
