import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import { firstOf } from '../../../dialects/dialect/write.ts'
import { uniqueNames } from '../../../io/headings.ts'
import { aroundMember } from '../../../io/json/json-write.ts'
import type { Row } from '../../../io/records.ts'
import { type Column, LIST_JOINT } from '../../../ir/plan/columns.ts'
import { onOneLine } from '../../../outputs/render.ts'
import { type Delimited, textOf } from './delimited.ts'
import type { Query } from './duckdb-query.ts'
import { BACK, FRONT } from './duckdb-source.ts'
import type { RowFormat } from './duckdb-write.ts'
import type { Staged } from './staged.ts'

/** Records of JSON as `io/json/json-write.ts` and `engine/cells.ts` write them, with what leadq adds said in DuckDB's words. */

const { text, finds } = DUCKDB

/** The text of a record of JSON around what leadq adds; for lines of JSON on one line. */
export function endsOf(format: 'json' | 'ndjson'): (row: Row) => readonly [string, string] {
  if (format === 'json') return ({ text }) => aroundMember(text)
  return ({ text }) => {
    const [front, back] = aroundMember(text)
    return [onOneLine(front), onOneLine(back)]
  }
}

export function jsonRecords(
  query: Query,
  { staged, kept, columns }: Pick<Delimited, 'staged' | 'kept' | 'columns'>,
  format: 'json' | 'ndjson',
): RowFormat {
  const isKept = staged.further.includes(FRONT)
  const [front, back] = isKept ? [FRONT, BACK] : [`${opening(staged, kept)} || ','`, "'}'"]
  const lineEnd = format === 'json' ? ',\n' : '\n'
  return {
    cells: [`${front} || ${memberOf(query, columns)} || ${back}`],
    options: ['FORMAT csv', 'HEADER false', "QUOTE ''", "ESCAPE ''", `NEW_LINE ${text(lineEnd)}`],
    joint: format === 'json' ? lineEnd.length : 0,
  }
}

/** Cells as an object of texts that is still open. */
function opening(staged: Staged, kept: readonly number[]): Sql {
  const keys = uniqueNames(
    kept.map(position => staged.input.headings[position] ?? ''),
    ['leadq'],
  )
  const members = kept.map((position, index) => {
    const key = text(`${index > 0 ? ',' : ''}${JSON.stringify(keys[index])}:`)
    return `${key} || ${string(`coalesce(${textOf(staged, position)}, '')`)}`
  })
  return `'{' || ${members.join(' || ')}`
}

/** `"leadq": {...}` */
function memberOf(query: Query, columns: readonly Column[]): Sql {
  const of = (kinds: readonly Column['kind'][]) => columns.filter(({ kind }) => kinds.includes(kind))
  const ofAccount = of(['account'])
  const apart = new Set([...of(['score', 'segment']), ...ofAccount])
  const listed = (list: readonly Column[]) => object(list.map(each => [each.name, jsonOf(each, query)]))
  const nested = (
    [
      ['scores', of(['score'])],
      ['segments', of(['segment'])],
    ] as const
  ).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, listed(list)] as const]))
  const figures = object(
    ofAccount.flatMap(each => (each.kind === 'account' ? [[each.figure, jsonOf(each, query)]] : [])),
  )
  const account =
    ofAccount.length === 0
      ? []
      : [['account', `CASE WHEN ${query.account} IS NULL THEN 'null' ELSE ${figures} END`] as const]
  const plain = columns.filter(each => !apart.has(each))
  const scored = object([...plain.map(each => [each.name, jsonOf(each, query)] as const), ...nested, ...account])
  const asksOf = columns.find(({ kind }) => kind === 'duplicate_of')
  const duplicate = asksOf === undefined ? "'{}'" : object([['duplicate_of', string(query.nameOf(asksOf))]])
  return `'"leadq": ' || CASE WHEN ${query.isDuplicate} THEN ${duplicate} ELSE ${scored} END`
}

function object(members: readonly (readonly [string, Sql])[]): Sql {
  const parts = members.map(
    ([name, value], index) => `${text(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`)} || ${value}`,
  )
  return `'{' || ${[...parts, "'}'"].join(' || ')}`
}

function jsonOf(column: Column, { nameOf }: Query): Sql {
  const cell = nameOf(column)
  switch (column.kind) {
    case 'stage':
    case 'segment':
    case 'owner':
    case 'next':
      return string(`coalesce(${cell}, '')`)
    case 'since':
    case 'grade':
    case 'due':
      return orNull(string(cell))
    case 'total':
    case 'score':
    case 'chance':
    case 'completeness':
      return orNull(`CAST(${cell} AS VARCHAR)`)
    case 'account':
      return orNull(column.figure === 'name' ? string(cell) : `CAST(${cell} AS VARCHAR)`)
    case 'tags':
    case 'met':
    case 'missing':
    case 'excluded':
      return list(cell, string)
    case 'reasons':
      return list(cell, entry => `'{"text":' || ${string(part(entry, 1))} || ',"points":' || ${part(entry, 2)} || '}'`)
    case 'duplicate_of':
      return "'null'"
  }
}

/** What stands in an entry of the ledger: its text, and its points without a plus. */
function part(entry: Sql, group: 1 | 2): Sql {
  return `regexp_extract(${entry}, '(?s)^(.*) [+]?(-?[0-9]+)$', ${group})`
}

function list(cell: Sql, item: (item: Sql) => Sql): Sql {
  const items = `list_transform(string_split(${cell}, ${text(LIST_JOINT)}), lambda item: ${item('item')})`
  return `CASE WHEN ${cell} IS NULL THEN '[]' ELSE '[' || array_to_string(${items}, ',') || ']' END`
}

function orNull(value: Sql): Sql {
  return `coalesce(${value}, 'null')`
}

/** JavaScript spells the few control characters without a letter of their own in small digits. */
function string(value: Sql): Sql {
  const digits = `'\\u00' || lpad(lower(to_hex(unicode(sign))), 2, '0')`
  const plain = `CAST(to_json(sign) AS VARCHAR)`
  const spelled = firstOf([{ when: finds('sign', CONTROL), give: digits }], `substr(${plain}, 2, length(${plain}) - 2)`)
  const signs = `list_transform(string_split(${value}, ''), lambda sign: ${spelled})`
  const slow = `'"' || array_to_string(${signs}, '') || '"'`
  return firstOf([{ when: finds(value, CONTROL), give: slow }], `CAST(to_json(${value}) AS VARCHAR)`)
}

const CONTROL = '[\\x0b\\x0e\\x0f\\x1a-\\x1f]'
