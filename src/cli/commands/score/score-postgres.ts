import { STDIO } from '../../../leads/host.ts'
import type { Rulebook } from '../../../tools/score/score-request.ts'
import { scoreInPostgres } from '../../../tools/warehouse/postgres/score-postgres.ts'
import type { ScoredTable } from '../../../tools/warehouse/table/score-table.ts'
import { openPostgres } from '../../hosts/warehouse/postgres.ts'
import { usage } from '../../options.ts'
import type { Surroundings } from '../../surroundings.ts'
import { VERSION } from '../../version.ts'
import { type FlagsOfTables, refuseFlagsOfFiles, tableRequest } from './score-table-flags.ts'

/** `leadq score postgres://...`. */
export async function scorePostgres(
  rulebook: Rulebook,
  inputs: readonly string[],
  flags: FlagsOfTables,
  asOf: number,
  around: Surroundings,
): Promise<ScoredTable> {
  const [url = ''] = inputs
  const { table, events = [], out, previous } = flags
  if (inputs.length > 1) throw usage('a database is scored alone', 'one run for each table')
  if (table === undefined) throw usage('a database has many tables', 'name the one with the leads: `--table leads`')
  if (out === STDIO) throw usage('-o: a table is scored into a table of the same database', '`-o leads_scored`')
  refuseFlagsOfFiles(flags, {
    others: ['format', 'inputFormat', 'engine', 'master'],
    where: 'for a table',
    hint: 'export its leads to a file, or leave it out',
  })
  const database = await openPostgres(url, around)
  try {
    const request = { ...tableRequest(flags, asOf, out ?? `${table}_scored`), table, events, previous }
    return await scoreInPostgres(rulebook, request, database, VERSION)
  } finally {
    await database.close()
  }
}
