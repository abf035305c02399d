import { arrange, type Diagnostic, diagnose, hasErrors } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { DIALECTS } from '../../dialects/dialects.ts'
import { printFigures } from '../../dialects/figures.ts'
import { printQuery } from '../../dialects/query.ts'
import { countedOf } from '../../engine/figures.ts'
import { type Binding, bindPlan } from '../../io/bind/bind.ts'
import type { From } from '../../io/bind/sample.ts'
import { printDay } from '../../ir/calendar.ts'
import type { InputSummary, Summary } from '../../ir/summary.ts'
import { reachOf } from '../../lint/reach.ts'
import { chooseColumns, splitHeadings } from '../columns.ts'
import type { Rulebook } from '../score.ts'
import { isPlain, type TextColumn, textColumns } from './columns.ts'
import { readFigures } from './figures.ts'
import type { Spark } from './session.ts'
import { type Format, openSource, type Source, unreadable } from './source.ts'
import { checkTarget, type Target, targetOf, write } from './target.ts'

export interface SparkRequest {
  /** A path or a table, as Spark knows it. */
  readonly input: string
  readonly inputFormat?: Format | undefined
  readonly from?: From | undefined
  readonly out: string
  readonly format?: Format | undefined
  /** Day number. */
  readonly asOf: number
  readonly columns?: readonly string[] | undefined
  readonly prefix: string
  readonly force: boolean
  readonly dryRun: boolean
}

const DIALECT = DIALECTS.spark
const SAMPLED_RECORDS = 10_000
const CELLS = 'leadq_cells'

/** The main job inside Spark: rows stay there, but for the sample that the plan is bound to. */
export async function scoreInSpark(
  rulebook: Rulebook,
  request: SparkRequest,
  spark: Spark,
  version: string,
): Promise<Summary> {
  const { plan } = rulebook
  const chosen = chooseColumns(plan, request.columns, request.prefix)
  const source = await openSource(request.input, request.inputFormat, spark)
  const target = targetOf(request, source)
  await checkTarget(target, request, spark)
  const columns = textColumns(source.schema)
  const { kept, dropped } = splitHeadings(
    columns.map(({ heading }) => heading),
    request.prefix,
  )
  const binding = await bind(rulebook, columns, kept, source, request, spark)
  const headings = columns.map(({ sql }, index) =>
    kept.includes(index) && sql !== undefined ? `c${index}` : undefined,
  )
  const asked = {
    source: CELLS,
    headings,
    asOf: String(request.asOf),
    columns: chosen,
    prefix: request.prefix,
    comment: [],
  }
  const { statement, diagnostics: refused } = printQuery(binding.bound, asked, DIALECT)
  const [first] = refused
  if (statement === undefined || hasErrors(refused)) {
    throw new Refusal(first ?? diagnose('query/refused', 'the rulebook cannot be said'), 'usage')
  }
  const named = chosen.map(({ name }) => DIALECT.identifier(request.prefix + name))
  const originals = originalsOf(source, new Set(kept.map(index => columns[index]?.top)), target)
  const query = `SELECT ${[...originals, ...named].join(', ')} FROM (\n${statement}\n)`
  try {
    if (!request.dryRun) await write(query, target, request.force, spark)
    const printed = printFigures(binding.bound, asked, DIALECT)
    const figures = readFigures(plan, printed, await spark.ask('query', { sql: printed.statement }))
    const read = plan.dedupe === undefined ? figures.leads : await countLeads(spark)
    const reach = reachOf(binding.bound, plan)
    const counts = {
      read,
      scored: figures.leads,
      rejected: 0,
      duplicate: read - figures.leads,
      left_out: 0,
    }
    const input: InputSummary = {
      name: request.input,
      format: source.format,
      compressed: false,
      ...(source.delimiter !== undefined && { delimiter: source.delimiter }),
      ...(binding.system !== undefined && { system: binding.system.title }),
      counts,
      left_out: {},
      rejects: [],
      bound: binding.columns,
      unmatched: binding.unmatched,
      outputs: [{ path: request.out, leads: read }],
    }
    return {
      format_version: '1.0',
      tool: { name: 'leadq', version },
      rulebook: rulebook.summary,
      as_of: printDay(request.asOf),
      engine: { name: 'spark', version: await spark.ask('version', {}) },
      ...(request.dryRun && { dry_run: true as const }),
      inputs: [input],
      counts,
      ...countedOf(plan, figures, [binding.bound], reach.highest),
      advice: counts.scored === 0 ? { unreachable: [], wanted: [] } : reach.advice,
      warnings: arrange([...rulebook.diagnostics, ...binding.diagnostics, ...remarks(request.input, read, dropped)]),
    }
  } catch (error) {
    throw unreadable(request.input, error)
  }
}

/** Makes the view of cells as texts and binds the plan to the first of them. */
async function bind(
  { plan }: Rulebook,
  columns: readonly TextColumn[],
  kept: readonly number[],
  source: Source,
  { input, from }: SparkRequest,
  spark: Spark,
): Promise<Binding> {
  const form = await spark.ask('form_c', {})
  const cells = columns.flatMap(({ sql }, index) =>
    kept.includes(index) && sql !== undefined ? [{ index, sql: inFormC(sql, form) }] : [],
  )
  const list = ['struct(*) AS original', ...cells.map(({ index, sql }) => `${sql} AS c${index}`)]
  await spark.ask('view', { name: CELLS, sql: `SELECT ${list.join(', ')} FROM leadq_leads` })
  const names = cells.map(({ index }) => `c${index}`)
  const sql = `SELECT ${names.length === 0 ? 'NULL' : names.join(', ')} FROM ${CELLS} LIMIT ${SAMPLED_RECORDS}`
  const rows = await spark.ask('query', { sql }).catch(error => Promise.reject(unreadable(input, error)))
  const placeOf = new Map(cells.map(({ index }, place) => [index, place]))
  return bindPlan(
    plan,
    {
      name: input,
      headings: columns.map(({ heading }, index) => (placeOf.has(index) ? heading : '')),
      rows: rows.map(row => columns.map((_, index) => String(row[placeOf.get(index) ?? -1] ?? ''))),
      delimiter: source.delimiter ?? '',
    },
    { from },
  )
}

/** Spark's own functions know no form C: `form` is one that leadq has found or brought. Few texts have combining marks. */
function inFormC(sql: string, form: string): string {
  return `CASE WHEN ${sql} RLIKE '[^\\\\x{0}-\\\\x{2ff}]' THEN ${form.replace('?', () => sql)} ELSE ${sql} END`
}

/** The columns of the table as they were; a CSV file holds no lists. */
function originalsOf({ schema }: Source, kept: ReadonlySet<string | undefined>, target: Target): string[] {
  return schema.fields
    .filter(({ name }) => kept.has(name))
    .map(({ name, type }) => {
      const own = DIALECT.identifier(name)
      return target.holdsTextsOnly && !isPlain(type) ? `to_json(original.${own}) AS ${own}` : `original.${own}`
    })
}

async function countLeads(spark: Spark): Promise<number> {
  const [[count] = []] = await spark.ask('query', { sql: `SELECT count(*) FROM ${CELLS}` })
  return Number(count ?? 0)
}

function remarks(name: string, read: number, dropped: readonly string[]): Diagnostic[] {
  const replaced = `${name} has columns of an earlier run, they are replaced: ${dropped.join(', ')}`
  return [
    ...(read === 0 ? [diagnose('file/header-only', `${name} holds no leads`)] : []),
    ...(dropped.length === 0 ? [] : [diagnose('file/own-columns', replaced)]),
  ]
}
