import type { Dialect, Entry, Replacement, Sql } from './dialect.ts'
import { literalText, quoted } from './quote.ts'
import { anyOf, filled, firstOf, indented, literal, readableYears } from './write.ts'

const codePoint = (code: number) => `\\x{${code.toString(16)}}`
const character = (code: number): Sql => `chr(${code})`
const text = (value: string): Sql => literalText(value, character)
const finds = (value: Sql, pattern: string) => `regexp_matches(${value}, ${text(pattern)})`
const replaced = (value: Sql, pattern: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\'))).join('')
  return `regexp_replace(${value}, ${text(pattern)}, ${text(template)}, 'g')`
}

const MANY_VALUES = 4
/** Above this number of values a pattern is faster. */
const LONG_LIST = 40
const MAX_PATTERN_LENGTH = 20_000

/** A pattern that matches exactly this text. */
function literally(part: string): string {
  return part.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** The time that a search for a pattern takes does not grow with the pattern; longer ones are too large for RE2. */
function isOneText(value: Sql, texts: readonly string[]): Sql {
  const patterns: string[] = []
  for (const part of texts.map(literally)) {
    const last = patterns.at(-1)
    if (last === undefined || last.length + part.length > MAX_PATTERN_LENGTH) patterns.push(part)
    else patterns[patterns.length - 1] = `${last}|${part}`
  }
  return anyOf(patterns.map(pattern => finds(value, `^(?:${pattern})$`)))
}

/**
 * Only entries with points become text; they are joined into one. In
 * front of it stands what it is sorted by: the amount, from the largest down and of one length, then its place.
 */
function reasons(entries: readonly Entry[], joint: string): Sql {
  const digits = Math.max(...entries.map(entry => BigInt(Math.ceil(entry.most)).toString().length))
  const first = `2${'0'.repeat(digits)}`
  const places = String(entries.length).length
  const between = text(unused(entries.map(entry => entry.text)))
  const rows = entries.map(({ text: name, points, fixed }, index) => {
    const named = ` ${String(index).padStart(places, '0')} ${name} `
    if (fixed !== undefined) {
      const amount = Math.abs(fixed)
      const whole = `${BigInt(first) - BigInt(amount)}${named}${fixed > 0 ? '+' : '-'}${amount}`
      return firstOf([{ when: `${points} <> 0`, give: text(whole) }])
    }
    return `CASE WHEN ${points} <> 0 THEN printf('%d%s%+d', ${first} - abs(${points}), ${text(named)}, ${points}) END`
  })
  return [
    `array_to_string(list_transform(list_sort(string_split(concat_ws(${between},`,
    `  ${rows.map(indented).join(',\n  ')}`,
    `), ${between})), lambda e: substr(e, ${first.length + places + 3})), ${text(joint)})`,
  ].join('\n')
}

/** A character that is in none of several texts. */
function unused(texts: readonly string[]): string {
  let code = 0x1e
  while (texts.some(each => each.includes(String.fromCharCode(code)))) code += 1
  return String.fromCharCode(code)
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
  text,
  supportsText: () => true,
  rowOf: table => table,
  columnsOf: row => `${row}.*`,
  columnOf: (row, name) => `${row}.${quoted(name, '"')}`,

  created: (name, { body }) => `CREATE OR REPLACE MACRO ${name}(value) AS (\n  ${indented(body('value'))}\n)`,
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

  codePoint,
  finds,
  replaced,
  pattern: pattern => `(?i)${pattern}`,
  mostPatterns: Number.POSITIVE_INFINITY,

  floor: value => `floor(${value})`,
  wholeFloor: value => `CAST(floor(${value}) AS BIGINT)`,
  floorDivided: (value, by) => `CAST(floor((${value}) / (${by})) AS BIGINT)`,
  divided: (value, by) => `(${value}) // ${by}`,
  nth: (numbers, position) => `[${numbers.join(', ')}][(${position}) + 1]`,
  printedDay: day => `strftime(DATE '1970-01-01' + CAST(${day} AS INTEGER), '%Y-%m-%d')`,

  list: items => `[${items.join(', ')}]`,
  split: (value, separator) => `string_split(${value}, ${text(separator)})`,
  jsonItems: value => `list_transform(from_json(${value}, '["VARCHAR"]'), lambda e: coalesce(e, 'null'))`,
  mapped: (list, item) => `list_transform(${list}, lambda e: ${item('e')})`,
  kept: (list, holds) => `nullif(list_filter(${list}, lambda e: ${holds('e')}), CAST([] AS VARCHAR[]))`,
  some: (list, holds) => `len(list_filter(${list}, lambda e: ${holds('e')})) > 0`,

  item: (list, place) => `${list}[${place}]`,
  eachOf: list => `unnest(${list})`,
  listed: (value, by, holds) => `list(${value} ORDER BY ${by}) FILTER (WHERE ${holds})`,
  summed: (list, of) => `list_sum(list_transform(${list}, lambda i: ${of}))`,
  // What is looked at stands in the items: columns of the row come from another row inside of `list_reduce` (1.5).
  counting: (days, marks, most, span) => {
    const isFree = `len(found) < ${most} OR found[len(found) - ${most - 1}].day - e[1].day >= ${span}`
    const isNew =
      marks === undefined ? '' : ' AND NOT list_contains(list_transform(found, lambda m: m.mark), e[1].mark)'
    const mark = marks === undefined ? '' : `, 'mark': ${marks}[n]`
    return [
      `list_transform(list_reduce(list_transform(range(1, len(${days}) + 1), lambda n: [{'n': n, 'day': ${days}[n]${mark}}]),`,
      `  lambda found, e: CASE WHEN (${isFree})${isNew} THEN list_concat(found, e) ELSE found END), lambda f: f.n)`,
    ].join('\n')
  },

  countTrue: conditions => `len(list_filter([${filled(conditions)}], lambda e: e))`,
  joined: (texts, joint) => `concat_ws(${text(joint)}, ${texts.join(', ')})`,
  reasons,
  place: () => 'row_number() OVER ()',
  bucket: (value, modulo) => `CAST('0x' || substr(md5(${value}), 1, 8) AS BIGINT) % ${modulo}`,
  character,
}
