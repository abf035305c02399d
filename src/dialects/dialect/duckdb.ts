import type { Dialect, Entry, Replacement, Sql } from './dialect.ts'
import { literalText, quoted } from './quote.ts'
import { anyOf, filled, indented, isTruth, LONG_LIST, literal, readableYears } from './write.ts'

const codePoint = (code: number) => `\\x{${code.toString(16)}}`
const character = (code: number): Sql => `chr(${code})`
const text = (value: string): Sql => literalText(value, character)
const finds = (value: Sql, pattern: string) => `regexp_matches(${value}, ${text(pattern)})`
const replaced = (value: Sql, pattern: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\'))).join('')
  return `regexp_replace(${value}, ${text(pattern)}, ${text(template)}, 'g')`
}

const MANY_VALUES = 4
const MAX_PATTERN_LENGTH = 20_000

/** A pattern that matches exactly this text. */
function literally(part: string): string {
  return part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

/** Names of one ending: `mail.example` and `post.example`. */
const ENDING = /^[^.]+([.].+)$/

/**
 * The time that a search for a pattern takes does not grow with the pattern; longer ones are too large for RE2. Names
 * of domains are written without the endings that they share.
 */
function isOneText(value: Sql, texts: readonly string[]): Sql {
  const groups = new Map<string, string[]>()
  for (const each of texts) {
    const ending = texts.length > MANY_NAMES ? (ENDING.exec(each)?.[1] ?? '') : ''
    const start = each.slice(0, each.length - ending.length)
    groups.set(ending, [...(groups.get(ending) ?? []), literally(start)])
  }
  const alternatives = [...groups].flatMap(([ending, starts]) =>
    ending === '' ? starts : chunks(starts, '|').map(each => `(?:${each})${literally(ending)}`),
  )
  return anyOf(chunks(alternatives, '|').map(pattern => finds(value, `^(?:${pattern})$`)))
}

/** So many texts are names of domains. */
const MANY_NAMES = 400

/** Parts of a pattern, joined to as few as may be that are not too long. */
function chunks(parts: readonly string[], joint: string): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last === undefined || last.length + part.length > MAX_PATTERN_LENGTH) joined.push(part)
    else joined[joined.length - 1] = `${last}${joint}${part}`
  }
  return joined
}

/** Entries of equal amounts are told apart by their places. */
function reasons(entries: readonly Entry[], joint: string): Sql {
  const rows = entries.map(({ text: name, points }) => `row(${points}, ${text(name)})`)
  return [
    'array_to_string(list_transform(list_sort(list_transform(list_filter([',
    `    ${rows.map(each => indented(indented(each))).join(',\n    ')}`,
    '  ], lambda e: e[1] <> 0),',
    `  lambda e, i: row(-abs(e[1]), i, e[2] || printf(' %+d', e[1])))), lambda e: e[3]), ${text(joint)})`,
  ].join('\n')
}

export const DUCKDB: Dialect = {
  name: 'duckdb',
  title: 'DuckDB',
  types: {
    text: 'VARCHAR',
    texts: 'VARCHAR[]',
    whole: 'BIGINT',
    decimal: 'DOUBLE',
    truth: 'BOOLEAN',
    date: 'DATE',
    timestamp: 'TIMESTAMP',
    timestamptz: 'TIMESTAMPTZ',
  },
  stepAs: 'AS NOT MATERIALIZED',
  onceAs: 'AS MATERIALIZED',

  identifier: name => quoted(name, '"'),
  given: name => quoted(name, '"'),
  text,
  supportsText: () => true,
  needsColumns: false,
  readsItself: false,
  joins: true,
  rowOf: (table, name) => [{ name, sql: table }],
  columnsOf: row => `${row}.*`,
  columnOf: (row, name) => `${row}.${quoted(name, '"')}`,

  created: (name, { body }) => `CREATE OR REPLACE MACRO ${name}(value) AS\n  ${indented(body('value'))}`,
  dropped: name => `DROP MACRO IF EXISTS ${name}`,
  spelled: (value, kind) => {
    switch (kind) {
      case 'text':
        return value
      case 'float': {
        // DuckDB prints floating numbers with exponents, and whole ones with a decimal.
        const digits = `regexp_replace(printf('%.6f', CAST(${value} AS DOUBLE)), '[.]?0+$', '')`
        return `CASE WHEN abs(${value}) < 1e15 THEN ${digits} ELSE CAST(${value} AS VARCHAR) END`
      }
      case 'timestamptz':
        return `strftime(${value} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ')`
      default:
        return `CAST(${value} AS VARCHAR)`
    }
  },
  // A cast of a decimal divides, which is off by a bit where it has many digits; of a float six decimals are read.
  decimalOf: (value, kind) => {
    if (kind === 'integer') return `CAST(${value} AS DOUBLE)`
    const digits = kind === 'decimal' ? `CAST(${value} AS VARCHAR)` : `printf('%.6f', CAST(${value} AS DOUBLE))`
    return `CAST(${digits} AS DOUBLE)`
  },
  isNaN: float => `isnan(${float})`,
  dayOf: (value, kind) => {
    const day = kind === 'date' ? value : `CAST(${value} AS DATE)`
    return readableYears(value, 'DATE ', `${day} - DATE '1970-01-01'`)
  },
  secondsOf: value =>
    readableYears(value, 'TIMESTAMPTZ ', `epoch_us(date_trunc('second', ${value})) // 1000000`, ' 00:00:00+00'),
  // Its text has the fraction of a second only where there is no zone.
  millisOf: (value, kind) =>
    kind === 'timestamp'
      ? readableYears(value, 'TIMESTAMP ', `CAST(floor(epoch_us(${value}) / 1000) AS BIGINT)`, ' 00:00:00')
      : `(${DUCKDB.secondsOf(value)}) * 1000`,

  normalised: value => `nfc_normalize(${value})`,
  lower: value => `lower(${value})`,
  // An `IN` becomes a join, which is slower and puts rows into another order.
  isOneOf: (value, constants) => {
    const texts = constants.filter(each => typeof each === 'string')
    if (texts.length > LONG_LIST && texts.length === constants.length) return isOneText(value, texts)
    const literals = constants.map(each => literal(each, text))
    return literals.length < MANY_VALUES
      ? anyOf(literals.map(each => `${value} = ${each}`))
      : `list_contains([${filled(literals)}], ${value})`
  },
  containsAny: (value, parts) => {
    const pattern = parts.map(literally).join('|')
    // One search for all of many is several times as fast as one for each, as long as RE2 takes the pattern.
    return parts.length >= MANY_VALUES && pattern.length <= MAX_PATTERN_LENGTH
      ? finds(value, pattern)
      : anyOf(parts.map(part => `contains(${value}, ${text(part)})`))
  },
  startsWith: (value, part) => `starts_with(${value}, ${part})`,
  endsWith: (value, part) => `ends_with(${value}, ${part})`,
  part: (value, separator, n) => `split_part(${value}, ${text(separator)}, ${n})`,
  left: (value, length) => `left(${value}, ${length})`,
  position: (part, whole) => `position(${part} IN ${whole})`,

  codePoint,
  finds,
  replaced,
  pattern: pattern => `(?i)${pattern}`,
  mostPatterns: Number.POSITIVE_INFINITY,

  floor: value => `floor(${value})`,
  wholeFloor: value => `CAST(floor(${value}) AS BIGINT)`,
  floorDivided: (value, by) => `CAST(floor((${value}) / (${by})) AS BIGINT)`,
  divided: (value, by) => `(${value}) // ${by}`,
  remainder: (whole, by) => `${whole} % ${by}`,
  nth: (numbers, position) => `[${numbers.join(', ')}][(${position}) + 1]`,
  printedDay: day => `strftime(DATE '1970-01-01' + CAST(${day} AS INTEGER), '%Y-%m-%d')`,

  list: items => `[${items.join(', ')}]`,
  split: (value, separator) => `string_split(${value}, ${text(separator)})`,
  jsonItems: value => `list_transform(from_json(${value}, '["VARCHAR"]'), lambda e: coalesce(e, 'null'))`,
  mapped: (list, item) => `list_transform(${list}, lambda e: ${item('e')})`,
  kept: (list, holds) => `nullif(list_filter(${list}, lambda e: ${holds('e')}), CAST([] AS VARCHAR[]))`,
  some: (list, holds) => `len(list_filter(${list}, lambda e: ${holds('e')})) > 0`,

  item: (list, place) => `${list}[${place}]`,
  eachOf: { column: list => `unnest(${list})` },
  listed: (value, by, holds) => `list(${value} ORDER BY ${by}) FILTER (WHERE ${holds})`,
  summed: (list, of) => `list_sum(list_transform(${list}, lambda i: ${of}))`,
  // What is looked at stands in the items: columns of the row come from another row inside of `list_reduce` (1.5).
  counting: {
    all: (days, marks, most, span) => {
      const isFree = `len(found) < ${most} OR found[len(found) - ${most - 1}].day - e[1].day >= ${span}`
      const isNew =
        marks === undefined ? '' : ' AND NOT list_contains(list_transform(found, lambda m: m.mark), e[1].mark)'
      const mark = marks === undefined ? '' : `, 'mark': ${marks}[n]`
      return [
        `list_transform(list_reduce(list_transform(range(1, len(${days}) + 1), lambda n: [{'n': n, 'day': ${days}[n]${mark}}]),`,
        `  lambda found, e: CASE WHEN (${isFree})${isNew} THEN list_concat(found, e) ELSE found END), lambda f: f.n)`,
      ].join('\n')
    },
  },

  is: isTruth,
  countTrue: conditions => `len(list_filter([${filled(conditions)}], lambda e: e))`,
  joined: (texts, joint) => `concat_ws(${text(joint)}, ${texts.join(', ')})`,
  joinedItems: (list, joint) => `concat_ws(${text(joint)}, ${list})`,
  reasons,
  place: () => 'row_number() OVER ()',
  bucket: (value, modulo) => `CAST('0x' || substr(md5(${value}), 1, 8) AS BIGINT) % ${modulo}`,
  character,
}
