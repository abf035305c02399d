import { portablePattern } from '../cells/query-pattern.ts'
import type { Dialect, Replacement, Sql } from './dialect.ts'
import { quoted } from './quote.ts'
import { among, anyOf, filled, indented, isTruth, literal, MANY_PARTS, readableYears, somewhere } from './write.ts'

const codePoint = (code: number) => `\\x{${code.toString(16)}}`
const CONTROLS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/g
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
/** Backslashes mean something in Spark's literals. */
const text = (value: string): Sql =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(CONTROLS, escaped)}'`
const replaced = (value: Sql, pattern: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `$${piece}` : piece.replace(/[\\$]/g, '\\$&'))).join('')
  return `regexp_replace(${value}, ${text(pattern)}, ${text(template)})`
}

/** Spark 3.5 and newer, Databricks. */
export const SPARK: Dialect = {
  name: 'spark',
  title: 'Spark SQL',
  types: {
    text: 'STRING',
    texts: 'ARRAY<STRING>',
    whole: 'BIGINT',
    decimal: 'DOUBLE',
    truth: 'BOOLEAN',
    date: 'DATE',
    timestamp: 'TIMESTAMP_NTZ',
    timestamptz: 'TIMESTAMP',
  },
  stepAs: 'AS',
  onceAs: 'AS',

  identifier: name => quoted(name, '`'),
  given: name => quoted(name, '`'),
  text,
  supportsText: () => true,
  needsColumns: false,
  readsItself: false,
  joins: true,
  rowOf: (table, name) => [{ name, sql: `struct(${table}.*)` }],
  columnsOf: row => `${row}.*`,
  columnOf: (row, name) => `${row}.${quoted(name, '`')}`,

  created: (name, { takes, gives, body }) =>
    [
      `CREATE OR REPLACE FUNCTION ${name}(value ${SPARK.types[takes]}) RETURNS ${SPARK.types[gives]}`,
      `RETURN ${indented(body('value'))}`,
    ].join('\n'),
  dropped: name => `DROP FUNCTION IF EXISTS ${name}`,
  spelled: (value, kind) => {
    switch (kind) {
      case 'text':
        return value
      case 'float': {
        // 50.0 is written 50, as files have it; `1.0E10` would be no number.
        const digits = `regexp_replace(format_string('%.6f', CAST(${value} AS DOUBLE)), '[.]?0+$', '')`
        return `CASE WHEN abs(${value}) < 1e15 THEN ${digits} ELSE CAST(${value} AS STRING) END`
      }
      case 'timestamptz':
        return `date_format(${value}, "yyyy-MM-dd'T'HH:mm:ss'Z'")`
      case 'timestamp':
        return `substr(CAST(${value} AS STRING), 1, 19)`
      default:
        return `CAST(${value} AS STRING)`
    }
  },
  // `format_string` makes the text `null` of no value.
  decimalOf: (value, kind) =>
    kind === 'float'
      ? `CAST(nullif(format_string('%.6f', CAST(${value} AS DOUBLE)), 'null') AS DOUBLE)`
      : `CAST(${value} AS DOUBLE)`,
  isNaN: float => `isnan(${float})`,
  dayOf: (value, kind) => {
    const day = kind === 'date' ? value : `CAST(${value} AS DATE)`
    return readableYears(value, 'DATE', `CAST(datediff(${day}, DATE'1970-01-01') AS BIGINT)`)
  },
  secondsOf: value => readableYears(value, 'TIMESTAMP', `unix_seconds(${value})`, ' 00:00:00Z'),

  // Its texts are written without the fraction of a second, and the zone of the session is UTC.
  millisOf: (value, kind) =>
    `(${SPARK.secondsOf(kind === 'timestamp' ? `CAST(${value} AS TIMESTAMP)` : value)}) * 1000`,

  // Spark has no function for form C: texts with combining marks are the one known difference.
  normalised: value => value,
  lower: value => `lower(${value})`,
  isOneOf: (value, constants) =>
    among(
      value,
      constants.map(each => literal(each, text)),
    ),
  containsAny: (value, parts) =>
    parts.length < MANY_PARTS
      ? anyOf(parts.map(part => `contains(${value}, ${text(part)})`))
      : `${value} LIKE ANY (${filled(parts.map(part => text(somewhere(part))))})`,
  startsWith: (value, part) => `startswith(${value}, ${part})`,
  endsWith: (value, part) => `endswith(${value}, ${part})`,
  part: (value, separator, n) => `split_part(${value}, ${text(separator)}, ${n})`,
  left: (value, length) => `left(${value}, ${length})`,
  position: (part, whole) => `position(${part} IN ${whole})`,

  codePoint,
  finds: (value, pattern) => `${value} RLIKE ${text(pattern)}`,
  replaced,
  pattern: pattern => portablePattern(pattern, { codePoint, end: '\\z' }),
  mostPatterns: Number.POSITIVE_INFINITY,

  // `floor` gives a whole number, which large decimals do not fit into.
  floor: value => `((${value}) - pmod(${value}, 1D))`,
  wholeFloor: value => `floor(${value})`,
  floorDivided: (value, by) => `floor(CAST(${value} AS DOUBLE) / (${by}))`,
  divided: (value, by) => `(${value}) div ${by}`,
  remainder: (whole, by) => `${whole} % ${by}`,
  nth: (numbers, position) => `get(array(${numbers.join(', ')}), CAST(${position} AS INT))`,
  printedDay: day => `date_format(date_add(DATE'1970-01-01', CAST(${day} AS INT)), 'yyyy-MM-dd')`,

  list: items => `array(${items.join(', ')})`,
  split: (value, separator) => `split(${value}, ${text(separator.replace(/[^A-Za-z0-9]/gu, '\\$&'))})`,
  jsonItems: value => `transform(from_json(${value}, 'array<string>'), e -> coalesce(e, 'null'))`,
  mapped: (list, item) => `transform(${list}, e -> ${item('e')})`,
  kept: (list, holds) => `CASE WHEN exists(${list}, e -> ${holds('e')}) THEN filter(${list}, e -> ${holds('e')}) END`,
  some: (list, holds) => `exists(${list}, e -> ${holds('e')})`,

  item: (list, place) =>
    /^[0-9]+$/.test(place) ? `get(${list}, ${Number(place) - 1})` : `get(${list}, CAST(${place} AS INT) - 1)`,
  eachOf: { column: list => `explode(${list})` },
  listed: (value, by, holds) =>
    `transform(array_sort(collect_list(CASE WHEN ${holds} THEN named_struct('by', ${by}, 'value', ${value}) END)), e -> e.value)`,
  summed: (list, of) => `aggregate(${list}, CAST(0 AS BIGINT), (sum, i) -> sum + CAST(${of} AS BIGINT))`,
  counting: {
    all: (days, marks, most, span) => {
      const at = (list: Sql, place: Sql) => `get(${list}, CAST(${place} AS INT) - 1)`
      const last = at('found', `size(found) - ${most - 1}`)
      const isFree = `size(found) < ${most} OR ${at(days, last)} - ${at(days, 'n')} >= ${span}`
      const isNew = marks === undefined ? '' : ` AND NOT exists(found, m -> ${at(marks, 'm')} = ${at(marks, 'n')})`
      return [
        `CASE WHEN size(${days}) > 0 THEN aggregate(sequence(1, size(${days})), CAST(array() AS ARRAY<INT>), (found, n) ->`,
        `  CASE WHEN (${isFree})${isNew} THEN concat(found, array(n)) ELSE found END) END`,
      ].join('\n')
    },
  },

  is: isTruth,
  countTrue: conditions => `size(filter(array(${filled(conditions)}), e -> e))`,
  joined: (texts, joint) => `concat_ws(${text(joint)}, ${texts.join(', ')})`,
  joinedItems: (list, joint) => `concat_ws(${text(joint)}, ${list})`,
  reasons: (entries, joint) => {
    const structs = entries.map(
      ({ points, text: name }, place) =>
        `named_struct('k', -abs(${points}), 'place', ${place}, 'points', ${points}, 'name', ${text(name)})`,
    )
    return [
      `array_join(transform(array_sort(filter(array(${structs.join(',\n  ')}), e -> e.points <> 0)),`,
      `  e -> concat(e.name, CASE WHEN e.points > 0 THEN ' +' ELSE ' ' END, CAST(e.points AS STRING))), ${text(joint)})`,
    ].join('\n')
  },
  place: by => (by === undefined ? undefined : `row_number() OVER (ORDER BY ${by} NULLS LAST)`),
  bucket: (value, modulo) => `CAST(conv(substr(md5(${value}), 1, 8), 16, 10) AS BIGINT) % ${modulo}`,
  character: code => `char(${code})`,
}
