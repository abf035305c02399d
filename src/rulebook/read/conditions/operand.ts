import { didYouMean } from '../../../base/nearest.ts'
import type { Test } from '../../../ir/plan/expr.ts'
import type { OperatorName } from '../../../ir/plan/operators.ts'
import { duration } from '../../language/scalars.ts'
import { describe, isNull, quote, type YamlNode } from '../../yaml/node.ts'
import type { Known, Scope } from '../names.ts'
import type { Report } from '../report-problem.ts'
import { readLabel, readMailKind, readNeedle, readPattern, readPhrase } from '../texts.ts'
import { readConstant, readSize, readText, readYesNo } from './constant.ts'

const TEXTS = {
  contains: readNeedle,
  starts_with: readText,
  ends_with: readText,
  has_word: readPhrase,
  matches: readPattern,
} as const

/** Nouns for the labels of a subject in messages. */
const NOUNS: Readonly<Record<string, string>> = { stage: 'stage', grade: 'grade', criterion: 'state' }

/** An operator and what it is given, as a test; undefined if a problem was reported. */
export function readTest(operator: OperatorName, node: YamlNode, known: Known, scope: Scope): Test | undefined {
  const { report } = scope
  if (isNothing(node, report)) return undefined
  switch (operator) {
    case 'equals':
      return given(
        readAll(node, scope, each => readEqual(each, known, report)),
        values => ({ operator, values }),
      )
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_word':
    case 'matches':
      return given(
        readAll(node, scope, each => TEXTS[operator](each, report)),
        values => ({ operator, values }),
      )
    case 'is':
      return given(
        readAll(node, scope, each => readMailKind(each, report)),
        values => ({ operator, values }),
      )
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return given(readSize(node, known.type, report), value => ({ operator, value }))
    case 'between':
      return given(readRange(node, known, report), ([low, high]) => ({ operator, low, high }))
    case 'known':
      return given(readYesNo(node, report), value => ({ operator, value }))
    case 'in_last':
    case 'older_than':
    case 'in_next':
      return given(duration().read(node, report), ({ value }) => ({ operator, days: value }))
    case 'before':
    case 'after':
      return given(readSize(node, 'date', report), day => ({ operator, day }))
  }
}

function given<T, R>(value: T | undefined, make: (value: T) => R): R | undefined {
  return value === undefined ? undefined : make(value)
}

function readEqual(node: YamlNode, known: Known, report: Report) {
  if (known.labels === undefined) return readConstant(node, known.type, report)
  return readLabel(node, NOUNS[known.subject.kind] ?? 'label', known.labels, report)
}

/** One operand or a list of them, with `$NAME` written out; undefined if one of them could not be read. */
function readAll<T>(node: YamlNode, scope: Scope, read: (node: YamlNode) => T | undefined): readonly T[] | undefined {
  const { report } = scope
  const nodes = node.kind === 'list' ? node.items.map(item => writeOut(item, scope)) : [writeOut(node, scope)]
  const values = nodes.flatMap(each =>
    (each ?? [undefined]).map(item => (item === undefined || isNothing(item, report) ? undefined : read(item))),
  )
  const found = values.filter(value => value !== undefined)
  return found.length === values.length ? found : undefined
}

/** Operators take neither null nor an empty text. */
function isNothing(node: YamlNode, report: Report): boolean {
  if (node.kind !== 'scalar' || (!isNull(node) && node.text.trim() !== '')) return false
  const found = node.text === '' && !node.plain ? 'an empty text' : describe(node)
  report(isNull(node) ? 'rule/constant' : 'rule/pattern', `expected a value, found ${found}`, node.place, {
    hint: '`known: false` holds where there is no value',
  })
  return true
}

/** The elements of the list that `$NAME` stands for, or the node alone. */
function writeOut(node: YamlNode, { names, report }: Scope): readonly YamlNode[] | undefined {
  const name = listName(node)
  if (name === undefined) return [node]
  if (names.lists.has(name)) return names.lists.get(name)
  const hint = didYouMean(name, names.lists.keys())?.replace('`', '`$')
  report('rule/unknown-name', `unknown list ${quote(`$${name}`)}`, node.place, { hint })
  return undefined
}

/** `$leaders` is a list, `$5` is a text. */
export function listName(node: YamlNode): string | undefined {
  if (node.kind !== 'scalar') return undefined
  return /^\$([\p{L}_].*)$/u.exec(node.text)?.[1]
}

function readRange(node: YamlNode, known: Known, report: Report): readonly [number, number] | undefined {
  const [low, high, ...rest] = node.kind === 'list' ? node.items : []
  if (low === undefined || high === undefined || rest.length > 0) {
    const found = node.kind === 'list' && !isNull(node) ? `a list of ${node.items.length}` : describe(node)
    report('rule/shape', `expected two values, lower first: \`[5, 10]\`, found ${found}`, node.place)
    return undefined
  }
  const [from, to] = [readSize(low, known.type, report), readSize(high, known.type, report)]
  if (from === undefined || to === undefined) return undefined
  if (from <= to) return [from, to]
  report('rule/range', `the ends are the wrong way round: ${describe(low)} is above ${describe(high)}`, node.place, {
    hint: `write \`[${spelled(high)}, ${spelled(low)}]\``,
  })
  return undefined
}

function spelled(node: YamlNode): string {
  return node.kind === 'scalar' ? node.text : ''
}
