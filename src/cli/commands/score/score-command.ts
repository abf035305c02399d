import { Command } from 'commander'
import { IMPORTS } from '../../../ir/catalogue/imports.ts'
import { scoreFiles } from '../../../tools/score/choose-engine.ts'
import type { CommandContext } from '../../command.ts'
import { createConsole } from '../../console.ts'
import { createOutside } from '../../hosts/outside.ts'
import { isPostgres } from '../../hosts/warehouse/postgres-url.ts'
import {
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
    .addOption(shared('withDeleted'))
    .addOption(shared('companies'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
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
    .action(async (inputs: string[], flags: ScoreFlags) => {
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
        return reportSummary(summary, { flags, request: { inputs: [] }, found, console })
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
          (await import('../../hosts/warehouse/duckdb.ts')).openDuckdb(around, {
            memory: flags.memory,
            progress: flags.quiet !== true,
          }),
      }
      const summary = await scoreFiles({ rulebook, request, host, version: VERSION }, engines)
      await reportSummary(summary, { flags, request, found, console })
    })
}

/** Where leads can lie that leadq does not read itself; loaded when it is wanted. */
const ELSEWHERE = {
  spark: async () => (await import('./score-spark.ts')).scoreSpark,
  postgres: async () => (await import('./score-postgres.ts')).scorePostgres,
}
