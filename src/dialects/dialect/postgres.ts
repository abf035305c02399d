import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { portablePattern } from '../cells/query-pattern.ts'
import type { Dialect, Replacement, Sql } from './dialect.ts'
import { literalText, quoted } from './quote.ts'
import {
  among,
  anyOf,
  filled,
  indented,
  isTruth,
  LONG_LIST,
  literal,
  MANY_PARTS,
  readableYears,
  somewhere,
} from './write.ts'

const codePoint = (code: number) =>
  code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
const character = (code: number): Sql => `chr(${code})`
const text = (value: string): Sql => literalText(value, character)
const replaced = (value: Sql, pattern: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\'))).join('')
  return `regexp_replace(${value}, ${text(pattern)}, ${text(template)}, 'g')`
}

/** PostgreSQL cuts longer names, and two that begin alike become one. */
const MAX_NAME_BYTES = 63

function identifier(name: string): Sql {
  if (new TextEncoder().encode(name).length <= MAX_NAME_BYTES) return quoted(name, '"')
  const message = `PostgreSQL cuts names after ${MAX_NAME_BYTES} bytes: \`${name.slice(0, 80)}\` is longer`
  throw new Refusal(diagnose('query/refused', message, { hint: 'choose a shorter name' }), 'usage')
}

/** Texts that stand in the literal of an array without quotes of their own. */
const PLAIN_ITEM = /^[\p{L}\p{N}%@.&/+_-](?:[\p{L}\p{N}%@.&/+_ -]*[\p{L}\p{N}%@.&/+_-])?$/u

/**
 * Texts as the literal of an array, if none needs quotes in it. Spaces at its ends do not count: dbt reads `{%`, where
 * there is none.
 */
function arrayOf(texts: readonly string[]): Sql | undefined {
  const isPlain = texts.every(each => PLAIN_ITEM.test(each) && each.toLowerCase() !== 'null')
  return isPlain ? `'{ ${filled(texts, ',')} }'` : undefined
}

/** PostgreSQL 15 and newer, with ICU. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  title: 'PostgreSQL',
  types: {
    text: 'text',
    texts: 'text[]',
    whole: 'bigint',
    decimal: 'double precision',
    truth: 'boolean',
    date: 'date',
    timestamp: 'timestamp',
    timestamptz: 'timestamptz',
  },
  stepAs: 'AS',
  // Without a fence PostgreSQL inlines each step wherever it is read, and the plan grows exponentially. Materialized steps
  // cost twice as much for each lead; of steps behind OFFSET 0 the time for the plan grows with their square.
  fence: { end: 'OFFSET 0', together: 5 },
  onceAs: 'AS MATERIALIZED',

  identifier,
  given: identifier,
  text,
  supportsText: value => !value.includes('\0'),
  needsColumns: false,
  readsItself: false,
  joins: true,
  rowOf: (table, name) => [{ name, sql: table }],
  columnsOf: row => `(${row}).*`,
  columnOf: (row, name) => `(${row}).${identifier(name)}`,

  created: (name, { takes, gives, body }) =>
    [
      `CREATE OR REPLACE FUNCTION ${name}(value ${POSTGRES.types[takes]}) RETURNS ${POSTGRES.types[gives]} IMMUTABLE PARALLEL SAFE`,
      `RETURN ${indented(body('value'))}`,
    ].join('\n'),
  dropped: name => `DROP FUNCTION IF EXISTS ${name}`,
  // With exponents otherwise; a cast of a `real` to numeric would keep six digits only.
  spelled: (value, kind) =>
    kind === 'float' ? `CAST(CAST(CAST(${value} AS double precision) AS numeric) AS text)` : `CAST(${value} AS text)`,
  decimalOf: (value, kind) => {
    if (kind === 'integer') return `CAST(${value} AS double precision)`
    const digits = kind === 'decimal' ? `trunc(${value}, 15)` : `CAST(CAST(${value} AS double precision) AS numeric)`
    return `CAST(${digits} AS double precision)`
  },
  isNaN: number => `${number} = 'NaN'`,
  dayOf: (value, kind) => {
    const day = kind === 'date' ? value : `CAST(${value} AS date)`
    return readableYears(value, 'DATE ', `CAST(${day} - DATE '1970-01-01' AS bigint)`)
  },
  secondsOf: value =>
    readableYears(value, 'TIMESTAMPTZ ', `CAST(floor(extract(epoch FROM ${value})) AS bigint)`, ' 00:00:00+00'),
  millisOf: (value, kind) => {
    const [type, zone] = kind === 'timestamp' ? (['TIMESTAMP ', ''] as const) : (['TIMESTAMPTZ ', '+00'] as const)
    return readableYears(value, type, `CAST(floor(extract(epoch FROM ${value}) * 1000) AS bigint)`, ` 00:00:00${zone}`)
  },

  normalised: value => `normalize(${value}, NFC)`,
  // Never the collation of the database: a Turkish one changes even ASCII letters, and C only handles ASCII.
  lower: value => `(lower(${value} COLLATE "und-x-icu") COLLATE "C")`,
  isOneOf: (value, constants) => {
    const texts = constants.filter(each => typeof each === 'string')
    const array = texts.length > LONG_LIST && texts.length === constants.length ? arrayOf(texts) : undefined
    const literals = constants.map(each => literal(each, text))
    return array === undefined ? among(value, literals) : `${value} = ANY (${array})`
  },
  containsAny: (value, parts) => {
    if (parts.length < MANY_PARTS) return anyOf(parts.map(part => `strpos(${value}, ${text(part)}) > 0`))
    const patterns = parts.map(somewhere)
    return `${value} LIKE ANY (${arrayOf(patterns) ?? `ARRAY[${filled(patterns.map(text))}]`})`
  },
  startsWith: (value, part) => `starts_with(${value}, ${part})`,
  endsWith: (value, part) => `right(${value}, length(${part})) = ${part}`,
  part: (value, separator, n) => `split_part(${value}, ${text(separator)}, ${n})`,
  left: (value, length) => `left(${value}, ${length})`,
  position: (part, whole) => `position(${part} IN ${whole})`,

  codePoint,
  finds: (value, pattern) => `${value} ~ ${text(pattern)}`,
  replaced,
  pattern: pattern => portablePattern(pattern, { codePoint, end: '$' }),
  // PostgreSQL keeps 32 compiled expressions; with more of them it compiles each anew for every row.
  mostPatterns: 12,

  floor: value => `floor(${value})`,
  wholeFloor: value => `CAST(floor(${value}) AS bigint)`,
  floorDivided: (value, by) => `CAST(floor(CAST(${value} AS double precision) / (${by})) AS bigint)`,
  divided: (value, by) => `(${value}) / ${by}`,
  remainder: (whole, by) => `${whole} % ${by}`,
  nth: (numbers, position) => `(ARRAY[${numbers.join(', ')}])[(${position}) + 1]`,
  printedDay: day => `to_char(DATE '1970-01-01' + CAST(${day} AS integer), 'YYYY-MM-DD')`,

  list: items => `ARRAY[${items.join(', ')}]`,
  split: (value, separator) => `string_to_array(${value}, ${text(separator)})`,
  jsonItems: value =>
    `(SELECT array_agg(coalesce(e, 'null')) FROM jsonb_array_elements_text(CAST(${value} AS jsonb)) AS e)`,
  mapped: (list, item) => `(SELECT array_agg(${item('e')}) FROM unnest(${list}) AS e)`,
  kept: (list, holds) => `(SELECT array_agg(e) FROM unnest(${list}) AS e WHERE ${holds('e')})`,
  some: (list, holds) =>
    `CASE WHEN ${list} IS NOT NULL THEN EXISTS (SELECT 1 FROM unnest(${list}) AS e WHERE ${holds('e')}) END`,

  item: (list, place) => `(${list})[${place}]`,
  eachOf: { column: list => `unnest(${list})` },
  listed: (value, by, holds) => `array_agg(${value} ORDER BY ${by}) FILTER (WHERE ${holds})`,
  summed: (list, of) => `(SELECT sum(${of}) FROM unnest(${list}) AS i)`,
  counting: {
    all: (days, marks, most, span) => {
      const isFree = `cardinality(found) < ${most} OR ${days}[found[cardinality(found) - ${most - 1}]] - ${days}[n] >= ${span}`
      const isNew =
        marks === undefined ? '' : ` AND NOT EXISTS (SELECT 1 FROM unnest(found) AS m WHERE ${marks}[m] = ${marks}[n])`
      return [
        '(WITH RECURSIVE walk (n, found) AS (',
        '  SELECT 1, CAST(ARRAY[] AS integer[])',
        `  UNION ALL SELECT n + 1, CASE WHEN (${isFree})${isNew} THEN found || n ELSE found END`,
        `  FROM walk WHERE n <= cardinality(${days})`,
        ') SELECT found FROM walk ORDER BY n DESC LIMIT 1)',
      ].join('\n')
    },
  },

  is: isTruth,
  countTrue: conditions => `cardinality(array_positions(ARRAY[${filled(conditions)}], TRUE))`,
  joined: (texts, joint) => `array_to_string(ARRAY[${texts.join(', ')}], ${text(joint)})`,
  joinedItems: (list, joint) => `array_to_string(ARRAY[${list}], ${text(joint)})`,
  reasons: (entries, joint) => {
    const rows = entries.map((entry, index) => `(${index}, ${entry.points}, ${text(entry.text)})`)
    return [
      "(SELECT string_agg(name || CASE WHEN points > 0 THEN ' +' ELSE ' ' END || points, " +
        `${text(joint)} ORDER BY abs(points) DESC, place)`,
      `  FROM (VALUES ${rows.join(',\n    ')}) AS entries (place, points, name) WHERE points <> 0)`,
    ].join('\n')
  },
  place: by => (by === undefined ? undefined : `row_number() OVER (ORDER BY ${by} COLLATE "C" NULLS LAST)`),
  bucket: (value, modulo) => `CAST(CAST('x' || substr(md5(${value}), 1, 8) AS bit(32)) AS bigint) % ${modulo}`,
  character,
}
