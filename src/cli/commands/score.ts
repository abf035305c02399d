import { Command } from 'commander'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { IMPORTS } from '../../ir/catalogue/imports.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import { stagesOf } from '../../ir/plan/plan.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { STDIO } from '../../leads/host.ts'
import { formatOfName } from '../../outputs/outputs.ts'
import { summaryJson } from '../../report/summary/summary-json.ts'
import { printSummary } from '../../report/summary/summary-text.ts'
import { scoreFiles } from '../../tools/score/choose-engine.ts'
import type { Rulebook, ScoreRequest } from '../../tools/score/score-request.ts'
import type { SparkRequest } from '../../tools/warehouse/spark/score-spark.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { isPostgres } from '../hosts/warehouse/postgres-url.ts'
import {
  type EngineName,
  parseAnyFormat,
  parseAnyInputFormat,
  parseCount,
  parseDay,
  parseEngine,
  parseImport,
  parseLimit,
  parseList,
  parseMemory,
  parsePath,
  parsePaths,
  parsePrefix,
  parseSheet,
  parseSystem,
  today,
  usage,
} from '../options.ts'
import { type FoundRulebook, findRulebook, textsOf, usable } from '../rulebook.ts'
import { VERSION } from '../version.ts'

interface Flags {
  readonly rules?: string
  readonly events?: string[]
  readonly table?: string
  readonly out?: string
  readonly asOf?: number
  readonly master?: string
  readonly format?: SparkRequest['format'] | 'xlsx'
  readonly inputFormat?: SparkRequest['inputFormat']
  readonly from?: ScoreRequest['from']
  readonly companies?: string
  readonly sheet?: string
  readonly for?: ScoreRequest['target']
  readonly split?: true
  readonly only?: string[]
  readonly sort?: string
  readonly top?: number
  readonly columns?: string[]
  readonly prefix: string
  readonly engine?: EngineName
  readonly memory?: number
  readonly maxRejects?: ScoreRequest['maxRejects']
  readonly escapeFormulas?: true
  readonly dryRun?: true
  readonly force?: true
  readonly json?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq score leads.csv                      writes leads.scored.csv and prints a summary
  leadq score leads.csv -r rules.yaml --split
  leadq score leads.csv --events web.csv mails.ndjson
  leadq score postgres://db.example/crm --table leads --events page_views -o leads_scored
  leadq score --engine spark --master spark://host:7077 leads.parquet -o scored.parquet
  leadq score leads.csv --only SQL --sort score -o hot.csv
  cat leads.csv | leadq score - | head`

export function scoreCommand({ around, end }: CommandContext): Command {
  return new Command('score')
    .description('give every lead its scores, stage, segments, tags and reasons')
    .argument('<file...>', 'lead exports: CSV, TSV, JSON, NDJSON, also .gz, .xlsx, .parquet; `-` is stdin', parsePaths)
    .option('-r, --rules <file>', 'rulebook, or the name of a built-in (b2b, b2c, plg)', parsePath)
    .option('--events <file...>', 'what the leads did: page views, mails, calls; of a database tables', parsePaths)
    .option('--table <table>', 'of a database, postgres://...: the table or view with the leads', parsePath)
    .option('-o, --out <path>', 'a file, a folder, or `-` for stdout; of a database a table', parsePath)
    .option('--as-of <day>', 'the day of the run, 2026-01-31; default: today', parseDay)
    .option(
      '--engine <engine>',
      'what judges: stream, duckdb, spark; default: auto, by the size of the input',
      parseEngine,
    )
    .option('--memory <size>', 'what DuckDB may take: 500MB, 2GB; default: 1GB', parseMemory)
    .option('--master <url>', "of Spark: spark://..., yarn, local[*]; default: Spark's own configuration", parsePath)
    .option(
      '--format <format>',
      'of what is written: csv, tsv, json, ndjson, xlsx, parquet; by Spark table',
      parseAnyFormat,
    )
    .option('--input-format <format>', 'of what is read, where looking is not enough', parseAnyInputFormat)
    .option('--from <system>', 'the system that wrote the files, where it is not recognised', parseSystem)
    .option('--companies <file>', 'companies of the same system: they complete the leads', parsePath)
    .option('--sheet <sheet>', 'of a workbook: its name or number; default: the first with a table', parseSheet)
    .option('--for <system>', `a file that its importer takes: ${Object.keys(IMPORTS).join(', ')}`, parseImport)
    .option('--split', 'one more file per stage')
    .option('--only <stages>', 'write only leads of these stages, comma separated', parseList)
    .option('--sort <by>', '`score`: best leads first')
    .option('--top <n>', 'write only the n best leads', parseCount)
    .option('--columns <names>', "which of leadq's columns, comma separated", parseList)
    .option('--prefix <text>', "of leadq's columns", parsePrefix, PREFIX)
    .option('--max-rejects <n>', 'refuse the data above so many rejects, 100 or 1%', parseLimit)
    .option('--escape-formulas', "put a ' before cells that a spreadsheet would run")
    .option('-n, --dry-run', 'write nothing, only say what would be')
    .option('--force', 'overwrite files that leadq did not write')
    .option('--json', 'print the summary as one JSON document')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = await findRulebook(flags.rules, around.cwd)
      const rulebook = usable(found)
      if (rulebook === undefined) {
        await console.diagnostics(found.diagnostics, textsOf(found))
        return end('usage')
      }
      const asOf = flags.asOf ?? today(around, rulebook.plan.locale.timezone)
      const { engine = 'auto' } = flags
      if (engine === 'spark' || inputs.some(isPostgres)) {
        const scoreThere = await ELSEWHERE[engine === 'spark' ? 'spark' : 'postgres']()
        const { summary, diagnostics } = await scoreThere(rulebook, inputs, flags, asOf, around)
        await console.diagnostics(diagnostics, textsOf(found))
        if (summary === undefined) return end('usage')
        return report(summary, { flags, request: { inputs: [] }, found, console })
      }
      if (flags.table !== undefined)
        throw usage('--table names a table of a database', 'the input is then postgres://...')
      const request = requestOf(inputs, flags, rulebook, asOf)
      const host = createOutside(around, {
        force: flags.force === true,
        progress: flags.quiet !== true,
        prefix: flags.prefix,
      })
      const engines = {
        wanted: engine,
        openDuckdb: async () =>
          (await import('../hosts/warehouse/duckdb.ts')).openDuckdb(around, {
            memory: flags.memory,
            progress: flags.quiet !== true,
          }),
      }
      const summary = await scoreFiles({ rulebook, request, host, version: VERSION }, engines)
      await report(summary, { flags, request, found, console })
    })
}

/** Where leads can lie that leadq does not read itself; loaded when it is wanted. */
const ELSEWHERE = {
  spark: async () => (await import('./score-spark.ts')).scoreSpark,
  postgres: async () => (await import('./score-postgres.ts')).scorePostgres,
}

function requestOf(inputs: readonly string[], flags: Flags, rulebook: Rulebook, asOf: number): ScoreRequest {
  const { events = [], format, inputFormat } = flags
  if (flags.master !== undefined) throw usage('--master is for `--engine spark`')
  if (format === 'table' || inputFormat === 'table') throw usage('tables of a catalogue need `--engine spark`')
  const read = [...inputs, ...events, ...(flags.companies === undefined ? [] : [flags.companies])]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  if (flags.sort !== undefined && flags.sort !== 'score') {
    throw usage(`--sort: expected score, found ${flags.sort}`, didYouMean(flags.sort, ['score']))
  }
  checkStages(flags.only, rulebook)
  checkImport(flags)
  return {
    inputs,
    events,
    // Parquet is known by its first bytes.
    inputFormat: inputFormat === 'parquet' ? undefined : inputFormat,
    from: flags.from,
    companies: flags.companies,
    sheet: flags.sheet,
    out: flags.out,
    format,
    target: flags.for,
    asOf,
    split: flags.split === true,
    columns: flags.columns,
    prefix: flags.prefix,
    only: flags.only,
    sort: flags.sort !== undefined,
    top: flags.top,
    dryRun: flags.dryRun === true,
    maxRejects: flags.maxRejects,
    escapeFormulas: flags.escapeFormulas === true,
  }
}

/** Importers take CSV, which is all that a file for them can be. */
function checkImport({ for: system, format, out }: Flags): void {
  if (system === undefined) return
  const chosen = format ?? (out === undefined ? undefined : formatOfName(out))
  if (chosen !== undefined && chosen !== 'csv') throw usage(`--for ${system}: its file is CSV, not ${chosen}`)
}

function checkStages(only: readonly string[] | undefined, { plan }: Rulebook): void {
  const stages = stagesOf(plan)
  for (const stage of only ?? []) {
    if (stages.includes(stage)) continue
    throw usage(
      `--only: this rulebook has no stage \`${stage}\``,
      didYouMean(stage, stages) ?? `there are: ${stages.join(', ')}`,
    )
  }
}

interface Reported {
  readonly flags: Flags
  readonly request: Pick<ScoreRequest, 'inputs' | 'out'>
  readonly found: FoundRulebook
  readonly console: Console
}

/** The summary goes to stdout, unless the leads themselves do; a bare filter (`score -`) prints warnings only. */
async function report(summary: Summary, { flags, request, found, console }: Reported): Promise<void> {
  const sources = textsOf(found)
  const rowsOnStdout = request.out === STDIO || (request.out === undefined && request.inputs.includes(STDIO))
  const isFilter = rowsOnStdout && request.out === undefined
  if (flags.quiet === true) return console.diagnostics(summary.warnings, sources)
  if (isFilter && flags.json !== true) {
    const warnings = summary.warnings.filter(({ severity }) => severity !== 'info')
    return console.diagnostics([...warnings, ...rejectsOf(summary)], sources)
  }
  if (found.chosen !== undefined) await console.diagnostics([found.chosen])
  const print = rowsOnStdout ? console.say : console.report
  await print(
    flags.json === true
      ? summaryJson(summary)
      : printSummary(summary, console.theme(rowsOnStdout ? 'stderr' : 'stdout')),
  )
}

/** A bare filter has no file for its rejects and prints no summary: what is missing from its output is said here. */
function rejectsOf({ inputs }: Summary): Diagnostic[] {
  return inputs.flatMap(({ name, rejects, import: target }) =>
    [...rejects, ...(target?.refused ?? [])].map(({ code, count, first_line: line, message }) => {
      const records = count === 1 ? 'a record is left out' : `${count} records are left out, the first`
      return diagnose(code, `${records}: ${message}`, { place: { file: name, line, col: 1 } })
    }),
  )
}
