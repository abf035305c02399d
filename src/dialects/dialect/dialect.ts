import type { ValueKind } from '../../ir/values/column-type.ts'
import type { Constant } from '../../ir/values/value.ts'

/** A piece of a query. */
export type Sql = string

export type DialectName = 'duckdb' | 'postgres' | 'spark' | 'snowflake' | 'bigquery'

/** What may follow a pattern that was found: text, and numbers for what its groups hold. */
export type Replacement = readonly (string | number)[]

/** A possible ledger entry: its text and the column with its points. */
export interface Entry {
  readonly text: string
  readonly points: Sql
}

/** What a function of leadq takes and gives. */
export type Taken = 'text' | 'texts' | 'whole' | 'decimal' | 'truth' | 'date' | 'timestamp' | 'timestamptz'

/**
 * An expression of one value that a query needs of many columns. Where a database keeps functions beside a view or
 * table it is one; otherwise it is written once for all columns of a step, as an expression over a list of them.
 */
export interface OwnFunction {
  readonly name: string
  readonly about: string
  readonly takes: Taken
  readonly gives: Taken
  body(value: Sql): Sql
}

/** For a database that cannot walk through a list in an expression: a recursive step walks. */
export interface CountingOneByOne {
  /** No places. */
  readonly none: Sql
  /** The place of the first day that counts; nothing of an empty list. */
  first(days: Sql): Sql
  /** The places of those that count so far, with the next one. */
  counted(counted: Sql, next: Sql): Sql
  /** The place of the one that counts after these; nothing if none does. */
  next(days: Sql, marks: Sql | undefined, counted: Sql, next: Sql, most: number, span: number): Sql
}

/**
 * Everything in which the dialects differ; a dialect that lacks a member does not compile. These members are
 * all that leadq uses of a database: it never relies on the database's own notion of text, number or date.
 */
export interface Dialect {
  readonly name: DialectName
  readonly title: string
  /** For the head of a query: what was tested in place of the database, where leadq's tests do not have it. */
  readonly testedIn?: readonly string[]
  /** What functions are kept in, where their names must say it. */
  readonly functionsIn?: string
  readonly types: Readonly<Record<Taken, Sql>>
  /**
   * What stands between the name of a step and its parenthesis. Steps are read more than once and must not be repeated.
   */
  readonly stepAs: string
  /** The same of a step that is read more than once and takes longer to make than to keep. */
  readonly onceAs: string
  /** What ends a step that must not be inlined, and how many steps are planned together; the last of them is made like `onceAs`. */
  readonly fence?: { readonly end: Sql; readonly together: number }

  /** A name as the database has it. */
  identifier(name: string): Sql
  /** A name that people give: of tables, and of what leadq makes. They type it without quotes later. */
  given(name: string): Sql
  text(value: string): Sql
  /** Whether a text can be a literal, and a cell. */
  supportsText(value: string): boolean
  /** Whether a query has to name every column of the table: no value of the database holds a row. */
  readonly needsColumns: boolean
  /**
   * The row of a table as it is kept for the end, as one column or as one for each of its own; then those columns as the
   * table has them, and one of them. `columns`: all of the table, where `needsColumns` asks for them.
   */
  rowOf(table: Sql, row: string, columns: readonly string[]): readonly { readonly name: string; readonly sql: Sql }[]
  columnsOf(row: string, columns: readonly string[]): Sql
  columnOf(row: string, name: string): Sql

  /** Whether a step that reads a table of its own name reads itself. */
  readonly readsItself: boolean
  /** Whether a query can read events, and what the leads were in the run before. */
  readonly joins: boolean
  /** The statement that makes a function. */
  created(name: Sql, own: OwnFunction): Sql
  /** The statement that removes one, if it is there. */
  dropped(name: Sql, own: OwnFunction): Sql

  /** The text that leadq reads of a value: numbers without exponents, instants in UTC. */
  spelled(value: Sql, kind: ValueKind): Sql
  /** A number as a decimal; of one with many decimals those that leadq reads. */
  decimalOf(value: Sql, kind: 'integer' | 'decimal' | 'float'): Sql
  /** Of a decimal or a float. */
  isNaN(number: Sql): Sql
  /** The day number of a date or of a timestamp without zone, from 1600 to 2400; nothing for others. */
  dayOf(value: Sql, kind: 'date' | 'timestamp'): Sql
  /** The whole seconds since 1970 of a timestamp with zone in these years; nothing for others. */
  secondsOf(value: Sql): Sql

  /**
   * The milliseconds since 1970 of a timestamp in these years, to the fraction that `spelled` writes; one without zone as
   * if it were in UTC. Absent: when an event happened is read from the text of its time.
   */
  millisOf?(value: Sql, kind: 'timestamp' | 'timestamptz'): Sql

  /** Unicode's form C. */
  normalised(text: Sql): Sql
  /** Each code point but `İ` in its simple lower case. */
  lower(text: Sql): Sql
  /** Whether a value is one of several (at least one); unknown for no value. */
  isOneOf(value: Sql, constants: readonly Constant[]): Sql
  /** Whether one of several parts is somewhere in a text. */
  containsAny(text: Sql, parts: readonly string[]): Sql
  startsWith(text: Sql, part: Sql): Sql
  endsWith(text: Sql, part: Sql): Sql
  /** The n-th of the parts between `|`, from 1. */
  part(text: Sql, separator: string, n: number): Sql
  left(text: Sql, length: number): Sql
  /** Where a part begins in a text, from 1. */
  position(part: Sql, text: Sql): Sql

  /** A code point inside a class of a regular expression. */
  codePoint(code: number): string
  /** Patterns are written in what RE2, Java and PostgreSQL read alike. */
  finds(text: Sql, pattern: string): Sql
  replaced(text: Sql, pattern: string, by: Replacement): Sql
  /** A rulebook's pattern in this dialect, ignoring case; undefined if not supported. */
  pattern(pattern: string): string | undefined
  /** How many such patterns a query can have. */
  readonly mostPatterns: number

  /** The floor of a decimal. */
  floor(decimal: Sql): Sql
  /** The same as a whole number, of a decimal that is not too large for one. */
  wholeFloor(decimal: Sql): Sql
  /** Whole numbers divided, rounded down, also below 0. */
  floorDivided(whole: Sql, by: Sql): Sql
  /** The same of numbers that are not negative. */
  divided(whole: Sql, by: Sql): Sql
  /** What is left of a whole number that is not negative, divided by another one. */
  remainder(whole: Sql, by: string): Sql
  /** The number at a position, from 0; nothing past the end. */
  nth(numbers: readonly number[], position: Sql): Sql
  /** `2026-01-31` for a day number. */
  printedDay(day: Sql): Sql

  list(items: readonly Sql[]): Sql
  split(text: Sql, separator: string): Sql
  /** The elements of a text that is known to be a simple JSON list. */
  jsonItems(text: Sql): Sql
  /** `takes`: what its items are, if they are no texts. */
  mapped(list: Sql, item: (item: Sql) => Sql, takes?: Taken): Sql
  /** Those items of a list of which something holds; nothing if there are none. */
  kept(list: Sql, holds: (item: Sql) => Sql): Sql
  /** Whether something holds of an item; unknown without a list. */
  some(list: Sql, holds: (item: Sql) => Sql): Sql

  /** The item of a list at a place, from 1; nothing past its end. `gives`: what it is, if it is no text. */
  item(list: Sql, place: Sql, gives?: Taken): Sql
  /** The items of a list as rows of their own: as a column, or behind FROM as a column of some name. */
  readonly eachOf: { column(list: Sql): Sql } | { joined(list: Sql, name: Sql): Sql }
  /**
   * A list or a decimal as a text that rows are grouped and joined by, and the items of the list again. Absent where
   * rows are grouped by any value.
   */
  readonly groupKeys?: { of(value: Sql): Sql; items(key: Sql): Sql }
  /** Of a group of rows those of which something holds, as a list of values. */
  listed(value: Sql, by: Sql, holds: Sql): Sql
  /** The sum of an expression over the items; the item is called `i`. */
  summed(list: Sql, of: Sql): Sql
  /**
   * The places of those days, newest first, that count: fewer than `most` counted ones lie less than `span` days after
   * them, and none of the counted ones has the same mark.
   */
  readonly counting: { all(days: Sql, marks: Sql | undefined, most: number, span: number): Sql } | CountingOneByOne

  /** Whether a column is true, or false; never unknown. */
  is(column: Sql, truth: boolean): Sql
  /** How many of several conditions hold, none of which is unknown. */
  countTrue(conditions: readonly Sql[]): Sql
  /** Texts that are there, joined. */
  joined(texts: readonly Sql[], joint: string): Sql
  /** The items of a list, joined. */
  joinedItems(list: Sql, joint: string): Sql
  /** The entries with points, largest amount first, of equal ones in their order: `demo +40; free-mail -10`. */
  reasons(entries: readonly Entry[], joint: string): Sql
  /** The place of a row among all; `by`: what orders them. Undefined if that is needed and not there. */
  place(by: Sql | undefined): Sql | undefined
  /** The first 8 hex digits of a text's md5 as a number, modulo something. */
  bucket(text: Sql, modulo: number): Sql
  /** The character of a code point, where it cannot stand in a literal. */
  character(code: number): Sql
}
