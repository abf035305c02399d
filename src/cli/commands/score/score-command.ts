import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { RANKS } from '../../../base/codes.ts'
import { IMPORTS } from '../../../ir/catalogue/imports.ts'
import type { Summary } from '../../../ir/results/summary.ts'
import { withoutOutputs } from '../../../tools/score/choose-inputs.ts'
import { score } from '../../../tools/score/score-inputs.ts'
import { ON_EXISTS } from '../../../tools/warehouse/table/on-exists.ts'
import type { CommandContext } from '../../command.ts'
import { createConsole } from '../../console.ts'
import { isOutput } from '../../hosts/disk/own-file.ts'
import { rememberedIn } from '../../hosts/disk/remembered.ts'
import { createOutside } from '../../hosts/outside.ts'
import { isPostgres } from '../../hosts/warehouse/postgres-url.ts'
import {
  dayOfRun,
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
  parseThreads,
  usage,
  verifyIn,
} from '../../options.ts'
import { findRulebook, textsOf, usable } from '../../rulebook.ts'
import { shared } from '../../shared-options.ts'
import { VERSION } from '../../version.ts'
import { reportSummary } from './report-summary.ts'
import { requestOf, type ScoreFlags } from './score-flags.ts'

const EXAMPLES = `
Examples:
  leadq score leads.csv                      writes leads.scored.csv and prints a summary
  leadq score leads.csv -r rules.yaml --split
  leadq score leads.csv --events web.csv mails.ndjson
  leadq score postgres://db.example/crm --table leads --events page_views -o leads_scored
  leadq score postgres://db.example/crm --table leads -o scored_days --on-exists append
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
    .option(
      '--engine <engine>',
      'spark: leadq judges on its workers; spark-sql: Spark runs a query; stream: files lead by lead',
      parseEngine,
    )
    .option(
      '--memory <size>',
      'memory limit for DuckDB, which reads and writes Parquet, e.g. 500MB (default: 1GB)',
      parseMemory,
    )
    .option(
      '--threads <n>',
      'threads that judge leads (default: one for each 50 MB of input, at most one a core)',
      parseThreads,
    )
    .option(
      '--master <url>',
      "Spark master URL, e.g. spark://host:7077 (default: Spark's own configuration)",
      parsePath,
    )
    .option(
      '--worker-node <path>',
      "node on every Spark worker (default: this machine's node travels there)",
      parsePath,
    )
    .option(
      '--format <format>',
      'output format: csv, tsv, json, ndjson, xlsx, parquet (Spark also: table)',
      parseAnyFormat,
    )
    .option('--input-format <format>', 'input format, if it cannot be detected', parseAnyInputFormat)
    .addOption(shared('from'))
    .addOption(shared('withDeleted'))
    .addOption(shared('companies'))
    .addOption(shared('previous'))
    .option('--costs <file>', 'what channels cost: channel, from, to, cost, currency', parsePath)
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .option('--for <system>', `write an import file for this CRM: ${Object.keys(IMPORTS).join(', ')}`, parseImport)
    .option('--split', 'also write one file per stage')
    .option(
      '--only <labels>',
      'write only leads with one of these stages, grades, tags, segments or owners, comma-separated',
      parseList,
    )
    .option('--sort <by>', 'best leads first: by `score` (the total) or another score, e.g. `fit`')
    .option('--top <n>', 'write only the n leads with the highest scores (see --sort)', parseCount)
    .option('--columns <names>', 'leadq columns to write, comma-separated', parseList)
    .addOption(shared('prefix'))
    .option('--max-rejects <n>', 'stop if more records than this are rejected, e.g. 100 or 1%', parseLimit)
    .option('--min-leads <n>', 'stop if there are fewer leads than this', parseCount)
    .option('--allow-empty', 'let an input without leads replace an earlier result')
    .addOption(shared('failOn', 'exit with 1 if there are problems of this severity or above'))
    .option(
      '--verdicts <file>',
      'write stage, scores and points by rule of every lead to this file (Parquet)',
      parsePath,
    )
    .option('--skipped <file>', 'write the skipped rows to this file: line, kind and text', parsePath)
    .option('--escape-formulas', "prefix cells that a spreadsheet would run as formulas with '")
    .addOption(
      new Option(
        '--on-exists <way>',
        'database or Spark, where the target exists: replace it, fail, or append the rows to it',
      ).choices(Object.keys(ON_EXISTS)),
    )
    .option('-n, --dry-run', 'show what would be written, and write nothing')
    .addOption(shared('force'))
    .addOption(shared('json', 'print the summary as one JSON document'))
    .option('--verbose', 'print everything: all columns, fields, reasons and warnings')
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (named: string[], flags: ScoreFlags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = await findRulebook(flags.rules, around.cwd)
      const rulebook = usable(found)
      if (rulebook === undefined) {
        await console.diagnostics(found.diagnostics, textsOf(found))
        return end('usage')
      }
      const asOf = dayOfRun(flags.asOf, around, rulebook.plan.locale.timezone)
      const { engine = 'auto' } = flags
      const isSpark = engine === 'spark' || engine === 'spark-sql'
      if (isSpark || named.some(isPostgres)) {
        const scoreThere = await ELSEWHERE[isSpark ? 'spark' : 'postgres']()
        const { summary, diagnostics } = await scoreThere(rulebook, named, flags, asOf, around)
        await console.diagnostics(diagnostics, textsOf(found))
        if (summary === undefined) return end('usage')
        await reportSummary(summary, { flags, request: { inputs: [] }, found, console, around })
        return fails(summary, flags) ? end('no') : undefined
      }
      if (flags.table !== undefined)
        throw usage('--table names a table of a database', 'the input is then postgres://...')
      if (flags.onExists !== undefined) {
        throw usage('--on-exists is about a table of a database or of Spark', 'a file is replaced with `--force`')
      }
      const { prefix, columns } = flags
      const marks = { prefix, columns, remembered: rememberedIn(around.env) }
      const { inputs, passedOver } = await withoutOutputs(named, path => isOutput(resolve(around.cwd, path), marks))
      const request = {
        ...requestOf({ inputs, passedOver }, flags, rulebook, asOf),
        engine,
        verify: verifyIn(around.env),
      }
      const host = createOutside(around, {
        force: flags.force === true,
        progress: flags.quiet !== true,
        prefix,
        columns,
        memory: flags.memory,
        reads: [inputs, flags.events ?? [], flags.companies ?? [], flags.costs ?? [], flags.rules ?? []].flat(),
      })
      const summary = await score(rulebook, request, host, VERSION)
      await reportSummary(summary, { flags, request, found, console, around })
      if (fails(summary, flags)) end('no')
    })
}

/** Whether a problem is as grave as `--fail-on` says. */
function fails({ warnings }: Summary, { failOn }: ScoreFlags): boolean {
  return failOn !== undefined && warnings.some(({ severity }) => RANKS[severity] >= RANKS[failOn])
}

/** Where leads can lie that leadq does not read itself; loaded when it is wanted. */
const ELSEWHERE = {
  spark: async () => (await import('./score-spark.ts')).scoreSpark,
  postgres: async () => (await import('./score-postgres.ts')).scorePostgres,
}
