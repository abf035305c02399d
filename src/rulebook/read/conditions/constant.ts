import { readBoolean } from '../../../ir/values/boolean.ts'
import { dayOf } from '../../../ir/values/calendar.ts'
import { fold } from '../../../ir/values/fold.ts'
import { readNumber } from '../../../ir/values/number.ts'
import type { Constant, FieldType } from '../../../ir/values/value.ts'
import { describe, isNull, isWholeText, type YamlNode } from '../../yaml/node.ts'
import { type Report, reportHalfText } from '../report-problem.ts'

/**
 * A constant as a value of its field's type: folded text, a number, a day, yes or no. It takes the field's type and
 * never YAML's. Undefined if a problem was reported.
 */
export function readConstant(node: YamlNode, type: FieldType, report: Report): Constant | undefined {
  switch (type) {
    case 'text':
    case 'list':
      return readText(node, report)
    case 'number':
      return readDecimal(node, report)
    case 'date':
      return readDay(node, report)
    case 'boolean':
      return readYesNo(node, report)
  }
}

/** A number or a day, for the operators that compare sizes. */
export function readSize(node: YamlNode, type: FieldType, report: Report): number | undefined {
  return type === 'date' ? readDay(node, report) : readDecimal(node, report)
}

/** The spelling of one value, or a problem: there is nothing, or a list or map. */
export function readSpelling(node: YamlNode, expects: string, report: Report): string | undefined {
  if (node.kind !== 'scalar') {
    report('rule/shape', `expected ${expects}, found ${describe(node)}`, node.place)
    return undefined
  }
  if (!isWholeText(node.text)) return reportHalfText(node, report)
  if (!isNull(node)) return node.text
  report('rule/constant', `expected ${expects}, found ${describe(node)}`, node.place)
  return undefined
}

/** A folded text that is not empty: an empty one is in every text, or in none. */
export function readText(node: YamlNode, report: Report): string | undefined {
  const spelling = readSpelling(node, 'a text', report)
  if (spelling === undefined) return undefined
  const folded = fold(spelling)
  if (folded !== '') return folded
  report('rule/pattern', 'expected a text, found an empty one', node.place)
  return undefined
}

function readDecimal(node: YamlNode, report: Report): number | undefined {
  const spelling = readSpelling(node, 'a number', report)
  if (spelling === undefined) return undefined
  const trimmed = spelling.trim()
  if (/^[+-]?\d{1,15}(?:\.\d{1,6})?$/.test(trimmed) && !isGrouped(trimmed)) return Number(trimmed) + 0
  report('rule/constant', `expected a number, found ${describe(node)}`, node.place, { hint: numberHint(trimmed) })
  return undefined
}

/** `10.000` is ten thousand in some countries and ten in others; `0.125` and `1234.567` cannot be groups of three. */
function isGrouped(spelling: string): boolean {
  return /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(spelling)
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '>': 'above', '<': 'below' },
  ...{ '>=': 'at_least', '=>': 'at_least', '≥': 'at_least', '<=': 'at_most', '=<': 'at_most', '≤': 'at_most' },
}

function numberHint(spelling: string): string | undefined {
  const [, sign = '', size = ''] = /^(>=|<=|=>|=<|[<>≥≤]) ?([0-9].*)$/.exec(spelling) ?? []
  if (sign !== '') return `write \`{ ${SIGNS[sign]}: ${size} }\``
  if (isGrouped(spelling)) return `write \`${spelling.replace(/[.,]/g, '')}\``
  const read = readNumber(spelling, { decimal: decimalSign(spelling) })
  return read === undefined || read.range ? undefined : `write \`${read.value}\``
}

function decimalSign(spelling: string): '.' | ',' {
  return spelling.lastIndexOf(',') > spelling.lastIndexOf('.') ? ',' : '.'
}

/** A calendar day as its number: `2025-12-31` or `31.12.2025`. */
function readDay(node: YamlNode, report: Report): number | undefined {
  const spelling = readSpelling(node, 'a date', report)?.trim()
  if (spelling === undefined) return undefined
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(spelling) ?? []
  const [, germanDay, germanMonth, germanYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(spelling) ?? []
  if (year === undefined && germanYear === undefined) {
    report('rule/constant', `expected a date such as \`2025-12-31\`, found ${describe(node)}`, node.place)
    return undefined
  }
  const found = dayOf(Number(year ?? germanYear), Number(month ?? germanMonth), Number(day ?? germanDay))
  if (found === undefined) report('rule/constant', `there is no day ${describe(node)}`, node.place)
  return found
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['ja', true],
  ['false', false],
  ['no', false],
  ['nein', false],
])

export function readYesNo(node: YamlNode, report: Report): boolean | undefined {
  const spelling = readSpelling(node, '`true` or `false`', report)
  if (spelling === undefined) return undefined
  const found = YES_NO.get(fold(spelling))
  if (found !== undefined) return found
  const meant = readBoolean(spelling)
  const hint = meant === undefined ? undefined : `write \`${meant}\``
  report('rule/constant', `expected \`true\` or \`false\`, found ${describe(node)}`, node.place, { hint })
  return undefined
}
