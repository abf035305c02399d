import type { Place } from '../../../base/place.ts'
import type { Expr, Test } from '../../../ir/plan/expr.ts'
import { isOperator, OPERATORS, type OperatorName } from '../../../ir/plan/operators.ts'
import { operatorHint } from '../../language/other-words.ts'
import { describe, type MapEntry, type MapNode, quote, type ScalarNode, type YamlNode } from '../../yaml/node.ts'
import type { Known, Scope } from '../names.ts'
import { alternatives } from '../report-problem.ts'
import { readTest } from './operand.ts'

/**
 * Reads a comparison: a value or a list of values to equal, or a map of operators that must all hold. `place`: where
 * the subject is named.
 */
export function readComparison(place: Place, node: YamlNode, known: Known, scope: Scope): Expr[] {
  if (node.kind !== 'map') {
    const test = readTest('equals', node, known, scope)
    return test === undefined ? [] : [{ kind: 'test', subject: known.subject, test, place }]
  }
  reportIfEmpty(node, scope)
  return node.entries.flatMap(entry => readAsked(entry, known, scope))
}

function readAsked(entry: MapEntry, known: Known, scope: Scope): Expr[] {
  const { subject } = known
  const { place, text } = entry.key
  if (text === 'not') return [{ kind: 'except', subject, of: readExcepted(entry.value, known, scope), place }]
  const test = readOperator(entry, known, scope)
  return test === undefined ? [] : [{ kind: 'test', subject, test, place }]
}

/** What must not hold of the value all together. */
function readExcepted(node: YamlNode, known: Known, scope: Scope): readonly Test[] {
  if (node.kind !== 'map') return tests([readTest('equals', node, known, scope)])
  reportIfEmpty(node, scope)
  return tests(node.entries.map(entry => readOperator(entry, known, scope)))
}

function tests(read: readonly (Test | undefined)[]): Test[] {
  return read.filter(test => test !== undefined)
}

function reportIfEmpty(node: MapNode, { report }: Scope): void {
  if (node.entries.length > 0) return
  report('rule/shape', `expected a value or an operator, found an empty map`, node.place)
}

function readOperator({ key, value }: MapEntry, known: Known, scope: Scope): Test | undefined {
  const operator = checkOperator(key, known, scope)
  return operator === undefined ? undefined : readTest(operator, value, known, scope)
}

const CHANGED = 'drop this criterion or exclusion with `enabled: false`, or replace what asks the field'

function checkOperator(
  key: ScalarNode,
  { type, operators, advice, declared }: Known,
  { report, files = [] }: Scope,
): OperatorName | undefined {
  const { text, place } = key
  if (text === 'not') {
    report('rule/shape', '`not` cannot stand inside `not`', place)
    return undefined
  }
  if (!isOperator(text)) {
    const hint = operatorHint(text, [...Object.keys(OPERATORS), 'not'])
    report('rule/unknown-operator', `unknown operator ${describe(key)}`, place, { hint })
    return undefined
  }
  if (operators.includes(text)) return text
  const isChanged = declared !== undefined && files.indexOf(declared.file) > files.indexOf(place.file)
  report('rule/type', `${quote(text)} does not work on ${type} fields`, place, {
    hint: isChanged ? CHANGED : (advice ?? `use one of ${alternatives([...operators, 'not'])}`),
    ...(isChanged && { related: [{ place: declared, message: 'the type of the field is set here' }] }),
  })
  return undefined
}
