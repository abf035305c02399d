import { didYouMean } from '../../../base/nearest.ts'
import type { Expr } from '../../../ir/plan/expr.ts'
import { someShape } from '../../language/language-scores.ts'
import { describe, type MapEntry, quote, type ScalarNode, type YamlNode } from '../../yaml/node.ts'
import { isUsable, type Scope } from '../names.ts'
import { readComparison } from './comparison.ts'
import { resolve } from './resolve.ts'

/** Placeholder for a condition that could not be read; a plan with a problem is never returned. */
const UNREAD: Expr = { kind: 'all', of: [] }

/** A condition as it is written: a map, all of whose keys must hold. */
export function readCondition(node: YamlNode, scope: Scope): Expr {
  if (node.kind === 'map' && node.entries.length > 0) return all(node.entries.flatMap(entry => readEntry(entry, scope)))
  const found = node.kind === 'map' ? 'an empty map' : describe(node)
  scope.report('rule/shape', `expected a condition such as \`country: DE\`, found ${found}`, node.place)
  return UNREAD
}

export function readOptional(node: YamlNode | undefined, scope: Scope): { readonly when?: Expr } {
  return node === undefined ? {} : { when: readCondition(node, scope) }
}

/** One condition, or all of several. */
export function all(parts: readonly Expr[]): Expr {
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : { kind: 'all', of: parts }
}

function readEntry({ key, value }: MapEntry, scope: Scope): Expr[] {
  switch (key.text) {
    case 'all':
    case 'any':
      return [{ kind: key.text, of: readBlock(key, value, scope) }]
    case 'not':
      return [{ kind: 'not', of: readCondition(value, scope) }]
    case 'some':
      return [readSome(value, scope)]
    default: {
      const known = resolve(key, scope)
      return known === undefined ? [] : readComparison(key.place, value, known, scope)
    }
  }
}

function readBlock(key: ScalarNode, node: YamlNode, scope: Scope): Expr[] {
  if (node.kind === 'list' && node.items.length > 0) return node.items.map(item => readCondition(item, scope))
  const found = node.kind === 'list' ? 'an empty list' : describe(node)
  scope.report('rule/shape', `expected a list of conditions under ${quote(key.text)}, found ${found}`, node.place)
  return []
}

/** At least or at most so many of a list hold; each is a condition or the name of a criterion. */
function readSome(node: YamlNode, scope: Scope): Expr {
  const some = someShape.read(node, scope.report)
  if (some === undefined) return UNREAD
  const { value: atLeast, place } = some.at_least
  if (atLeast > some.of.length) {
    scope.report('rule/range', `\`at_least\` is ${atLeast}, and there are ${some.of.length} to count among`, place)
  }
  return { kind: 'some', atLeast, of: some.of.flatMap(item => (item === undefined ? [] : readCounted(item, scope))) }
}

function readCounted(node: YamlNode, scope: Scope): Expr {
  if (node.kind !== 'scalar') return readCondition(node, scope)
  const name = `criteria.${node.text}`
  const known = scope.names.known.get(name)
  if (known?.subject.kind === 'criterion' && isUsable(known, scope)) {
    const test = { operator: 'equals', values: ['met'] } as const
    return { kind: 'test', subject: known.subject, test, place: node.place }
  }
  if (!scope.names.unsure.has(name) && !scope.names.unsure.has('criteria'))
    reportCounted(node, known !== undefined, scope)
  return UNREAD
}

function reportCounted(node: ScalarNode, exists: boolean, scope: Scope): void {
  if (exists) {
    resolve({ ...node, text: `criteria.${node.text}` }, scope)
    return
  }
  const criteria = [...scope.names.known.values()].flatMap(({ subject }) =>
    subject.kind === 'criterion' ? [subject.name] : [],
  )
  const hint = didYouMean(node.text, criteria)
  scope.report('rule/unknown-name', `unknown criterion ${describe(node)}`, node.place, { hint })
}
