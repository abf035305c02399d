import { MAX_REWRITTEN_LENGTH, type Rewrite } from '../../ir/values/rewrite.ts'
import type { Constant } from '../../ir/values/value.ts'
import { labelComment } from './comment.ts'
import type { Dialect, OwnFunction, Sql } from './dialect.ts'

/** The pieces of queries that all dialects spell alike. */

/** Characters of a line. */
export const WIDTH = 110
/** The same of names alone. */
const LONG_NAMES = 300
/** Lists are on one line, where a change of a member is a change of that line, up to this number of characters. */
const LONG_WIDTH = 8000
/** Texts of a longer list are looked for as a whole: a pattern, an array. */
export const LONG_LIST = 40

export function allOf(parts: readonly Sql[]): Sql {
  if (parts.includes('FALSE')) return 'FALSE'
  const open = parts.filter(part => part !== 'TRUE')
  return open.length === 0 ? 'TRUE' : joinedBy(open, 'AND')
}

export function anyOf(parts: readonly Sql[]): Sql {
  if (parts.includes('TRUE')) return 'TRUE'
  const open = parts.filter(part => part !== 'FALSE')
  return open.length === 0 ? 'FALSE' : joinedBy(open, 'OR')
}

export function not(part: Sql): Sql {
  if (part === 'TRUE') return 'FALSE'
  if (part === 'FALSE') return 'TRUE'
  return /^[(]|^[a-z_0-9]+$/.test(part) ? `(NOT ${part})` : `(NOT (${part}))`
}

function joinedBy(parts: readonly Sql[], joint: 'AND' | 'OR'): Sql {
  const [only = ''] = parts
  return parts.length === 1 ? only : `(${broken(parts, ` ${joint} `, `\n  ${joint} `)})`
}

/** Parts with commas between them, as many on a line as fit. */
export function filled(parts: readonly Sql[], joint = ', '): Sql {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last === undefined || last.length + part.length > LONG_WIDTH) lines.push(part)
    else lines[lines.length - 1] = `${last}${joint}${part}`
  }
  return lines.join(`${joint.trimEnd()}\n  `)
}

const NAME = /^[a-z_0-9]+$/

/** On one line if it fits; names are read without looking for where each begins. */
function broken(parts: readonly string[], inline: string, between: string): string {
  const line = parts.join(inline)
  return line.length <= (parts.every(part => NAME.test(part)) ? LONG_NAMES : WIDTH) && !line.includes('\n')
    ? line
    : parts.map(indented).join(between)
}

export function indented(text: string): string {
  return text.replaceAll('\n', '\n  ')
}

export interface When {
  readonly when: Sql
  readonly give: Sql
  /** What people call it, as a comment behind it. */
  readonly label?: string | undefined
}

/** `CASE WHEN ... THEN ... ELSE ... END`; without `otherwise` nothing. */
export function firstOf(rows: readonly When[], otherwise?: Sql): Sql {
  const open = rows.filter(({ when }) => when !== 'FALSE')
  if (open.length === 0) return otherwise ?? 'NULL'
  if (open[0]?.when === 'TRUE') return open[0].give
  const lines = open.map(
    ({ when, give, label }) =>
      `WHEN ${indented(when)} THEN ${indented(give)}${label === undefined ? '' : behind(label)}`,
  )
  return cased(
    'CASE',
    lines,
    otherwise,
    open.some(({ label }) => label !== undefined),
  )
}

/** `CASE x WHEN ... THEN ... ELSE ... END`. */
export function lookUp(value: Sql, rows: readonly When[], otherwise?: Sql): Sql {
  if (rows.length === 0) return otherwise ?? 'NULL'
  const lines = rows.map(({ when, give }) => `WHEN ${when} THEN ${give}`)
  return cased(`CASE ${value}`, lines, otherwise)
}

/** The same of a table that no rulebook changes: several rows stand on a line. `value`: empty for conditions. */
export function packedCase(value: Sql, rows: readonly When[], otherwise: Sql): Sql {
  if (rows.length === 0) return otherwise
  const lines: string[] = []
  for (const { when, give } of rows) {
    const row = `WHEN ${when} THEN ${give}`
    const last = lines.at(-1)
    if (last === undefined || last.length + row.length > LONG_NAMES) lines.push(row)
    else lines[lines.length - 1] = `${last} ${row}`
  }
  return cased(`CASE ${value}`.trimEnd(), lines, otherwise)
}

/** A comment up to the end of a line. */
export function behind(label: string): Sql {
  return ` -- ${labelComment(label)}`
}

/** `hasComments`: a line may end with one. */
function cased(start: string, lines: readonly string[], otherwise: Sql | undefined, hasComments = false): Sql {
  const [first = '', ...others] = [...lines, ...(otherwise === undefined ? [] : [`ELSE ${indented(otherwise)}`])]
  const parts = [`${start} ${first}`, ...others]
  const line = `${parts.join(' ')} END`
  if (hasComments && otherwise === undefined) return `${parts.join('\n  ')}\nEND`
  if (hasComments || line.includes('\n')) return `${parts.join('\n  ')} END`
  // A single condition that fills a line is not better to read with the rest below it.
  const isOneLine = line.length <= WIDTH || (lines.length === 1 && first.length > WIDTH)
  return isOneLine ? line : `${parts.join('\n  ')} END`
}

/** Something of a date or timestamp whose year is one that leadq reads; `type`: what stands before a literal. */
export function readableYears(value: Sql, type: Sql, give: Sql, midnight = ''): Sql {
  const limit = (day: string) => `${type}'${day}${midnight}'`
  return firstOf([{ when: `${value} >= ${limit('1600-01-01')} AND ${value} < ${limit('2401-01-01')}`, give }])
}

/** A pattern in which signs that cannot be seen are written by their code points. */
export function visible(pattern: string, { codePoint }: Dialect): string {
  return pattern.replace(/\p{Cf}/gu, sign => codePoint(sign.codePointAt(0) ?? 0))
}

/** A text after all of some rewrites; one that is too long for them as it stands. */
export function rewritten(text: Sql, rewrites: readonly Rewrite[], dialect: Dialect): Sql {
  const give = rewrites.reduce((sql, { find, by }) => dialect.replaced(sql, visible(find, dialect), by), text)
  return firstOf([{ when: `length(${text}) <= ${MAX_REWRITTEN_LENGTH}`, give }], text)
}

/** Whether a column is true, or false. */
export function isTruth(column: Sql, truth: boolean): Sql {
  return `${column} IS ${truth ? 'TRUE' : 'FALSE'}`
}

/** A constant of a rulebook as a literal. */
export function literal(value: Constant, text: Dialect['text']): Sql {
  if (typeof value === 'string') return text(value)
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : number(value)
}

/** From this number of parts on they are looked for by one expression. */
export const MANY_PARTS = 3

/** A pattern of LIKE for texts that hold a part. */
export function somewhere(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`
}

/** Whether a value is among several. */
export function among(value: Sql, literals: readonly Sql[]): Sql {
  const [only = ''] = literals
  return literals.length === 1 ? `${value} = ${only}` : `${value} IN (${filled(literals)})`
}

/** A number as a literal: with decimals in the form that is a double everywhere, and never a decimal type. */
export function number(value: number): Sql {
  if (Number.isInteger(value)) return String(value)
  const [digits = '', exponent = '0'] = String(value).split('e')
  return `${digits}e${exponent}`
}

/** A sum as a balanced tree: engines limit how deep an expression may be. */
export function sum(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return '0'
  if (parts.length <= 8) return parts.join(' + ')
  const middle = parts.length >> 1
  return `(${sum(parts.slice(0, middle))})\n  + (${indented(sum(parts.slice(middle)))})`
}

/** A name of columns and steps that needs no quotes anywhere. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return plain.slice(0, 40) || 'x'
}

/** Gives every name once: `demo`, `demo_2`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return name => {
    let free = name
    for (let n = 2; taken.has(free); n += 1) free = `${name}_${n}`
    taken.add(free)
    return free
  }
}

export type Column = Expression | Called

export interface Expression {
  readonly name: string
  readonly sql: Sql
  /** What people call it, as a comment behind it. */
  readonly label?: string | undefined
}

/** A column that a function of leadq makes of another one. */
export interface Called {
  readonly name: string
  readonly call: OwnFunction
  readonly of: Sql
}

/** One `SELECT` of the statement: what was there before and some more columns. */
export interface Step {
  readonly name: string
  /** What it is for, as a comment. */
  readonly about: string
  readonly columns: readonly Column[]
  /** Nothing of what was there before is kept. */
  readonly isWhole?: true
  /** What it reads, where that is not the step before. */
  readonly from?: Sql
  /** It is read more than once, and better not made more than once. */
  readonly isKept?: boolean
  /** What stands behind it: which rows, and how they are grouped. */
  readonly end?: Sql
  /** It goes on from its own rows: as long as `holds`, these of its columns are made anew. */
  readonly repeated?: { readonly columns: readonly Expression[]; readonly holds: Sql }
}
