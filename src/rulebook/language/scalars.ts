import { alternatives, type Report, reportHalfText } from '../read/report-problem.ts'
import { describe, isWholeText, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import { SCALAR_TYPES } from './json-schema-parts.ts'
import { wordHint } from './other-words.ts'
import { type Located, mismatch, type Shape, scalar } from './shape.ts'

/** The largest number of points that a rule, cap or threshold may have. */
const MAX_POINTS = 1_000_000
const MAX_DAYS = 36_500

const TEXT = { type: SCALAR_TYPES }

/** A text for people. */
export const text: Shape<Located<string>> = from('a text', TEXT, (node, report) => {
  if (!isWholeText(node.text)) return reportHalfText(node, report)
  if (node.text.trim() !== '') return node.text
  return mismatch('a text', node, report)
})

/** An id, label, tag, stage, segment or field. It is written into cells that hold several of them. */
export const name: Shape<Located<string>> = from('a name', TEXT, (node, report) => {
  const problem = nameProblem(node.text)
  if (problem === undefined) return node.text
  report('rule/name', `a name cannot ${problem}`, node.place)
  return undefined
})

function nameProblem(spelled: string): string | undefined {
  if (spelled.trim() === '') return 'be blank'
  if (spelled === '__proto__') return 'be `__proto__`'
  if (spelled.includes(';')) return 'hold a `;`, which separates names in a cell'
  if (/[\n\r\u2028\u2029]/.test(spelled)) return 'hold a line break'
  if (/\p{Cc}/u.test(spelled)) return 'hold a control character'
  return isWholeText(spelled) ? undefined : 'hold half of a character (a lone surrogate)'
}

/** A key that is not a name: a value of a field, a bound. */
const value = scalar('a value', TEXT)
export const anyKey: Shape<ScalarNode> = {
  ...value,
  read(node, report) {
    const found = value.read(node, report)
    return found === undefined || isWholeText(found.text) ? found : reportHalfText(found, report)
  },
}

export const flag: Shape<Located<boolean>> = from('`true` or `false`', { type: 'boolean' }, (node, report) => {
  if (node.text === 'true' || node.text === 'false') return node.text === 'true'
  return mismatch('`true` or `false`', node, report)
})

/** A whole number; by default, as many points as a rule may have. */
export function whole(least = -MAX_POINTS, most = MAX_POINTS): Shape<Located<number>> {
  const expects = 'a whole number'
  return from(expects, { type: 'integer', minimum: least, maximum: most }, (node, report) => {
    if (!/^[+-]?\d{1,15}$/.test(node.text)) return mismatch(expects, node, report, wholeHint(node.text))
    return within(Number(node.text) + 0, least, most, node, report)
  })
}

/** Of `20 points` or `2 %`. */
function wholeHint(spelled: string): string | undefined {
  const [, number] = /^([+-]?\d{1,15}) ?(?:%|\p{L}+)$/u.exec(spelled.trim()) ?? []
  return number === undefined ? undefined : `write \`${number}\``
}

/** Of `50%` or `0,5`. */
function decimalHint(spelled: string): string | undefined {
  const [, number = '', percent] = /^(\d{1,4}(?:[.,]\d{1,2})?) ?(%)?$/.exec(spelled.trim()) ?? []
  if (number === '') return undefined
  const value = Number(number.replace(',', '.'))
  return `write \`${percent === undefined ? value : Number((value / 100).toFixed(4))}\``
}

/** A bound that can be lifted. */
export const wholeOrNone: Shape<Located<number | 'none'>> = {
  expects: 'a whole number or `none`',
  schema: { anyOf: [whole().schema, { const: 'none' }] },
  read: (node, report) => {
    if (node.kind === 'scalar' && node.text === 'none') return { value: 'none', place: node.place }
    return whole().read(node, report)
  },
}

/** A number with at most so many decimals, written with a point. */
export function decimal(decimals: number, least: number, most: number): Shape<Located<number>> {
  const expects = `a number with at most ${decimals} decimals`
  const spelling = new RegExp(`^[+-]?\\d{1,15}(?:\\.\\d{1,${decimals}})?$`)
  return from(expects, { type: 'number', minimum: least, maximum: most }, (node, report) => {
    if (!spelling.test(node.text)) return mismatch(expects, node, report, decimalHint(node.text))
    return within(Number(node.text) + 0, least, most, node, report)
  })
}

/** Days, written `30d` or `2w`. */
export function duration(least = 0, most = MAX_DAYS): Shape<Located<number>> {
  const expects = 'a duration such as `30d` or `2w`'
  return from(expects, { type: 'string', pattern: '^[0-9]{1,5}[dw]$' }, (node, report) => {
    const [, amount, unit] = /^(\d{1,5})([dw])$/.exec(node.text) ?? []
    if (amount === undefined) return mismatch(expects, node, report, durationHint(node.text))
    return within(Number(amount) * (unit === 'w' ? 7 : 1), least, most, node, report, ' days')
  })
}

/** Seconds, written `5s`. */
export const seconds: Shape<Located<number>> = from(
  'a number of seconds such as `5s`',
  { type: 'string', pattern: '^[0-9]{1,5}s$' },
  (node, report) => {
    const [, amount] = /^(\d{1,5})s$/.exec(node.text) ?? []
    if (amount !== undefined) return Number(amount)
    const hint = /^\d{1,5}$/.test(node.text) ? `write \`${Number(node.text)}s\`` : undefined
    return mismatch('a number of seconds such as `5s`', node, report, hint)
  },
)

const LIMIT = '`every`, `once`, a number, or one per span such as `1 per 7d`'

/** How many of several things count: `every`, `once`, `3`, `1 per 7d`. */
export const limit: Shape<Located<{ readonly most: number; readonly days?: number } | 'every'>> = from(
  LIMIT,
  {
    anyOf: [
      { enum: ['every', 'once'] },
      { type: 'integer', minimum: 1, maximum: MAX_POINTS },
      { type: 'string', pattern: '^[1-9][0-9]{0,5} per [0-9]{1,5}[dw]$' },
    ],
  },
  (node, report) => {
    const text = node.text.trim()
    if (text === 'every') return text
    if (text === 'once') return { most: 1 }
    const [, most, span, unit] = /^([1-9]\d{0,5})(?: +per +(\d{1,5})([dw]))?$/.exec(text) ?? []
    if (most === undefined) return mismatch(LIMIT, node, report, limitHint(text))
    if (span === undefined) return { most: Number(most) }
    const days = within(Number(span) * (unit === 'w' ? 7 : 1), 1, MAX_DAYS, node, report, ' days')
    return days === undefined ? undefined : { most: Number(most), days }
  },
)

/** Of `1 per week`, `1/7d`, `2 a day`. */
function limitHint(spelled: string): string | undefined {
  const [, most, amount = '', unit = ''] =
    /^(\d{1,6})x? ?(?:\/|per|pro|je|in|a|every) ?(\d{0,4}) ?([a-z]+)$/.exec(spelled.toLowerCase()) ?? []
  const known = UNITS.find(([names]) => unit !== '' && names.test(unit))
  if (most === undefined || known === undefined) return wordHint(spelled, ['every', 'once'])
  return `write \`${most} per ${Number(amount || '1') * known[1]}${known[2]}\``
}

const UNITS: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:|d|days?|tage?n?)$/, 1, 'd'],
  [/^(?:w|weeks?|wochen?)$/, 1, 'w'],
  [/^(?:m|mo|months?|monate?n?)$/, 30, 'd'],
  [/^(?:y|years?|jahre?n?)$/, 365, 'd'],
]

function durationHint(spelled: string): string | undefined {
  const [, amount, unit = ''] = /^(\d{1,4})\s*([a-z]*)$/.exec(spelled.trim().toLowerCase()) ?? []
  const known = UNITS.find(([names]) => names.test(unit))
  if (amount === undefined || known === undefined) return undefined
  return `write \`${Number(amount) * known[1]}${known[2]}\``
}

/** One of a few words. */
export function choice<const W extends string>(...words: readonly W[]): Shape<Located<W>> {
  const expects = alternatives(words)
  return from(expects, { enum: words }, (node, report) => {
    const found = words.find(word => word === node.text)
    return found ?? mismatch(expects, node, report, wordHint(node.text, words))
  })
}

function within(
  value: number,
  least: number,
  most: number,
  node: YamlNode,
  report: Report,
  unit = '',
): number | undefined {
  if (value >= least && value <= most) return value
  report('rule/range', `expected ${least} to ${most}${unit}, found ${describe(node)}`, node.place)
  return undefined
}

/** A shape for one text, by a function that reads it or reports why not. */
function from<T>(
  expects: string,
  schema: Shape<T>['schema'],
  readText: (node: ScalarNode, report: Report) => T | undefined,
): Shape<Located<T>> {
  const spelled = scalar(expects, schema)
  const read = (node: YamlNode, report: Report) => {
    const found = spelled.read(node, report)
    const value = found === undefined ? undefined : readText(found, report)
    return value === undefined ? undefined : { value, place: node.place }
  }
  return { expects, schema, read }
}
