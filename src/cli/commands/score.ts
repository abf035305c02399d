import { Command } from 'commander'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { IMPORTS } from '../../ir/catalogue/imports.ts'
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
  parseEngine,
  parseImport,
  parseLimit,
  parseList,
  parseMemory,
  parsePath,
  parsePaths,
  today,
  usage,
} from '../options.ts'
import { type FoundRulebook, findRulebook, textsOf, usable } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
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
    .description('score every lead: points, stage, segments, tags and reasons')
    .argument('<file...>', 'lead exports: CSV, TSV, JSON, NDJSON, also .gz, .xlsx, .parquet; `-` is stdin', parsePaths)
    .addOption(shared('rules'))
    .addOption(shared('events', 'event files: page views, emails, calls (with a database: table names)'))
    .option('--table <table>', 'table or view that holds the leads (database input only)', parsePath)
    .option('-o, --out <path>', 'output file, folder, `-` for stdout, or table (database input)', parsePath)
    .addOption(shared('asOf'))
    .option('--engine <engine>', 'engine to use: stream, duckdb or spark (default: chosen by input size)', parseEngine)
    .option('--memory <size>', 'memory limit for DuckDB, e.g. 500MB (default: 1GB)', parseMemory)
    .option(
      '--master <url>',
      "Spark master URL, e.g. spark://host:7077 (default: Spark's own configuration)",
      parsePath,
    )
    .option(
      '--format <format>',
      'output format: csv, tsv, json, ndjson, xlsx, parquet (Spark also: table)',
      parseAnyFormat,
    )
    .option('--input-format <format>', 'input format, if it cannot be detected', parseAnyInputFormat)
    .addOption(shared('from'))
    .addOption(shared('companies'))
    .addOption(shared('sheet'))
    .option('--for <system>', `write an import file for this CRM: ${Object.keys(IMPORTS).join(', ')}`, parseImport)
    .option('--split', 'also write one file per stage')
    .option('--only <stages>', 'write only leads of these stages, comma-separated', parseList)
    .option('--sort <by>', '`score`: best leads first')
    .option('--top <n>', 'write only the n leads with the highest scores', parseCount)
    .option('--columns <names>', 'leadq columns to write, comma-separated', parseList)
    .addOption(shared('prefix'))
    .option('--max-rejects <n>', 'stop if more records than this are rejected, e.g. 100 or 1%', parseLimit)
    .option('--escape-formulas', "prefix cells that a spreadsheet would run as formulas with '")
    .option('-n, --dry-run', 'show what would be written, and write nothing')
    .addOption(shared('force'))
    .addOption(shared('json', 'print the summary as one JSON document'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
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
        columns: flags.columns,
        reads: [inputs, flags.events ?? [], flags.companies ?? [], flags.rules ?? []].flat(),
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
