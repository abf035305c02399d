import { Command, InvalidArgumentError, Option } from 'commander'
import { didYouMean } from '../../base/nearest.ts'
import type { DialectName } from '../../dialects/dialect/dialect.ts'
import { DIALECTS } from '../../dialects/dialect/dialects.ts'
import { commit, type Host } from '../../leads/host.ts'
import { columnsInDatabase, columnsInFile, type KnownColumns } from '../../tools/compile/columns/known-columns.ts'
import { compile } from '../../tools/compile/compile-query.ts'
import { type CompileRequest, FORMS, type Form } from '../../tools/compile/compile-request.ts'
import type { PackageFile } from '../../tools/compile/dbt/package.ts'
import { printLibrary } from '../../tools/compile/library.ts'
import { ON_EXISTS, type OnExists } from '../../tools/warehouse/table/on-exists.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { isPostgres } from '../hosts/warehouse/postgres-url.ts'
import { dayOfRun, type GivenDay, parsePath, usage } from '../options.ts'
import { findRulebook, usable } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'

interface Flags extends AnswerFlags {
  readonly rules?: string
  readonly to: DialectName
  readonly source?: string
  readonly as: Form
  readonly name?: string
  readonly onExists?: OnExists
  readonly columns: CompileRequest['columns']
  readonly like?: string
  readonly types?: string
  readonly connect?: string
  readonly withDeleted?: true
  readonly events?: string
  readonly eventsColumns: CompileRequest['columns']
  readonly eventsLike?: string
  readonly previous?: string
  readonly asOf?: GivenDay
  readonly library?: true | string
  readonly useLibrary?: true | string
  readonly drop?: true
  readonly dbt?: true | string
  readonly incremental?: true | string
  readonly force?: true
  readonly prefix: string
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq compile -r rules.yaml --to postgres --source crm.leads
  leadq compile --to duckdb --source leads --columns job_title=role --columns phone=
  leadq compile --to postgres --source crm.leads --connect postgres://db.example/crm --as view
  leadq compile --to postgres --source crm.leads --types columns.csv
  leadq compile --to spark --source leads --like export.csv --as view --name leads_scored
  leadq compile --to bigquery --source crm.leads --types schema.json --as view
  leadq compile --to duckdb --source leads --events page_views --events-columns lead=user_id
  leadq compile --to postgres --library crm > leadq-functions.sql
  leadq compile --to postgres --source crm.leads --types columns.csv --as view --use-library crm
  leadq compile --to postgres --source leads --dbt > models/leads_scored.sql
  leadq compile --to postgres --source crm.leads --types columns.csv --dbt leadq_package --incremental updated_at

Without --like, --types and --connect each field is the column that the rulebook names, else one of its own name.`

export function compileCommand({ around, end }: CommandContext): Command {
  return new Command('compile')
    .description('print a rulebook as a database query that scores a table')
    .requiredOption('--to <dialect>', Object.keys(DIALECTS).join(', '), parseDialect)
    .option('--source <table>', 'table or view that holds the leads', parsePath)
    .addOption(shared('rules'))
    .option('--as <form>', FORMS.join(', '), parseForm, 'select')
    .option('--name <name>', 'name of the view or table (default: the source with `_scored`)', parsePath)
    .addOption(
      new Option('--on-exists <way>', '`--as table`: replace a table that exists, fail, or append to it').choices(
        Object.keys(ON_EXISTS),
      ),
    )
    .option(
      '--use-library [schema]',
      "call leadq's functions where `--library` put them, rather than bring them along",
      parsePath,
    )
    .option('--library [schema]', "print leadq's functions alone, to be made once in a schema", parsePath)
    .option('--drop', 'print what removes the view or table with its functions, or the library')
    .option('--columns <field=column>', 'map a field to a column (`field=`: the table has none)', parseColumn, [])
    .option('--like <file>', 'export or Parquet file with the same columns, to map them automatically', parsePath)
    .option(
      '--types <file>',
      'names and types of the columns: one per line, or information_schema.columns as CSV',
      parsePath,
    )
    .option('--connect <url>', 'look at the columns of the table itself: postgres://...', parsePath)
    .addOption(
      shared(
        'withDeleted',
        'score also rows that `--like` shows to be marked as deleted, archived, merged or historic',
      ),
    )
    .option('--events <table>', 'table or view that holds the events', parsePath)
    .option(
      '--events-columns <field=column>',
      'map an event field to a column: lead, event, time, and the fields that rules read',
      parseColumn,
      [],
    )
    .option('--events-like <file>', 'event file with the same columns, to map them automatically', parsePath)
    .option(
      '--previous <table>',
      'table with the results of the run before: stages are kept, due dates count on',
      parsePath,
    )
    .addOption(shared('asOf'))
    .option('--dbt [folder]', 'write a dbt package to a folder; without one, print a dbt model that uses `ref`')
    .option('--incremental [column]', 'dbt package: score only leads changed since the last run, by this column')
    .addOption(shared('force'))
    .addOption(shared('prefix'))
    .addOption(shared('json'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: false })
      if (flags.library !== undefined) {
        const printed = { to: flags.to, schema: schemaOf(flags.library), drop: flags.drop === true }
        const statement = printLibrary(printed, VERSION)
        const document = () => documentOf({ dialect: flags.to, form: 'library', statement })
        return printAnswer(flags, { text: () => statement, document }, { around, console }, console.result)
      }
      const found = await findRulebook(flags.rules, around.cwd)
      const sources = new Map([[found.name, found.text]])
      const rulebook = usable(found)
      if (rulebook === undefined) {
        await console.diagnostics(found.diagnostics, sources)
        return end('usage')
      }
      const {
        columns,
        prefix,
        as,
        to,
        name,
        like,
        withDeleted,
        previous,
        useLibrary,
        drop,
        dbt = false,
        incremental,
        onExists,
      } = flags
      if (onExists !== undefined && (as !== 'table' || dbt !== false)) {
        throw usage('--on-exists is about the table of `--as table`', 'a view is always replaced, dbt replaces its own')
      }
      const source = sourceOf(flags)
      if (drop && (as === 'select' || dbt !== false)) {
        throw usage('--drop removes what `--as view` or `--as table` makes', 'a query alone leaves nothing behind')
      }
      if (incremental !== undefined && typeof dbt !== 'string') {
        throw usage('--incremental is for a dbt package', 'name its folder: `--dbt models/leadq`')
      }
      const asOf = dayOfRun(flags.asOf, around, rulebook.plan.locale.timezone)
      const isDayGiven = flags.asOf !== undefined
      const host = createOutside(around, { force: flags.force === true, progress: false, prefix })
      const known = await knownColumns(flags, host, around)
      const events = eventTable(flags, known?.events)
      const request = {
        columns,
        prefix,
        as,
        to,
        source,
        name,
        like,
        withDeleted,
        types: known?.leads,
        events,
        previous,
        previousTypes: known?.previous,
        dbt,
        incremental,
        onExists,
        asOf,
        isDayGiven,
        library: useLibrary === undefined ? undefined : schemaOf(useLibrary),
        drop,
      }
      const { statement, files, diagnostics } = await compile(rulebook, request, host, VERSION)
      const ofTypes = known?.diagnostics ?? []
      await console.diagnostics(
        [...(found.chosen === undefined ? [] : [found.chosen]), ...ofTypes, ...diagnostics],
        sources,
      )
      if (files !== undefined && typeof dbt === 'string') {
        const paths = await writeFiles(dbt, files, host)
        const document = () => documentOf({ dialect: to, form: as, source, files: paths })
        return printAnswer(flags, { text: () => written(dbt, paths), document }, { around, console }, console.result)
      }
      if (statement === undefined) return end('usage')
      const document = () => documentOf({ dialect: to, form: as, source, statement })
      await printAnswer(flags, { text: () => statement, document }, { around, console }, console.result)
    })
}

/** Writes the files of a package, all of them or none. */
async function writeFiles(folder: string, files: readonly PackageFile[], host: Host): Promise<string[]> {
  const pathOf = ({ path }: PackageFile) => `${folder.replace(/[\\/]+$/, '')}/${path}`
  for (const each of files) await host.check(pathOf(each))
  for (const part of ['', '/macros', '/models']) await host.makeFolder(`${folder}${part}`)
  const sinks = await Promise.all(files.map(each => host.create(pathOf(each))))
  try {
    for (const [index, sink] of sinks.entries()) await sink.write(files[index]?.text ?? '')
    await commit(sinks)
  } catch (error) {
    for (const sink of sinks) await sink.discard()
    throw error
  }
  return files.map(pathOf)
}

function written(folder: string, paths: readonly string[]): string {
  return `${paths.join('\n')}\n\ntry it: dbt build --project-dir ${folder} --profile YOUR_PROFILE\n`
}

function sourceOf({ source }: Pick<Flags, 'source'>): string {
  if (source !== undefined) return source
  throw usage('--source is missing: the table or view that holds the leads', 'such as `--source crm.leads`')
}

/** A schema that is not given is that of the session. */
function schemaOf(given: true | string): string {
  return given === true ? '' : given
}

/** The columns of the tables, where a flag says how to find them. */
async function knownColumns(
  { types, connect, to, events, previous, ...flags }: Flags,
  host: Host,
  around: Surroundings,
): Promise<KnownColumns | undefined> {
  const source = sourceOf(flags)
  if (types !== undefined && connect !== undefined) {
    throw usage('--types and --connect both say which columns there are', 'leave one of them out')
  }
  if (types !== undefined) return columnsInFile(types, { source, events, previous }, to, host)
  if (connect === undefined) return undefined
  if (to !== 'postgres' || !isPostgres(connect)) {
    throw usage('--connect looks into PostgreSQL: `--to postgres --connect postgres://...`', 'others: `--types FILE`')
  }
  const { openPostgres } = await import('../hosts/warehouse/postgres.ts')
  const database = await openPostgres(connect, around)
  try {
    return await columnsInDatabase({ source, events, previous }, database)
  } finally {
    await database.close()
  }
}

function eventTable(
  { events, eventsColumns: columns, eventsLike: like }: Flags,
  types: KnownColumns['events'],
): CompileRequest['events'] {
  if (events !== undefined) return { source: events, columns, like, types }
  const given = like === undefined ? (columns.length === 0 ? undefined : '--events-columns') : '--events-like'
  if (given !== undefined) throw usage(`${given} is about a table with events`, 'name it, too: `--events events`')
  return undefined
}

function parseDialect(text: string): DialectName {
  const names: readonly DialectName[] = Object.values(DIALECTS).map(({ name }) => name)
  const found = names.find(name => name === text.toLowerCase())
  if (found !== undefined) return found
  const hint = didYouMean(text, names)
  throw new InvalidArgumentError(`${hint ? `${hint} ` : ''}There are: ${names.join(', ')}.`)
}

function parseForm(text: string): Form {
  const found = FORMS.find(form => form === text.toLowerCase())
  if (found === undefined) throw new InvalidArgumentError(`expected ${FORMS.join(', ')}.`)
  return found
}

function parseColumn(text: string, before: CompileRequest['columns'] = []): CompileRequest['columns'] {
  const at = text.indexOf('=')
  if (at <= 0) throw new InvalidArgumentError('expected a field and a column, such as job_title=Role.')
  return [...before, { field: text.slice(0, at), column: text.slice(at + 1) }]
}
