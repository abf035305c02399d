import type { ValueKind } from '../ir/values/column-type.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { NAMES } from './step-names.ts'

/** Rows that a query reads. */
export interface Relation {
  /** The table, as it stands behind FROM. */
  readonly source: Sql
  /** The columns of the source by position, as they are called there; undefined: one that is not read. */
  readonly headings: readonly (string | undefined)[]
  /** All columns of the source, in their order, where they are known. */
  readonly all?: readonly string[] | undefined
  /** The text of a cell, if a plain cast does not give it. */
  spelled?(cell: Sql, position: number): Sql
  /** Of a column whose type is known: the kind of its values, and where one stands. */
  typed?(cell: Sql, position: number): { readonly kind: ValueKind; readonly sql: Sql } | undefined
}

/** Event tables; the bound plan says how their rows find a lead. */
export interface EventRelation extends Relation {
  /** A column, read or not, that counts up in the order of the rows, as those of a table have none. */
  readonly order?: string
}

/** A relation in the statement. */
export interface Row {
  readonly name: Sql
  /** Behind FROM. */
  readonly from: Sql
  column(name: string): Sql
  cellOf(position: number): Sql
  typedCellOf(position: number): { readonly kind: ValueKind; readonly sql: Sql; readonly later: Sql } | undefined
  headingOf(position: number): string
}

export function rowOf({ source, headings, spelled, typed }: Relation, { identifier, columnOf, types }: Dialect): Row {
  const name = rowName(headings)
  const column = (heading: string) => `${name}.${identifier(heading)}`
  return {
    name,
    from: `${source} AS ${name}`,
    column,
    cellOf: position => {
      const cell = column(headings[position] ?? '')
      return spelled === undefined ? `CAST(${cell} AS ${types.text})` : spelled(cell, position)
    },
    typedCellOf: position => {
      const heading = headings[position] ?? ''
      const cell = typed?.(column(heading), position)
      return cell && { ...cell, later: typed?.(columnOf(NAMES.lead, heading), position)?.sql ?? cell.sql }
    },
    headingOf: position => headings[position] ?? '',
  }
}

/** The alias of a relation; no column of it may have this name. */
function rowName(headings: Relation['headings']): Sql {
  const taken = new Set(headings.map(heading => heading?.toLowerCase()))
  let name = 'leadq_row'
  while (taken.has(name)) name += '_'
  return name
}

/** Names steps so that none hides a table that a later step reads. */
export function namesBeside(relations: readonly Relation[]): (name: string) => string {
  const taken = new Set(relations.flatMap(({ source }) => source.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []))
  return name => {
    let free = name
    while (taken.has(free)) free += '_'
    return free
  }
}

/** Typed cells of a row that is not kept as one value: those that are asked for are columns of their own. */
export function standingBeside(row: Row, positions: readonly number[], prefix: Sql) {
  const cells = new Map(
    positions.flatMap(position => {
      const cell = row.typedCellOf(position)
      return cell === undefined ? [] : [[position, { ...cell, later: `${prefix}_${position + 1}` }] as const]
    }),
  )
  return {
    kept: [...cells.values()].map(({ later, sql }) => ({ name: later, sql })),
    typedCellOf: (position: number) => cells.get(position),
  }
}
