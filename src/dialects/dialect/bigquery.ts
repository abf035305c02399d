import type { Dialect, Entry, Replacement, Sql } from './dialect.ts'
import {
  among,
  anyOf,
  filled,
  firstOf,
  indented,
  isTruth,
  literal,
  MANY_PARTS,
  readableYears,
  somewhere,
} from './write.ts'

const codePoint = (code: number) => `\\x{${code.toString(16)}}`
/** What no literal and no quoted name holds as it stands: they end with their line. */
const CONTROLS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/g
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
/** Literals and quoted names have the same escapes. */
const between = (quote: "'" | '`', value: string): Sql =>
  quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(CONTROLS, escaped) + quote
const text = (value: string): Sql => between("'", value)
const identifier = (name: string): Sql => between('`', name)

/** Backslashes stand for themselves in a raw literal, which has no quote in it and does not end with one of them. */
const RAW = /^[^'\u0000-\u001f\u007f\u0085\u2028\u2029]*[^'\\\u0000-\u001f\u007f\u0085\u2028\u2029]$/
const pattern = (value: string): Sql => (value.includes('\\') && RAW.test(value) ? `r'${value}'` : text(value))
const finds = (value: Sql, sought: string) => `regexp_contains(${value}, ${pattern(sought)})`
const replaced = (value: Sql, sought: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\'))).join('')
  return `regexp_replace(${value}, ${pattern(sought)}, ${pattern(template)})`
}

/** Something of the items of a list, in their order; nothing of an empty list. */
const listOfItems = (list: Sql, item: Sql, where?: Sql) =>
  `(SELECT array_agg(${item} ORDER BY nth) FROM unnest(${list}) AS e WITH OFFSET AS nth${where === undefined ? '' : ` WHERE ${where}`})`

function reasons(entries: readonly Entry[], joint: string): Sql {
  const rows = entries.map(({ points, text: name }, place) => {
    const values = [String(place), points, text(name)]
    const names = ['place', 'points', 'name']
    return place === 0
      ? `STRUCT(${values.map((value, index) => `${value} AS ${names[index]}`).join(', ')})`
      : `(${values.join(', ')})`
  })
  return [
    "(SELECT string_agg(name || CASE WHEN points > 0 THEN ' +' ELSE ' ' END || CAST(points AS STRING), " +
      `${text(joint)} ORDER BY abs(points) DESC, place)`,
    `  FROM unnest([${rows.join(',\n    ')}]) WHERE points <> 0)`,
  ].join('\n')
}

/** Google's SQL as BigQuery has it. */
export const BIGQUERY: Dialect = {
  name: 'bigquery',
  title: 'BigQuery',
  testedIn: ['tested in ZetaSQL, the evaluator of the SQL that BigQuery speaks; no BigQuery has run it'],
  functionsIn: 'dataset',
  types: {
    text: 'STRING',
    texts: 'ARRAY<STRING>',
    whole: 'INT64',
    decimal: 'FLOAT64',
    truth: 'BOOL',
    date: 'DATE',
    timestamp: 'DATETIME',
    timestamptz: 'TIMESTAMP',
  },
  stepAs: 'AS',
  onceAs: 'AS',

  identifier,
  given: identifier,
  text,
  supportsText: () => true,
  needsColumns: false,
  // Where some step is recursive.
  readsItself: true,
  joins: true,
  rowOf: (table, name) => [{ name, sql: table }],
  columnsOf: row => `${row}.*`,
  columnOf: (row, name) => `${row}.${identifier(name)}`,

  created: (name, { takes, gives, body }) =>
    [
      `CREATE OR REPLACE FUNCTION ${name}(value ${BIGQUERY.types[takes]}) RETURNS ${BIGQUERY.types[gives]} AS (`,
      `  ${indented(body('value'))})`,
    ].join('\n'),
  dropped: name => `DROP FUNCTION IF EXISTS ${name}`,
  spelled: (value, kind) => {
    switch (kind) {
      case 'text':
        return value
      case 'float': {
        const digits = `regexp_replace(format('%.6f', CAST(${value} AS FLOAT64)), '[.]?0+$', '')`
        return `CASE WHEN abs(${value}) < 1e15 THEN ${digits} ELSE CAST(${value} AS STRING) END`
      }
      case 'timestamptz':
        return `format_timestamp('%E4Y-%m-%dT%H:%M:%SZ', ${value}, 'UTC')`
      case 'other': {
        // Lists and JSON have no cast to text.
        const json = `to_json_string(${value})`
        return firstOf([{ when: `${value} IS NOT NULL`, give: `coalesce(json_value(${json}), ${json})` }])
      }
      default:
        return `CAST(${value} AS STRING)`
    }
  },
  decimalOf: (value, kind) =>
    kind === 'float' ? `CAST(format('%.6f', CAST(${value} AS FLOAT64)) AS FLOAT64)` : `CAST(${value} AS FLOAT64)`,
  isNaN: float => `is_nan(${float})`,
  dayOf: (value, kind) =>
    kind === 'date'
      ? readableYears(value, 'DATE ', `unix_date(${value})`)
      : readableYears(value, 'DATETIME ', `unix_date(CAST(${value} AS DATE))`, ' 00:00:00'),
  secondsOf: value => readableYears(value, 'TIMESTAMP ', `unix_seconds(${value})`, ' 00:00:00+00'),

  normalised: value => `normalize(${value}, NFC)`,
  lower: value => `lower(${value})`,
  isOneOf: (value, constants) =>
    among(
      value,
      constants.map(each => literal(each, text)),
    ),
  containsAny: (value, parts) =>
    parts.length < MANY_PARTS
      ? anyOf(parts.map(part => `strpos(${value}, ${text(part)}) > 0`))
      : `${value} LIKE ANY (${filled(parts.map(part => text(somewhere(part))))})`,
  startsWith: (value, part) => `starts_with(${value}, ${part})`,
  endsWith: (value, part) => `ends_with(${value}, ${part})`,
  // As many separators more as there have to be parts.
  part: (value, separator, n) =>
    `split(${n > 1 ? `${value} || ${text(separator.repeat(n - 1))}` : value}, ${text(separator)})[SAFE_OFFSET(${n - 1})]`,
  left: (value, length) => `left(${value}, ${length})`,
  position: (part, whole) => `strpos(${whole}, ${part})`,

  codePoint,
  finds,
  replaced,
  pattern: sought => `(?i)${sought}`,
  mostPatterns: Number.POSITIVE_INFINITY,

  floor: value => `floor(${value})`,
  wholeFloor: value => `CAST(floor(${value}) AS INT64)`,
  floorDivided: (value, by) => `CAST(floor((${value}) / (${by})) AS INT64)`,
  divided: (value, by) => `div(${value}, ${by})`,
  remainder: (whole, by) => `mod(${whole}, ${by})`,
  nth: (numbers, position) => `[${numbers.join(', ')}][SAFE_OFFSET(${position})]`,
  printedDay: day => `CAST(date_from_unix_date(${day}) AS STRING)`,

  list: items => `[${items.join(', ')}]`,
  split: (value, separator) => `split(${value}, ${text(separator)})`,
  jsonItems: value => listOfItems(`json_value_array(${value})`, "coalesce(e, 'null')"),
  mapped: (list, item) => listOfItems(list, item('e')),
  kept: (list, holds) => listOfItems(list, 'e', holds('e')),
  some: (list, holds) =>
    firstOf([{ when: `${list} IS NOT NULL`, give: `EXISTS (SELECT 1 FROM unnest(${list}) AS e WHERE ${holds('e')})` }]),

  item: (list, place) => `${list}[SAFE_ORDINAL(${place})]`,
  eachOf: { joined: (list, name) => `CROSS JOIN unnest(${list}) AS ${name}` },
  groupKeys: {
    of: value => firstOf([{ when: `${value} IS NOT NULL`, give: `to_json_string(${value})` }]),
    items: key => `json_value_array(${key})`,
  },
  listed: (value, by, holds) => `array_agg(${firstOf([{ when: holds, give: value }])} IGNORE NULLS ORDER BY ${by})`,
  summed: (list, of) => `(SELECT sum(${of}) FROM unnest(${list}) AS i)`,
  counting: {
    none: 'CAST([] AS ARRAY<INT64>)',
    first: days => firstOf([{ when: `array_length(${days}) > 0`, give: '1' }]),
    counted: (counted, next) => `array_concat(${counted}, [${next}])`,
    next: (days, marks, counted, next, most, span) => {
      const at = (list: Sql, place: Sql) => `${list}[ORDINAL(${place})]`
      const oldest = most === 1 ? next : at(counted, `array_length(${counted}) - ${most - 2}`)
      const isFree = `(array_length(${counted}) + 1 < ${most} OR ${at(days, oldest)} - ${at(days, 'n')} >= ${span})`
      const isNew =
        marks === undefined
          ? ''
          : ` AND ${at(marks, next)} <> ${at(marks, 'n')}` +
            ` AND NOT EXISTS (SELECT 1 FROM unnest(${counted}) AS m WHERE ${at(marks, 'm')} = ${at(marks, 'n')})`
      const later = `unnest(generate_array(${next} + 1, array_length(${days}))) AS n`
      return `(SELECT min(n) FROM ${later} WHERE ${isFree}${isNew})`
    },
  },

  is: isTruth,
  countTrue: conditions => `(SELECT countif(e) FROM unnest([${filled(conditions)}]) AS e)`,
  joined: (texts, joint) => `array_to_string([${texts.join(', ')}], ${text(joint)})`,
  joinedItems: (list, joint) => `array_to_string(${list}, ${text(joint)})`,
  reasons,
  place: by => (by === undefined ? undefined : `row_number() OVER (ORDER BY ${by} NULLS LAST)`),
  bucket: (value, modulo) => `mod(CAST('0x' || substr(to_hex(md5(${value})), 1, 8) AS INT64), ${modulo})`,
  character: code => text(String.fromCharCode(code)),
}
