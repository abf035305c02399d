import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Dialect, Sql } from '../../dialects/dialect/dialect.ts'
import type { CompileRequest } from './compile-request.ts'

/** `schema.leads`, each part quoted; of DuckDB also a file. */
export function tableName(source: string, dialect: Dialect): Sql {
  if (dialect.name === 'duckdb' && /[/]|\.(?:parquet|csv|tsv|json|ndjson)$/i.test(source)) return dialect.text(source)
  return partsOf(source, dialect).map(dialect.given).join('.')
}

/** A function of leadq. Its last part needs no quotes where it is plain: it is no word of the language. */
export function functionName(name: string, dialect: Dialect): Sql {
  const { identifier, given, functionsIn, title } = dialect
  const parts = partsOf(name, dialect)
  if (functionsIn !== undefined && parts.length < 2) {
    const message = `${title} keeps functions in a ${functionsIn}, which is part of their names`
    const hint = `name it: \`--name crm.leads_scored\`, or \`--library crm\` and \`--use-library crm\``
    throw new Refusal(diagnose('cli/usage', message, { hint }), 'usage')
  }
  const last = parts.at(-1) ?? ''
  return [...parts.slice(0, -1).map(given), /^[a-z_][a-z0-9_]*$/.test(last) ? last : identifier(last)].join('.')
}

/** The name of the view or table that is made. */
export function targetOf({ name, source }: Pick<CompileRequest, 'name' | 'source'>): string {
  return name ?? `${source}_scored`
}

const PLAIN = /^[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+){0,2}$/u
/** Names of projects have dashes. */
const PLAIN_IN_BIGQUERY = /^[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+){0,2}$/u

function partsOf(name: string, dialect: Dialect): string[] {
  const plain = dialect.name === 'bigquery' ? PLAIN_IN_BIGQUERY : PLAIN
  return plain.test(name) ? name.split('.') : [name]
}
