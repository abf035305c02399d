import { DIALECTS } from '../../dialects/dialects.ts'
import type { Schema, Type } from './session.ts'

const { identifier } = DIALECTS.spark

/** A column that leads are read from: its heading, and its cells as the texts that a file would hold. */
export interface TextColumn {
  /** `contact.email` for what sits inside a record. */
  readonly heading: string
  /** Undefined for what cannot be a text. */
  readonly sql: string | undefined
  /** The column of the table that it is in. */
  readonly top: string
}

/** The columns of a table, those inside records too, as texts. */
export function textColumns({ fields }: Schema): TextColumn[] {
  return fields.flatMap(({ name, type }) => within(name, identifier(name), type, name))
}

function within(heading: string, sql: string, type: Type, top: string): TextColumn[] {
  if (typeof type === 'object' && 'fields' in type) {
    return type.fields.flatMap(field =>
      within(`${heading}.${field.name}`, `${sql}.${identifier(field.name)}`, field.type, top),
    )
  }
  return [{ heading, sql: textOf(sql, typeof type === 'string' ? type : type.type), top }]
}

/** Whether a column can stand in a CSV file as it is. */
export function isPlain(type: Type): boolean {
  return typeof type === 'string' && type !== 'binary' && type !== 'variant'
}

function textOf(sql: string, type: string): string | undefined {
  switch (type) {
    case 'string':
      return sql
    case 'float':
    case 'double':
      // 50.0 is written 50, as files have it; `1.0E10` is no number of an id.
      return `CASE WHEN ${sql} = floor(${sql}) AND abs(${sql}) < 1e15 THEN CAST(CAST(${sql} AS BIGINT) AS STRING) ELSE CAST(${sql} AS STRING) END`
    case 'timestamp':
      return `date_format(${sql}, "yyyy-MM-dd'T'HH:mm:ss'Z'")`
    case 'timestamp_ntz':
      return `substr(CAST(${sql} AS STRING), 1, 19)`
    case 'array':
    case 'map':
      return `to_json(${sql})`
    default:
      return /^(?:boolean|byte|short|integer|long|date|decimal.*|char.*|varchar.*)$/.test(type)
        ? `CAST(${sql} AS STRING)`
        : undefined
  }
}
