import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Dialect, Sql } from '../../../dialects/dialect/dialect.ts'
import type { CompileRequest } from '../compile-request.ts'
import { macroName } from './macros.ts'
import { sourceCall } from './sources.ts'

/** How a statement becomes a dbt model: what it refers to is a placeholder of Jinja until it is finished. */
export interface DbtModel {
  /** The relation of a name. */
  source(name: string): Sql
  readonly asOf: Sql
  /** What a function is called; absent: the model has none. */
  functionName?(name: string): Sql
  /** Puts Jinja in the place of placeholders, in a statement of the model or of one of its functions. */
  jinja(statement: Sql): string
  /** The file of the model. `functions`: how many its macros make. */
  finish(statement: Sql, functions: number): string
}

/** What an incremental model is brought up to date by. */
export interface Increment {
  /** The column of the lead's id. */
  readonly key: Sql
  /** The column that says when a lead was changed. */
  readonly changed: Sql
}

// Placeholders for Jinja while the statement is built. They contain NUL, which no rulebook text can contain.
const DAY = '\0day'
const SCHEMA = '\0schema\0'
const CHANGED = '\0changed'
const SOURCE = /\0source(\d+)\0/g
const TODAY = '(modules.datetime.date.today() - modules.datetime.date(1970, 1, 1)).days'

/** A single model for a project that has all else: sources are `ref`s, and the day is the one it runs on. */
export function dbtModel({ as, asOf, isDayGiven }: CompileRequest): DbtModel {
  const { source, jinja } = placeholders(refTo)
  const head = [
    ...(as === 'select' ? [] : [`{{ config(materialized='${as}') }}`]),
    `{% set as_of = var('leadq_as_of', ${isDayGiven ? asOf : TODAY}) %}`,
  ]
  return { source, jinja, asOf: DAY, finish: statement => `${head.join('\n')}\n${jinja(statement)}\n` }
}

export interface PackageModelRequest extends Pick<CompileRequest, 'as' | 'source' | 'asOf' | 'isDayGiven'> {
  readonly name: string
  readonly timezone: string
  readonly increment?: Increment | undefined
  /** What is said at the top of the model. */
  readonly remarks: readonly string[]
  /** Settings of the session that the model is built in. */
  readonly settings: readonly string[]
}

/** A model of a package: its sources are declared, and its functions are made before it. */
export function packageModel(request: PackageModelRequest, dialect: Dialect): DbtModel {
  const { as, name, timezone, increment, remarks, settings } = request
  const { source, jinja } = placeholders(sourceCall)
  const fixed = request.isDayGiven ? `, ${request.asOf}` : ''
  const config = (functions: number) => [
    `materialized='${increment === undefined ? (as === 'table' ? 'table' : 'view') : 'incremental'}'`,
    ...(increment === undefined
      ? []
      : [`unique_key='${increment.key.replaceAll("'", "\\'")}'`, "on_schema_change='append_new_columns'"]),
    ...hooks([...settings, ...Array.from({ length: functions }, (_, n) => `{{ ${macroName(name, n)}() }}`)]),
  ]
  return {
    source: of =>
      increment !== undefined && of === request.source ? `(SELECT * FROM ${source(of)}${CHANGED})` : source(of),
    asOf: DAY,
    functionName: each => `${SCHEMA}.${dialect.identifier(`${name}_${each}`)}`,
    jinja: statement => jinja(statement).replaceAll(CHANGED, increment === undefined ? '' : changedLeads(increment)),
    finish(statement, functions) {
      const head = [
        ...remarks.map(line => `{# ${line.replaceAll('#}', '# }')} #}`),
        `{{ config(${config(functions).join(', ')}) }}`,
        `{% set as_of = leadq_as_of('${timezone}'${fixed}) %}`,
      ]
      return `${head.join('\n')}\n${this.jinja(statement)}\n`
    },
  }
}

/** Statements that are run before the model, each by itself. */
function hooks(statements: readonly string[]): string[] {
  return statements.length === 0 ? [] : [`pre_hook=[${statements.map(each => JSON.stringify(each)).join(', ')}]`]
}

/** Leads that were changed since the newest one of the target; those that do not say so are scored every time. */
function changedLeads({ changed }: Increment): string {
  const newest = `(SELECT max(${changed}) FROM {{ this }})`
  const condition = `${changed} >= ${newest} OR ${changed} IS NULL OR ${newest} IS NULL`
  return `{% if is_incremental() %} WHERE ${condition}{% endif %}`
}

function placeholders(jinjaOf: (name: string) => string): Pick<DbtModel, 'source' | 'jinja'> {
  const calls: string[] = []
  return {
    source: name => `\0source${calls.push(jinjaOf(name)) - 1}\0`,
    jinja: statement =>
      harmless(statement)
        .replaceAll(DAY, '{{ as_of }}')
        .replaceAll(SCHEMA, '{{ adapter.quote(this.schema) }}')
        .replace(SOURCE, (_, index) => calls[Number(index)] ?? ''),
  }
}

function refTo(source: string): string {
  const parts = source.split('.')
  if (parts.length > 2 || !parts.every(part => /^\w+$/.test(part))) {
    const hint = 'a model is `leads`, one of another package `crm.leads`'
    throw new Refusal(diagnose('cli/usage', `--dbt: \`${source}\` is not a model name`, { hint }), 'usage')
  }
  return `{{ ref(${parts.map(part => `'${part}'`).join(', ')}) }}`
}

/** Escapes what dbt would read as Jinja. */
export function harmless(text: string): string {
  return text.replace(/\{[{%#]/g, start => `{{ '${start}' }}`)
}
