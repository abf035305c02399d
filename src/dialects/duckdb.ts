import type { Dialect, Replacement, Sql } from './dialect.ts'
import { quoted } from './quote.ts'
import { whiteSpaceClass } from './texts.ts'
import { among, anyOf } from './write.ts'

const codePoint = (code: number) => `\\x{${code.toString(16)}}`
const spaces = whiteSpaceClass({ codePoint })
const text = (value: string): Sql =>
  value.includes('\0')
    ? `(${value
        .split('\0')
        .map(part => quoted(part, "'"))
        .join(' || chr(0) || ')})`
    : quoted(value, "'")
const finds = (value: Sql, pattern: string) => `regexp_matches(${value}, ${text(pattern)})`
const replaced = (value: Sql, pattern: string, by: Replacement) => {
  const template = by.map(piece => (typeof piece === 'number' ? `\\${piece}` : piece.replaceAll('\\', '\\\\'))).join('')
  return `regexp_replace(${value}, ${text(pattern)}, ${text(template)}, 'g')`
}
/** Searching for a sign of work to do is much cheaper than the work. */
const where = (sign: string, value: Sql, work: Sql) => `CASE WHEN ${finds(value, sign)} THEN ${work} ELSE ${value} END`

const MOST_COMPARISONS = 30
const MANY = 4
const LONGEST_PATTERN = 20_000

/** A text as a pattern that finds just that. */
function literally(part: string): string {
  return part.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

export const DUCKDB: Dialect = {
  name: 'duckdb',
  title: 'DuckDB',
  types: { text: 'VARCHAR', texts: 'VARCHAR[]', whole: 'BIGINT', decimal: 'DOUBLE' },
  stepAs: 'AS NOT MATERIALIZED',

  identifier: name => quoted(name, '"'),
  text,
  canSay: () => true,
  rowOf: table => table,
  columnsOf: row => `${row}.*`,
  columnOf: (row, name) => `${row}.${quoted(name, '"')}`,

  normalised: value => `nfc_normalize(${value})`,
  trimmed: value => where(`^[${spaces}]|[${spaces}]$`, value, replaced(value, `^[${spaces}]+|[${spaces}]+$`, [])),
  spaced: value =>
    where(`[${whiteSpaceClass({ codePoint }, false)}]|  `, value, replaced(value, `[${spaces}]+`, [' '])),
  lowered: value => `replace(lower(${value}), 'ς', 'σ')`,
  // Every `IN` becomes a join, which takes a few values longer to plan than to compare.
  isOneOf: (value, literals) =>
    literals.length > MOST_COMPARISONS
      ? among(value, literals)
      : anyOf(literals.map(literal => `${value} = ${literal}`)),
  containsAny: (value, parts) => {
    const pattern = parts.map(literally).join('|')
    // One search for all of many is several times as fast as one for each, as long as RE2 takes the pattern.
    return parts.length >= MANY && pattern.length <= LONGEST_PATTERN
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

  joined: (texts, joint) => `concat_ws(${text(joint)}, ${texts.join(', ')})`,
  // An entry is one number, amount first, then its place, then its sign: sorting numbers costs half of sorting structs.
  reasons: (entries, joint) => {
    const unit = entries.length * 2
    const most = Math.max(...entries.map(entry => entry.most))
    const type = most < 2 ** 62 / unit ? 'BIGINT' : 'HUGEINT'
    const keys = entries.map(
      ({ points }, index) =>
        `CAST(abs(${points}) AS ${type}) * ${unit} + CASE WHEN ${points} > 0 THEN ${unit - 1 - 2 * index} ELSE ${unit - 2 - 2 * index} END`,
    )
    const names = `[${entries.map(entry => text(entry.text)).join(', ')}]`
    const name = `${names}[${entries.length} - (k // 2) % ${entries.length}]`
    return [
      'array_to_string(list_transform(list_reverse_sort(list_filter([',
      `  ${keys.join(',\n  ')}`,
      `], lambda k: k >= ${unit})), lambda k: ${name}`,
      `  || CASE WHEN k % 2 = 1 THEN ' +' ELSE ' -' END || (k // ${unit})), ${text(joint)})`,
    ].join('\n')
  },
  place: () => 'row_number() OVER ()',
  bucket: (value, modulo) => `CAST('0x' || substr(md5(${value}), 1, 8) AS BIGINT) % ${modulo}`,
  character: code => `chr(${code})`,
}
