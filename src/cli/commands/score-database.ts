import { STDIO } from '../../tools/outputs.ts'
import type { Rulebook, ScoreRequest } from '../../tools/score.ts'
import { type ScoredTable, scoreTable } from '../../tools/table/score-table.ts'
import { openPostgres } from '../hosts/postgres.ts'
import { usage } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'

/** The flags of `score` that mean something for a table. */
interface Flags {
  readonly table?: string
  readonly events?: string[]
  readonly out?: string
  readonly from?: ScoreRequest['from']
  readonly columns?: string[]
  readonly prefix: string
  readonly dryRun?: true
  readonly force?: true
}

/** Those that are about files. */
const OF_FILES = [
  'companies',
  'format',
  'inputFormat',
  'sheet',
  'for',
  'split',
  'only',
  'sort',
  'top',
  'maxRejects',
  'escapeFormulas',
] as const

type FlagsOfFiles = { readonly [Name in (typeof OF_FILES)[number]]?: unknown }

/** `leadq score postgres://...`. */
export async function scoreDatabase(
  rulebook: Rulebook,
  inputs: readonly string[],
  flags: Flags & FlagsOfFiles,
  asOf: number,
  around: Surroundings,
): Promise<ScoredTable> {
  const [url = ''] = inputs
  const { table, events = [], out, from, columns, prefix } = flags
  if (inputs.length > 1) throw usage('a database is scored alone', 'one run for each table')
  if (table === undefined) throw usage('a database has many tables', 'name the one with the leads: `--table leads`')
  if (out === STDIO) throw usage('-o: a table is scored into a table of the same database', '`-o leads_scored`')
  const ofFiles = OF_FILES.filter(name => flags[name] !== undefined)
  if (ofFiles.length > 0) {
    const names = ofFiles.map(name => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`)
    throw usage(`${names.join(', ')}: not for a table`, 'export its leads to a file, or leave it out')
  }
  const database = await openPostgres(url, around)
  try {
    const request = {
      table,
      events,
      out: out ?? `${table}_scored`,
      from,
      columns,
      prefix,
      asOf,
      dryRun: flags.dryRun === true,
      force: flags.force === true,
    }
    return await scoreTable(rulebook, request, database, VERSION)
  } finally {
    await database.close()
  }
}
