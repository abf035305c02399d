import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { CompileRequest } from './compile-request.ts'

/** Turns a statement into a dbt model: sources become `ref`s, and the day is the one it runs on. */
export interface DbtModel {
  /** The placeholder of a relation. */
  source(name: string): string
  readonly asOf: string
  finish(statement: string): string
}

// Placeholders for Jinja while the statement is built. They contain NUL, which no rulebook text can contain.
const DAY = '\0day'
const SOURCE = /\0source(\d+)\0/g
const TODAY = '(modules.datetime.date.today() - modules.datetime.date(1970, 1, 1)).days'

export function dbtModel({ as, asOf, isDayGiven }: CompileRequest): DbtModel {
  const refs: string[] = []
  const head = [
    ...(as === 'select' ? [] : [`{{ config(materialized='${as}') }}`]),
    `{% set as_of = var('leadq_as_of', ${isDayGiven ? asOf : TODAY}) %}`,
  ]
  return {
    source: name => `\0source${refs.push(refTo(name)) - 1}\0`,
    asOf: DAY,
    finish: statement =>
      `${head.join('\n')}\n${harmless(statement)
        .replaceAll(DAY, '{{ as_of }}')
        .replace(SOURCE, (_, index) => refs[Number(index)] ?? '')}\n`,
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
function harmless(statement: string): string {
  return statement.replace(/\{[{%#]/g, start => `{{ '${start}' }}`)
}
