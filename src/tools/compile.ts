import { type Diagnostic, diagnose } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { Refusal } from '../base/refusal.ts'
import type { Dialect, DialectName } from '../dialects/dialect.ts'
import { DIALECTS } from '../dialects/dialects.ts'
import { printQuery } from '../dialects/query.ts'
import { bindPlan } from '../io/bind/bind.ts'
import { catalogueField } from '../io/bind/match.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { printDay } from '../ir/calendar.ts'
import { columnsOf } from '../ir/columns.ts'
import { fieldsOfSameness, fieldsToBind } from '../ir/key-fields.ts'
import { type Field, fieldsOfPlan, type Plan } from '../ir/plan.ts'
import { dbtModel } from './dbt.ts'
import type { Host } from './host.ts'
import { openLeads } from './open.ts'
import type { Rulebook } from './score.ts'

export const FORMS = ['select', 'view', 'table'] as const

export type Form = (typeof FORMS)[number]

export interface CompileRequest {
  readonly to: DialectName
  /** The table or view with the leads. */
  readonly source: string
  readonly as: Form
  /** What the view or table is called. */
  readonly name?: string | undefined
  /** Columns of fields that are called otherwise; the empty text: there is none. */
  readonly columns: readonly { readonly field: string; readonly column: string }[]
  /** An export with the same columns, to which the rulebook is bound. */
  readonly like?: string | undefined
  /** Day number. */
  readonly asOf: number
  /** Whether somebody asked for that day; else a dbt model takes the day it runs on. */
  readonly isDayGiven: boolean
  readonly dbt: boolean
  readonly prefix: string
}

export interface Compiled {
  /** Absent where something was refused. */
  readonly statement?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A rulebook as a query that gives every lead of a table what `leadq score` would. */
export async function compile(
  { plan, summary }: Rulebook,
  request: CompileRequest,
  host: Host,
  version: string,
): Promise<Compiled> {
  const dialect = DIALECTS[request.to]
  const { bound, headings, diagnostics } = await bindTable(plan, request, host)
  const model = request.dbt ? dbtModel(request) : undefined
  const printed = printQuery(
    bound,
    {
      source: model?.source ?? tableName(request.source, dialect),
      headings,
      asOf: model?.asOf ?? String(request.asOf),
      columns: columnsOf(bound),
      prefix: request.prefix,
      comment: [
        `${summary.name}${summary.version === undefined ? '' : ` ${summary.version}`}, for ${dialect.title}, by leadq ${version}`,
        ...(model === undefined ? [`as of ${printDay(request.asOf)}, which is day ${request.asOf}`] : []),
        ...(request.to === 'spark' ? ['texts with combining marks have to be in form C'] : []),
      ].map(oneLine),
    },
    dialect,
  )
  const said = [...diagnostics, ...withoutEvents(plan, bound), ...printed.diagnostics]
  if (printed.statement === undefined) return { diagnostics: said }
  const statement = model?.finish(printed.statement) ?? `${created(request, dialect)}${printed.statement};\n`
  return { statement, diagnostics: said }
}

interface BoundTable {
  readonly bound: BoundPlan
  readonly headings: readonly (string | undefined)[]
  readonly diagnostics: readonly Diagnostic[]
}

async function bindTable(plan: Plan, request: CompileRequest, host: Host): Promise<BoundTable> {
  const mapped = mappedPlan(plan, request)
  if (request.like !== undefined) {
    const opened = await openLeads(request.like, mapped, request, host, { companies: undefined, events: undefined })
    const { kept, input, binding } = opened
    // Nobody reads on.
    await opened.batches[Symbol.asyncIterator]().return?.()
    const headings = input.headings.map((heading, position) => (kept.includes(position) ? heading : undefined))
    return { bound: binding.bound, headings, diagnostics: binding.diagnostics }
  }
  const { locale } = mapped
  const fixed = {
    ...mapped,
    // Tables hold numbers and dates as databases write them.
    locale: {
      ...locale,
      numbers: locale.numbers === 'auto' ? ('en' as const) : locale.numbers,
      dates: locale.dates === 'auto' ? ('iso' as const) : locale.dates,
    },
  }
  const headings = [...new Set(Object.values(fixed.fields).flatMap(({ from }) => from))]
  const sample = { name: request.source, headings, rows: [], delimiter: '' }
  const { bound, diagnostics } = bindPlan(fixed, sample, { from: 'generic' })
  return { bound, headings, diagnostics }
}

/** The plan with a column for every field that a query needs: as the rulebook says, as the request says, or its name. */
function mappedPlan(plan: Plan, { columns, like }: CompileRequest): Plan {
  const fields = fieldsToBind(plan)
  const unknown = columns.find(({ field }) => !fields.includes(field))
  if (unknown !== undefined) {
    const hint = didYouMean(unknown.field, fields) ?? `it reads: ${fields.join(', ')}`
    throw new Refusal(
      diagnose('cli/usage', `--columns: the rulebook reads no field \`${unknown.field}\``, { hint }),
      'usage',
    )
  }
  const needed = new Set([...fieldsOfPlan(plan), ...fieldsOfSameness(plan), ...keysOf(plan)])
  const given = new Map(columns.map(({ field, column }) => [field, column === '' ? [] : [column]]))
  const withColumns = (field: Field): Field => {
    const ofRequest = given.get(field.name)
    if (ofRequest !== undefined) return { ...field, from: ofRequest }
    if (field.from.length > 0 || like !== undefined || !needed.has(field.name)) return field
    return { ...field, from: [field.name] }
  }
  return {
    ...plan,
    fields: Object.fromEntries(fields.map(name => [name, withColumns(plan.fields[name] ?? catalogueField(name))])),
  }
}

/** What shares leads out among owners and names duplicates. */
function keysOf({ owners, dedupe }: Plan): string[] {
  return dedupe !== undefined || owners.some(row => 'to' in row && row.to.length > 1) ? ['id'] : []
}

/** `schema.leads`, each part quoted; of DuckDB also a file. */
function tableName(source: string, dialect: Dialect): string {
  if (dialect.name === 'duckdb' && /[/]|\.(?:parquet|csv|tsv|json|ndjson)$/i.test(source)) return dialect.text(source)
  const parts = /^[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+){0,2}$/u.test(source) ? source.split('.') : [source]
  return parts.map(dialect.identifier).join('.')
}

function created({ as, name, source }: CompileRequest, dialect: Dialect): string {
  if (as === 'select') return ''
  const target = tableName(name ?? `${source}_scored`, dialect)
  return as === 'view' ? `CREATE OR REPLACE VIEW ${target} AS\n` : `CREATE TABLE ${target} AS\n`
}

function withoutEvents({ scores }: Plan, { events }: BoundPlan): Diagnostic[] {
  const rules = scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const names = rules.filter(({ earns }) => earns.kind === 'events').map(({ id }) => id)
  if (events !== undefined || names.length === 0) return []
  const message = `rules on events are not part of the query, and earn nothing: ${names.join(', ')}`
  return [diagnose('query/without-events', message, { hint: '`leadq score --events` judges them' })]
}

/** For a comment in a query. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
}
