import { didYouMean } from '../../base/nearest.ts'
import { type Aspect, type Expectation, HOLDS, type Wanted } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Named } from '../language/shape.ts'
import { readCondition } from '../read/conditions/read-condition.ts'
import type { Scope } from '../read/names.ts'
import { alternatives, type Report } from '../read/report-problem.ts'
import { describe, isNull, type MapNode, quote, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import {
  EXPECT_KEYS,
  type ExpectKey,
  expectationOf,
  isConditionKey,
  isExpectKey,
  readingOf,
  type ValueForm,
} from './expect-keys.ts'
import { knownNames, readNumber } from './expect-values.ts'
import { namesOf } from './plan-names.ts'

/** Reads expectations about the leads of a rulebook. */
export interface ExpectReader {
  /** Everything under `expect`. */
  readAll(entries: readonly Named<YamlNode>[]): Expectation[]
  /** One thing by its key, and its name where it needs one: a column of a table. */
  read(key: string, name: ScalarNode | undefined, value: ScalarNode): Expectation[]
  /** Whether there is such a thing; a problem if there is not. */
  knows(key: string, name: ScalarNode | undefined, at: ScalarNode): boolean
}

export function expectReader(plan: Plan, report: Report): ExpectReader {
  const known = knownNames(plan)
  const scope: Scope = { names: namesOf(plan), report, moment: 'next' }

  const isKnown = (names: readonly string[] | undefined, noun: string, node: ScalarNode) => {
    if (names === undefined || names.includes(node.text)) return true
    const few = names.length > 0 && names.length <= 8 ? `there are: ${names.filter(Boolean).join(', ')}` : undefined
    const hint = didYouMean(node.text, names) ?? few ?? `the rulebook has no ${noun}`
    report('test/unknown-name', `unknown ${noun} ${describe(node)}`, node.place, { hint })
    return false
  }

  const readWanted = (form: ValueForm, labels: readonly string[] | undefined, noun: string, node: ScalarNode) => {
    if (form === 'number') return readNumber(node, report)
    return isKnown(labels, noun, node) ? ({ kind: 'text', text: node.text } as const) : undefined
  }

  const expectation = (of: Aspect, wanted: Wanted | undefined, { place }: YamlNode): Expectation[] =>
    wanted === undefined ? [] : [{ of, wanted, place }]

  const wrong = (expected: string, node: YamlNode): Expectation[] => {
    report('test/value', `expected ${expected}, found ${describe(node)}`, node.place)
    return []
  }

  /** A condition of the rulebook's language. */
  const readHeld = (name: ScalarNode, value: YamlNode): Expectation[] => {
    const problems: unknown[] = []
    const noted: Report = (...problem) => {
      problems.push(problem)
      report(...problem)
    }
    const tree: MapNode = { kind: 'map', entries: [{ key: name, value }], place: name.place }
    const when = readCondition(tree, { ...scope, report: noted })
    return problems.length > 0 ? [] : expectation({ kind: 'condition', when }, HOLDS, value)
  }

  const readOne = (key: ExpectKey, node: ScalarNode): Expectation[] => {
    const reading = readingOf(key)
    if (reading.form !== 'one') return []
    const { kind, value } = reading
    return expectation({ kind }, readWanted(value, known.values(kind, ''), key, node), node)
  }

  const readNamed = (key: ExpectKey, name: ScalarNode, node: YamlNode): Expectation[] => {
    const reading = readingOf(key)
    if (reading.form !== 'named' || !isKnown(known.names(reading.kind), reading.noun, name)) return []
    const { kind, value, noun, family } = reading
    if (node.kind !== 'scalar') return readHeld({ ...name, text: `${family}.${name.text}` }, node)
    if (isNull(node)) return wrong(value === 'number' ? 'a number or a range' : 'a name', node)
    const labels = known.values(kind, name.text)
    return expectation({ kind, name: name.text }, readWanted(value, labels, `${noun} label`, node), node)
  }

  const readListed = (key: ExpectKey, node: YamlNode): Expectation[] => {
    const reading = readingOf(key)
    if (reading.form !== 'list') return []
    if (node.kind !== 'scalar' || isNull(node)) return wrong(`the name of a ${reading.noun}`, node)
    if (!isKnown(known.names(reading.kind), reading.noun, node)) return []
    const found = expectation({ kind: reading.kind, name: node.text }, { kind: 'text', text: reading.is }, node)
    return found.map(each => ({ ...each, within: 'list' as const }))
  }

  /** `tags: []`: no tag at all. */
  const readNone = (key: ExpectKey, node: YamlNode): Expectation[] => {
    const reading = readingOf(key)
    if (reading.form === 'list' && reading.canBeNone && isNoneKey(key))
      return expectation({ kind: 'none', name: key }, { kind: 'text', text: '' }, node)
    report('test/value', `an empty \`${key}\` expects nothing`, node.place, { hint: `leave \`${key}\` out` })
    return []
  }

  const readKey = (key: ExpectKey, at: ScalarNode, node: YamlNode): Expectation[] => {
    const reading = readingOf(key)
    switch (reading.form) {
      case 'one':
        if (node.kind === 'scalar' && !isNull(node)) return readOne(key, node)
        if (node.kind === 'scalar' || reading.condition === undefined) return wrong('a name', node)
        return readHeld({ ...at, text: reading.condition }, node)
      case 'named':
        if (node.kind !== 'map') return wrong(`a map of ${reading.noun} names`, node)
        if (node.entries.length === 0) return readNone(key, node)
        return node.entries.flatMap(({ key: name, value }) => readNamed(key, name, value))
      case 'list':
        if (node.kind !== 'list') return readListed(key, node)
        return node.items.length === 0 ? readNone(key, node) : node.items.flatMap(item => readListed(key, item))
    }
  }

  const hintFor = (text: string) => {
    const names = [...scope.names.known].filter(([, { subject }]) => subject.kind !== 'field').map(([name]) => name)
    const prefixed = names.find(name => name.endsWith(`.${text}`))
    if (prefixed !== undefined) return `did you mean \`${prefixed}\`?`
    return didYouMean(text, [...EXPECT_KEYS, ...names]) ?? `what can be expected: ${alternatives(EXPECT_KEYS)}`
  }

  return {
    readAll: entries =>
      entries.flatMap(({ key, value }) => {
        if (value === undefined) return []
        if (isExpectKey(key.text)) return readKey(key.text, key, value)
        if (!isConditionKey(key.text)) {
          report('rule/unknown-key', `unknown key ${quote(key.text)}`, key.place, { hint: hintFor(key.text) })
          return []
        }
        const same = value.kind === 'scalar' ? expectationOf(key.text) : undefined
        if (same === undefined) return readHeld(key, value)
        return same.name === undefined
          ? readKey(same.key, key, value)
          : readNamed(same.key, { ...key, text: same.name }, value)
      }),
    read(key, name, value) {
      if (!isExpectKey(key)) return []
      const inCell = (found: readonly Expectation[]) => found.map(each => ({ ...each, within: 'cell' as const }))
      if (name !== undefined) return inCell(readNamed(key, name, value))
      if (readingOf(key).form === 'one') return inCell(readOne(key, value))
      const items = itemsOf(value)
      if (items.length === 0) return inCell(readNone(key, value))
      return items.flatMap(item => readListed(key, item)).map(each => ({ ...each, within: 'list-in-cell' }))
    },
    knows(key, name, at) {
      if (!isExpectKey(key)) {
        report('test/unknown-name', `unknown expectation ${quote(key)}`, at.place, { hint: hintFor(key) })
        return false
      }
      const reading = readingOf(key)
      if (reading.form === 'named' && name !== undefined) return isKnown(known.names(reading.kind), reading.noun, name)
      if ((reading.form === 'named') === (name !== undefined)) return true
      const wanted = reading.form === 'named' ? `=${key}.NAME` : `=${key}`
      report('test/table', `expected ${quote(wanted)}, found ${describe(at)}`, at.place)
      return false
    },
  }
}

type NoneKey = Extract<Aspect, { readonly kind: 'none' }>['name']

const NONE_KEYS: readonly string[] = ['tags', 'fired', 'missing', 'excluded'] satisfies NoneKey[]

function isNoneKey(key: ExpectKey): key is NoneKey {
  return NONE_KEYS.includes(key)
}

/** `a; b` in a cell, each with its own place where the cell is written without quotes. */
function itemsOf(cell: ScalarNode): ScalarNode[] {
  let from = 0
  return cell.text.split(';').flatMap(piece => {
    const text = piece.trim()
    const start = cell.place.col + from + piece.length - piece.trimStart().length
    from += piece.length + 1
    const place = cell.plain ? { ...cell.place, col: start, endCol: start + text.length } : cell.place
    return text === '' ? [] : [{ ...cell, text, place }]
  })
}
