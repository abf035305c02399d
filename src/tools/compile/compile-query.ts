import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Dialect, DialectName, Sql } from '../../dialects/dialect/dialect.ts'
import { DIALECTS } from '../../dialects/dialect/dialects.ts'
import { liveRecords } from '../../dialects/live-records.ts'
import { printQuery } from '../../dialects/query.ts'
import type { Relation } from '../../dialects/relation.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { columnsOf } from '../../ir/plan/columns.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Host } from '../../leads/host.ts'
import type { Rulebook } from '../score/score-request.ts'
import { aboutColumns, neededColumns } from './columns/read-columns.ts'
import type { CompileRequest } from './compile-request.ts'
import { bindTables, type Kinds } from './compile-tables.ts'
import { creationOf, dropped } from './created.ts'
import { type DbtModel, dbtModel } from './dbt/model.ts'
import { dbtPackage, type PackageFile } from './dbt/package.ts'
import { aboutLibrary, libraryIn } from './library.ts'
import { settingsOf } from './settings.ts'
import type { Headings } from './table-headings.ts'
import { functionName, tableName, targetOf } from './table-name.ts'

export interface Compiled {
  /** Absent if the request was refused. */
  readonly statement?: string
  /** Of a package of dbt. */
  readonly files?: readonly PackageFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Compiles a rulebook into a query with the same results as `leadq score`. */
export async function compile(
  { plan, summary }: Rulebook,
  request: CompileRequest,
  host: Host,
  version: string,
): Promise<Compiled> {
  const dialect = DIALECTS[request.to]
  if (request.dbt !== false && request.to === 'snowflake') throw noDbt()
  const tables = await bindTables(plan, request, host)
  const { bound, leads, retired, events, previous, diagnostics } = tables
  const settings = settingsOf(request, tables)
  const about = `${summary.name}${summary.version === undefined ? '' : ` ${summary.version}`}, for ${dialect.title}, by leadq ${version}`
  const ofPackage =
    typeof request.dbt === 'string'
      ? dbtPackage(
          { request, folder: request.dbt, tables, plan, about: oneLine(about), settings: settings.all },
          dialect,
        )
      : undefined
  const model = ofPackage?.model ?? (request.dbt === true ? dbtModel(request) : undefined)
  const relation = (source: string, headings: Headings) => ({
    source: model?.source(source) ?? tableName(source, dialect),
    headings,
  })
  const { source, headings } = relation(request.source, leads)
  const records = {
    source: withoutOwn(source, headings, request, dialect),
    headings,
    ...(tables.isSeen && { all: headings.flatMap(heading => heading ?? []) }),
    ...typesOf(leads, tables.kinds, dialect),
  }
  const columns = columnsOf(bound)
  const printed = printQuery(
    bound,
    {
      ...records,
      source: liveRecords(records, retired, dialect),
      ...(previous && {
        previous: {
          ...previous,
          ...relation(previous.source, previous.headings),
          ...typesOf(previous.headings, previous.kinds, dialect),
        },
      }),
      ...(events && {
        events: [{ ...relation(events.source, events.headings), ...typesOf(events.headings, events.kinds, dialect) }],
      }),
      asOf: model?.asOf ?? String(request.asOf),
      columns,
      prefix: request.prefix,
      ...functionsOf(request, model, dialect),
      comment: [
        about,
        ...(model === undefined ? [`as of ${printDay(request.asOf)}, which is day ${request.asOf}`] : []),
        ...(tables.isSeen ? [] : neededColumns(request.source, tables)),
        ...(dialect.testedIn ?? []),
        ...(HAS_NO_FORM_C.has(request.to) ? inFormC(bound, leads) : []),
        ...(request.library === undefined ? [] : aboutLibrary(request)),
        ...settings.comment,
      ].map(oneLine),
    },
    dialect,
  )
  const said = [...diagnostics, ...withoutEvents(plan, bound), ...aboutColumns(request, tables), ...printed.diagnostics]
  if (printed.statement === undefined) return { diagnostics: said }
  if (ofPackage !== undefined) {
    return { files: ofPackage.files(printed.statement, printed.functions ?? []), diagnostics: said }
  }
  const functions = [
    ...settings.statements.map(each => `${each};\n`),
    ...(settings.statements.length > 0 ? ['\n'] : []),
    ...(printed.functions ?? []).map(each => `${each};\n\n`),
  ].join('')
  if (model !== undefined) return { statement: model.finish(printed.statement, 0), diagnostics: said }
  if (request.drop === true) return { statement: dropped(request, printed.made ?? [], dialect), diagnostics }
  const { before, after } = creationOf(request, {
    table: tableName(targetOf(request), dialect),
    columns: request.types && [
      ...leads.flatMap(heading => (heading === undefined ? [] : dialect.identifier(heading))),
      ...columns.map(({ name }) => dialect.given(request.prefix + name)),
    ],
    dialect: dialect.name,
  })
  const statement = `${functions}${before}${printed.statement};\n${after}`
  return { statement, diagnostics: said }
}

function noDbt(): Refusal {
  const hint = 'without `--dbt` the query is printed; a model of your own can hold it'
  return new Refusal(
    diagnose('query/refused', '--dbt: leadq does not write dbt models for Snowflake', { hint }),
    'usage',
  )
}

/** They have no function for Unicode's form C. */
const HAS_NO_FORM_C: ReadonlySet<DialectName> = new Set(['spark', 'snowflake'])

/** The columns with texts that have to be in it. */
function inFormC({ fields }: BoundPlan, headings: Headings): string[] {
  const texts = fields.filter(({ type }) => type === 'text' || type === 'list').flatMap(({ columns }) => columns)
  const names = new Set(texts.flatMap(position => headings[position] ?? []))
  return names.size === 0
    ? []
    : [`texts with combining marks have to be in Unicode's form C in ${[...names].join(', ')}`]
}

/** Where functions are made, or are already. */
function functionsOf(request: CompileRequest, model: DbtModel | undefined, dialect: Dialect) {
  const { library } = request
  if (library !== undefined) return { library: libraryIn(library, dialect) }
  if (model !== undefined) return model.functionName === undefined ? {} : { functionName: model.functionName }
  if (request.as === 'select') return {}
  return { functionName: (name: string) => functionName(`${targetOf(request)}_${name}`, dialect) }
}

/** How the columns of a table are read whose types are known. */
function typesOf(headings: Headings, kinds: Kinds, dialect: Dialect): Pick<Relation, 'spelled' | 'typed'> {
  if (kinds.size === 0) return {}
  const kindAt = (position: number) => kinds.get(headings[position] ?? '') ?? 'other'
  return {
    spelled: (cell, position) => dialect.spelled(cell, kindAt(position)),
    typed: (cell, position) => ({ kind: kindAt(position), sql: cell }),
  }
}

/** A table that leadq wrote into, without its columns: the result has new ones of the same names. */
function withoutOwn(source: Sql, headings: Headings, { types }: CompileRequest, dialect: Dialect): Sql {
  if (types === undefined || headings.every(heading => heading !== undefined)) return source
  return `(SELECT ${headings.flatMap(each => (each === undefined ? [] : [dialect.identifier(each)])).join(', ')} FROM ${source})`
}

function withoutEvents({ scores }: Plan, { events }: BoundPlan): Diagnostic[] {
  const rules = scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const names = rules.filter(({ earns }) => earns.kind === 'events').map(({ id }) => id)
  if (events !== undefined || names.length === 0) return []
  const message = `event rules are left out of the query and give no points: ${names.join(', ')}`
  return [diagnose('query/without-events', message, { hint: 'name the table with the events: `--events events`' })]
}

/** For a comment in a query. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
}
