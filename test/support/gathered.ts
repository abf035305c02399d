import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sparkWorker } from '../../src/cli/hosts/warehouse/spark-worker.ts'
import { findRulebook, usable } from '../../src/cli/rulebook.ts'
import { SPARK } from '../../src/dialects/dialect/spark.ts'
import { compileEventReader, createEventKinds } from '../../src/engine/events/event-reader.ts'
import { columnsOf, PREFIX } from '../../src/ir/plan/columns.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import type { Summary } from '../../src/ir/results/summary.ts'
import { score } from '../../src/tools/score/score-inputs.ts'
import { type SparkRequest, scoreInSpark } from '../../src/tools/warehouse/spark/score-spark.ts'
import type { Spark } from '../../src/tools/warehouse/spark/session.ts'
import { bindAll, eventFile, type Rows } from './asked-events.ts'
import { csv, REQUEST } from './events.ts'
import { memoryHost } from './memory-host.ts'
import { AS_OF, planOf } from './plans.ts'
import { inFolder } from './program.ts'

/** Leads and what others know of them, as leadq scores them from files and on the workers of a Spark. */

export interface File {
  readonly headings: readonly string[]
  readonly rows: Rows
}

export interface Inputs {
  readonly leads: File
  readonly events?: readonly File[]
  readonly previous?: File
}

/** leadq's cells of every lead, and what was counted. */
export interface Scores {
  readonly cells: readonly (readonly string[])[]
  readonly summary: Summary
}

export async function scoreFiles(rules: object, { leads, events = [], previous }: Inputs): Promise<Scores> {
  const named = events.map((file, index) => [`${index}.csv`, file] as const)
  const all = [['leads.csv', leads] as const, ...named, ...(previous ? [['before.csv', previous] as const] : [])]
  const files = new Map<string, string | Uint8Array>(
    all.map(([name, { headings, rows }]) => [name, csv([headings, ...rows])]),
  )
  const plan = planOf(rules)
  const book = { plan, diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  const asked = { ...REQUEST, events: named.map(([name]) => name), ...(previous && { previous: 'before.csv' }) }
  const summary = await score(book, { ...asked, out: 'out.csv' }, memoryHost(files), '0')
  const written: Record<string, string>[] = parse(String(files.get('out.csv')), {
    columns: true,
    record_delimiter: ['\n'],
  })
  return { cells: written.map(row => columnsOf(plan).map(({ name }) => row[PREFIX + name] ?? '')), summary }
}

/** The same on the workers, from tables. `named`: what the tables are called. */
export async function scoreOnWorkers(
  session: Spark,
  rules: object,
  { leads, events = [], previous }: Inputs,
  more: Partial<SparkRequest> = {},
): Promise<Scores> {
  const place = (row: readonly string[], index: number) => [...row, String(index)]
  await writeTable(session, 'gathered', { headings: [...leads.headings, 'Place'], rows: leads.rows.map(place) })
  const tables = events.map((file, index) => ({ file, name: `gathered_events_${index}` }))
  for (const { name, file } of tables) await writeTable(session, name, file)
  if (previous !== undefined) await writeTable(session, 'gathered_before', previous)
  const worker = await sparkWorker(process.execPath)
  const request = {
    ...{ input: 'gathered', out: 'gathered_out', events: tables.map(({ name }) => name), worker },
    ...{ prefix: PREFIX, asOf: AS_OF, dryRun: false, force: true, ...(previous && { previous: 'gathered_before' }) },
  }
  const summary = await inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), JSON.stringify(rules))
    const rulebook = usable(await findRulebook('rules.yaml', folder))
    if (rulebook === undefined) throw new Error('no plan')
    const scored = await scoreInSpark(rulebook, { ...request, ...more }, session, '0')
    if (scored.summary === undefined) throw new Error(JSON.stringify(scored.diagnostics))
    return scored.summary
  })
  const names = columnsOf(planOf(rules)).map(({ name }) => SPARK.identifier(PREFIX + name))
  const cells = names.map(name => `coalesce(CAST(${name} AS STRING), '')`)
  const sql = `SELECT ${cells.join(', ')} FROM gathered_out ORDER BY CAST(Place AS INT)`
  return { cells: (await session.ask('query', { sql })).map(row => row.map(cell => cell ?? '')), summary }
}

/** A table of texts. */
export async function writeTable(session: Spark, table: string, { headings, rows }: File): Promise<void> {
  const { text, identifier } = SPARK
  const cells = (row: readonly string[]) => `(${row.map(cell => text(cell)).join(', ')})`
  const from = rows.length > 0 ? `VALUES ${rows.map(cells).join(', ')}` : `VALUES ${cells(headings)} LIMIT 0`
  await session.ask('write_table', {
    sql: `SELECT * FROM ${from} AS v (${headings.map(identifier).join(', ')})`,
    table,
  })
}

/** Of events of the same moment the first: tables do not say which of them came later. */
export function ofDifferentMoments(plan: Plan, leads: Rows, all: readonly Rows[]): Rows[] {
  const { bound, tables } = bindAll(plan, leads, all)
  const seen = new Set<string>()
  return all.map((events, index) => {
    const source = tables[index]?.binding.source
    if (source === undefined) return []
    const { momentOf } = compileEventReader(bound, source, AS_OF, createEventKinds())
    const { rows } = eventFile(events, index)
    return events.filter((_, position) => {
      const moment = momentOf({ text: column => rows[position]?.[column] ?? '' })
      if (moment === undefined) return true
      const key = `${moment.day} ${moment.at}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  })
}

/** The counts of events that do not depend on the order of records. */
export function eventFigures({ events }: Summary) {
  const names = events?.names.map(({ event, count, signals }) => [event, count, [...signals].sort()].join())
  const { read, rejected, left_out, matched = 0, ignored = 0, ...counts } = events?.counts ?? {}
  return {
    counts,
    // Of leads that share some keys, files count the bots of one.
    kept: matched + ignored,
    leads: events?.leads,
    names: names?.sort(),
    instead: events?.instead_of,
    losing: events?.leads_losing_counters,
    read: events?.files.map(file => file.read),
  }
}

/** The figures of leads; only files have lines. */
export function leadFigures({ counts, stages, scores, histogram, grades, segments, tags, rules, quality }: Summary) {
  const ofAny = quality.map(field => ({ ...field, first_invalid: [] }))
  return { counts, stages, scores, histogram, grades, segments, tags, rules, quality: ofAny }
}

/** How leads were found in the run before, whatever it is called, and what is remarked of it. */
export function memoryFigures({ inputs, warnings }: Summary) {
  const [{ leads, found, new: unknown } = {}] = inputs.map(({ previous }) => previous)
  return { leads, found, unknown, remarks: warnings.filter(({ code }) => code === 'previous/other-stages').length }
}
