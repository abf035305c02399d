import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { portablePattern } from '../cells/query-pattern.ts'
import type { Dialect, Entry, Replacement, Sql } from './dialect.ts'
import { posixPattern, wholePattern } from './posix-pattern.ts'
import { quoted } from './quote.ts'
import { among, anyOf, filled, firstOf, indented, literal, MANY_PARTS } from './write.ts'

/** What a query shows by its code: signs that cannot be seen, or that change the sign before them. */
const UNSEEN = /(?! )[\p{Cc}\p{Cf}\p{Z}\p{M}]/gu
const escaped = (sign: string) => (sign.length > 1 ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
/** Backslashes mean something in Snowflake's literals (Data types: text, Escape sequences). */
const text = (value: string): Sql =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replace(UNSEEN, escaped)}'`

/** Inside of a class. */
function codePoint(code: number): string {
  const sign = String.fromCodePoint(code)
  return /[\\\]^[-]/.test(sign) ? `\\${sign}` : sign
}

const WHOLE = 'NUMBER(38, 0)'
const whole = (value: Sql): Sql => `CAST(${value} AS ${WHOLE})`
const float = (value: Sql): Sql => `CAST(${value} AS FLOAT)`

/**
 * `REGEXP_LIKE` matches the whole of a text; `s`: a dot stands for line ends, too. `REGEXP_INSTR` would search, but
 * Snowflake does not document what it says of an empty match.
 */
function finds(value: Sql, pattern: string): Sql {
  const { whole, isOpen } = wholePattern(posixPattern(pattern).pattern)
  return `REGEXP_LIKE(${value}, ${text(whole)}${isOpen ? ", 's'" : ''})`
}

/** The largest number of a group that a replacement can name. */
const MAX_GROUP = 9

function replaced(value: Sql, find: string, by: Replacement): Sql {
  const { pattern, groups } = posixPattern(find)
  const pieces = by.map(piece => (typeof piece === 'number' ? (groups[piece] ?? 0) : piece))
  if (pieces.every(piece => typeof piece === 'string' || piece <= MAX_GROUP)) {
    const template = pieces.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\')))
    return `REGEXP_REPLACE(${value}, ${text(pattern)}, ${text(template.join(''))})`
  }
  // Patterns with so many groups match a text as a whole, or not at all.
  const given = pieces.map(piece =>
    typeof piece === 'string'
      ? text(piece)
      : `COALESCE(REGEXP_SUBSTR(${value}, ${text(pattern)}, 1, 1, 'e', ${piece}), '')`,
  )
  return firstOf([{ when: finds(value, find), give: given.join(' || ') }], value)
}

const MAX_NAME_LENGTH = 255

/** Always quoted: Snowflake reads other names in upper case. */
function identifier(name: string): Sql {
  if ([...name].length <= MAX_NAME_LENGTH) return quoted(name, '"')
  const message = `Snowflake has names of at most ${MAX_NAME_LENGTH} characters: \`${name.slice(0, 80)}\` is longer`
  throw new Refusal(diagnose('query/refused', message, { hint: 'choose a shorter name' }), 'usage')
}

/** Words that are no names without quotes (Reserved & limited keywords). */
const RESERVED = new Set(
  (
    'account all alter and any as between by case cast check column connect connection constraint create cross current ' +
    'current_date current_time current_timestamp current_user database delete distinct drop else exists false following ' +
    'for from full grant group gscluster having ilike in increment inner insert intersect into is issue join lateral left ' +
    'like localtime localtimestamp minus natural not null of on or order organization qualify regexp revoke right rlike ' +
    'row rows sample schema select set some start table tablesample then to trigger true try_cast union unique update ' +
    'using values view when whenever where with'
  ).split(' '),
)

/** Without quotes where it can be: whoever types it later means the same, in upper case. */
function given(name: string): Sql {
  return /^[a-z_][a-z0-9_$]*$/i.test(name) && !RESERVED.has(name.toLowerCase()) ? name : identifier(name)
}

/** The most values behind `IN`, with room. */
const MAX_LIST = 10_000

function isOneOf(value: Sql, literals: readonly Sql[]): Sql {
  const parts = Array.from({ length: Math.ceil(literals.length / MAX_LIST) }, (_, index) =>
    among(value, literals.slice(index * MAX_LIST, (index + 1) * MAX_LIST)),
  )
  return anyOf(parts)
}

/** `LIKE` has no escape character unless a query names one. */
function containsAny(value: Sql, parts: readonly string[]): Sql {
  if (parts.length < MANY_PARTS) return anyOf(parts.map(part => `CONTAINS(${value}, ${text(part)})`))
  const patterns = parts.map(part => text(`%${part.replace(/[%_^]/g, '^$&')}%`))
  const ending = parts.some(part => /[%_^]/.test(part)) ? " ESCAPE '^'" : ''
  return `(${value} LIKE ANY (${filled(patterns)})${ending})`
}

/** A column as it is kept for the end: no other column has a dot in its name. */
const keptName = (row: string, name: string): Sql => identifier(`${row}.${name}`)

/** What stands before an entry while entries are sorted: a sign that no entry has. */
function mark(entries: readonly Entry[]): string {
  let code = 0x1e
  while (entries.some(each => each.text.includes(String.fromCharCode(code)))) code += 1
  return String.fromCharCode(code)
}

/** All columns of a row, several to a line, as what stands before the name of the last one. */
function keptColumns(table: Sql, row: string, columns: readonly string[]) {
  const named = columns.map(name => ({ name: keptName(row, name), sql: `${table}.${identifier(name)}` }))
  const last = named.at(-1)
  if (last === undefined) return []
  const others = named.slice(0, -1).map(({ name, sql }) => `${sql} AS ${name}`)
  return [{ name: last.name, sql: lines([...others, last.sql]) }]
}

/** Names are read without looking for where each begins. */
const WIDE = 190

/** Columns, several to a line. */
function lines(columns: readonly Sql[]): Sql {
  return columns.reduce((text, column) => {
    const last = text.length - (text.lastIndexOf('\n') + 1)
    return text === '' ? column : `${text},${last + column.length > WIDE ? '\n  ' : ' '}${column}`
  }, '')
}

/** Above every amount that an entry can have, and of as many digits as any number between. */
const ABOVE_AMOUNTS = '20000000000000000'

/**
 * Entries as texts of their place, name and points. Those with points are sorted by the amount, which is put before them,
 * from the largest down and of one length, and cut off at the end with the place.
 */
function reasons(entries: readonly Entry[], joint: string): Sql {
  const places = String(entries.length).length
  const sign = mark(entries)
  const rows = entries.map(
    ({ text: name, points }, index) => `${text(`${String(index).padStart(places, '0')} ${name} `)} || ${points}`,
  )
  const amount = `${ABOVE_AMOUNTS} - ABS(${whole("SPLIT_PART(e, ' ', -1)")})`
  const signed = `REGEXP_REPLACE(e, ${text(' ([0-9]+)$')}, ${text(' +\\1')})`
  return [
    'REGEXP_REPLACE(ARRAY_TO_STRING(ARRAY_SORT(TRANSFORM(FILTER(ARRAY_CONSTRUCT(',
    `    ${rows.map(indented).join(',\n    ')}`,
    `  ), ${OF_TEXTS} NOT ENDSWITH(e, ' 0')), ${OF_TEXTS} ${text(sign)} || (${amount}) || ' ' || ${signed})), ${text(joint)}), ${text(`${sign}[0-9]+ [0-9]+ `)}, '')`,
  ].join('\n')
}

/** The texts of a list, which Snowflake keeps as values of any type. */
const OF_TEXTS = 'e VARCHAR ->'
/** Queries with events are refused before they are printed. */
function ofEvents(): never {
  throw new Error('Snowflake: events')
}
/** Of a timestamp with zone, in UTC. */
const inUtc = (value: Sql): Sql => `CAST(CONVERT_TIMEZONE('UTC', ${value}) AS TIMESTAMP_NTZ)`

/**
 * Snowflake, as its documentation describes it; nobody has run it there. Regular expressions: "String functions (regular
 * expressions)" (POSIX, without groups that are not kept, without quantifiers that are not greedy). NULL:
 * `ARRAY_CONSTRUCT_COMPACT` leaves it out, `CONCAT_WS`, `LEAST` and `GREATEST` give it back.
 */
export const SNOWFLAKE: Dialect = {
  name: 'snowflake',
  title: 'Snowflake',
  testedIn: [
    'tested in fakesnow 0.12 over DuckDB, with RE2 for POSIX patterns, not in Snowflake; text columns must have no collation',
  ],
  types: {
    text: 'VARCHAR',
    texts: 'ARRAY',
    whole: WHOLE,
    decimal: 'FLOAT',
    truth: 'BOOLEAN',
    date: 'DATE',
    timestamp: 'TIMESTAMP_NTZ',
    timestamptz: 'TIMESTAMP_TZ',
  },
  stepAs: 'AS',
  onceAs: 'AS',
  needsColumns: true,
  // `RECURSIVE` can be left out behind WITH.
  readsItself: true,
  joins: false,

  identifier,
  given,
  text,
  supportsText: value => !value.includes('\0'),
  rowOf: keptColumns,
  columnsOf: (row, columns) => lines(columns.map(name => `${keptName(row, name)} AS ${identifier(name)}`)),
  columnOf: keptName,

  created: (name, { takes, gives, body }) => {
    const start = `CREATE OR REPLACE FUNCTION ${name}(value ${SNOWFLAKE.types[takes]}) RETURNS ${SNOWFLAKE.types[gives]} IMMUTABLE AS`
    const sql = indented(body('value'))
    return sql.includes('$$')
      ? `${start}\n'${sql.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
      : `${start}${start.length + sql.length < WIDE && !sql.includes('\n') ? ' ' : '\n'}$$ ${sql} $$`
  },
  // Functions of one name differ in what they take.
  dropped: (name, { takes }) => `DROP FUNCTION IF EXISTS ${name}(${SNOWFLAKE.types[takes]})`,
  spelled: (value, kind) => {
    switch (kind) {
      case 'text':
        return value
      case 'float': {
        const digits = `REGEXP_REPLACE(CAST(CAST(${value} AS NUMBER(38, 6)) AS VARCHAR), '[.]?0+$', '')`
        return `CASE WHEN ABS(${value}) < 1e15 THEN ${digits} ELSE CAST(${value} AS VARCHAR) END`
      }
      // Not as the session's output formats say.
      case 'date':
        return `TO_CHAR(${value}, 'YYYY-MM-DD')`
      case 'timestamp':
        return `TO_CHAR(${value}, 'YYYY-MM-DD HH24:MI:SS')`
      case 'timestamptz':
        return `TO_CHAR(${inUtc(value)}, 'YYYY-MM-DD HH24:MI:SS') || 'Z'`
      default:
        return `CAST(${value} AS VARCHAR)`
    }
  },
  decimalOf: (value, kind) =>
    kind === 'float'
      ? `CASE WHEN ABS(${value}) < 1e15 THEN ${float(`CAST(${value} AS NUMBER(38, 6))`)} ELSE ${value} END`
      : float(value),
  isNaN: number => `${number} = CAST('NaN' AS FLOAT)`,
  dayOf: (value, kind) => {
    const day = kind === 'date' ? value : `CAST(${value} AS DATE)`
    return firstOf([
      { when: `YEAR(${value}) BETWEEN 1600 AND 2400`, give: `DATEDIFF('day', CAST('1970-01-01' AS DATE), ${day})` },
    ])
  },
  // The difference counts the seconds that begin between both.
  secondsOf: value =>
    firstOf([
      {
        when: `YEAR(${inUtc(value)}) BETWEEN 1600 AND 2400`,
        give: `DATEDIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP_NTZ), ${inUtc(value)})`,
      },
    ]),

  // Snowflake has no function for form C: texts with combining marks are the one known difference.
  normalised: value => value,
  lower: value => `LOWER(${value})`,
  isOneOf: (value, constants) =>
    isOneOf(
      value,
      constants.map(each => literal(each, text)),
    ),
  containsAny,
  startsWith: (value, part) => `STARTSWITH(${value}, ${part})`,
  endsWith: (value, part) => `ENDSWITH(${value}, ${part})`,
  part: (value, separator, n) => `SPLIT_PART(${value}, ${text(separator)}, ${n})`,
  left: (value, length) => `LEFT(${value}, ${length})`,
  position: (part, whole) => `POSITION(${part} IN ${whole})`,

  codePoint,
  finds,
  replaced,
  pattern: pattern => portablePattern(pattern, { codePoint, end: '$' }),
  mostPatterns: Number.POSITIVE_INFINITY,

  floor: value => `FLOOR(${value})`,
  wholeFloor: value => whole(`FLOOR(${value})`),
  // A quotient of whole numbers is rounded to six decimals.
  floorDivided: (value, by) => whole(`FLOOR(${float(value)} / (${by}))`),
  divided: (value, by) => whole(`FLOOR(${float(value)} / ${by})`),
  remainder: (number, by) => `${number} % ${by}`,
  nth: (numbers, position) => whole(`GET(ARRAY_CONSTRUCT(${numbers.join(', ')}), ${whole(position)})`),
  printedDay: day => `TO_CHAR(DATEADD('day', ${day}, CAST('1970-01-01' AS DATE)), 'YYYY-MM-DD')`,

  list: items => `ARRAY_CONSTRUCT(${items.join(', ')})`,
  split: (value, separator) => `SPLIT(${value}, ${text(separator)})`,
  jsonItems: value => `TRANSFORM(PARSE_JSON(${value}), ${OF_TEXTS} COALESCE(e, 'null'))`,
  mapped: (list, item, takes = 'text') => `TRANSFORM(${list}, e ${SNOWFLAKE.types[takes]} -> ${item('e')})`,
  kept: (list, holds) => {
    const kept = `FILTER(${list}, ${OF_TEXTS} ${holds('e')})`
    return firstOf([{ when: `ARRAY_SIZE(${kept}) > 0`, give: kept }])
  },
  some: (list, holds) => `ARRAY_SIZE(FILTER(${list}, ${OF_TEXTS} ${holds('e')})) > 0`,

  item: (list, place, gives = 'text') =>
    `CAST(GET(${list}, ${/^[0-9]+$/.test(place) ? Number(place) - 1 : `${place} - 1`}) AS ${SNOWFLAKE.types[gives]})`,
  eachOf: { column: ofEvents },
  listed: ofEvents,
  summed: ofEvents,
  counting: { all: ofEvents },

  // It does not document `IS TRUE`.
  is: (column, truth) => (truth ? `coalesce(${column}, FALSE)` : `NOT coalesce(${column}, TRUE)`),
  countTrue: conditions => `(${conditions.map(each => `IFF(${each}, 1, 0)`).join(' + ')})`,
  joined: (texts, joint) => `ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT(${texts.join(', ')}), ${text(joint)})`,
  joinedItems: (list, joint) => `ARRAY_TO_STRING(${list}, ${text(joint)})`,
  reasons,
  place: by => (by === undefined ? undefined : `ROW_NUMBER() OVER (ORDER BY ${by} NULLS LAST)`),
  // `X` is a digit in base 16.
  bucket: (value, modulo) => `MOD(TO_NUMBER(SUBSTR(MD5(${value}), 1, 8), 'XXXXXXXX'), ${modulo})`,
  character: code => `CHR(${code})`,
}
