import type { Dialect, Sql } from '../../dialects/dialect/dialect.ts'
import type { CompileRequest } from './compile-request.ts'

/** `schema.leads`, each part quoted; of DuckDB also a file. */
export function tableName(source: string, dialect: Dialect): Sql {
  if (dialect.name === 'duckdb' && /[/]|\.(?:parquet|csv|tsv|json|ndjson)$/i.test(source)) return dialect.text(source)
  return partsOf(source).map(dialect.given).join('.')
}

/** A function of leadq. Its last part needs no quotes where it is plain: it is no word of the language. */
export function functionName(name: string, { identifier, given }: Dialect): Sql {
  const parts = partsOf(name)
  const last = parts.at(-1) ?? ''
  return [...parts.slice(0, -1).map(given), /^[a-z_][a-z0-9_]*$/.test(last) ? last : identifier(last)].join('.')
}

/** The name of the view or table that is made. */
export function targetOf({ name, source }: Pick<CompileRequest, 'name' | 'source'>): string {
  return name ?? `${source}_scored`
}

function partsOf(name: string): string[] {
  return /^[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+){0,2}$/u.test(name) ? name.split('.') : [name]
}
