import type { Dialect, Sql } from './dialect/dialect.ts'

/** Rows that a query reads. */
export interface Relation {
  /** The table, as it stands behind FROM. */
  readonly source: Sql
  /** The columns of the source by position, as they are called there; undefined: one that is not read. */
  readonly headings: readonly (string | undefined)[]
  /** The text of a cell, where it is not simply what the engine makes of it. */
  spelled?(cell: Sql, position: number): Sql
}

/** Events: which of them a lead did is told by what the bound plan says of them. */
export interface EventRelation extends Relation {
  /** A column, read or not, that counts up in the order of the rows, as those of a table have none. */
  readonly order?: string
}

/** A relation inside of the statement. */
export interface Row {
  readonly name: Sql
  /** Behind FROM. */
  readonly from: Sql
  column(name: string): Sql
  cellOf(position: number): Sql
}

export function rowOf({ source, headings, spelled = cell => cell }: Relation, { identifier }: Dialect): Row {
  const name = rowName(headings)
  const column = (heading: string) => `${name}.${identifier(heading)}`
  return {
    name,
    from: `${source} AS ${name}`,
    column,
    cellOf: position => spelled(column(headings[position] ?? ''), position),
  }
}

/** What a relation is called inside of the statement: none of its columns may be called so, or it would be meant. */
function rowName(headings: Relation['headings']): Sql {
  const taken = new Set(headings.map(heading => heading?.toLowerCase()))
  let name = 'leadq_row'
  while (taken.has(name)) name += '_'
  return name
}

/** Gives names to steps that stand before the last relation is read: none of them may be a table that is meant. */
export function namesBeside(relations: readonly Relation[]): (name: string) => string {
  const taken = new Set(relations.flatMap(({ source }) => source.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []))
  return name => {
    let free = name
    while (taken.has(free)) free += '_'
    return free
  }
}
