import { didYouMean } from '../../base/nearest.ts'
import {
  type Aspect,
  type Expectation,
  FIRED,
  NOT_FIRED,
  NOT_SET,
  SET,
  UNKNOWN,
  type Wanted,
} from '../../ir/plan/lead-test.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { Named } from '../language/shape.ts'
import { alternatives, type Report } from '../read/report-problem.ts'
import { describe, quote, type ScalarNode } from '../yaml/node.ts'
import type { ExpectDraft } from './test-language.ts'

/** What can be expected of the leads of a rulebook, and how it is read. */
export interface ExpectReader {
  /** Everything under `expect`. */
  readAll(draft: ExpectDraft): Expectation[]
  /** One thing by its key, and its name where it needs one: a column of a table. */
  read(key: string, name: ScalarNode | undefined, value: ScalarNode): Expectation[]
  /** Whether there is such a thing; a problem if there is not. */
  knows(key: string, name: ScalarNode | undefined, at: ScalarNode): boolean
}

type Kind = Aspect['kind']

/** What an expectation is about, what it is called in messages, and how its value is written. */
type Reading =
  | { readonly form: 'one'; readonly kind: 'stage' | 'total' | 'grade' | 'owner' | 'next'; readonly value: ValueForm }
  | { readonly form: 'named'; readonly kind: NamedKind; readonly noun: string; readonly value: ValueForm }
  | { readonly form: 'list'; readonly kind: NamedKind; readonly noun: string; readonly is: string }

type NamedKind = Extract<Aspect, { readonly name: string }>['kind']
type ValueForm = 'label' | 'number'

const READINGS = {
  stage: { form: 'one', kind: 'stage', value: 'label' },
  score: { form: 'one', kind: 'total', value: 'number' },
  scores: { form: 'named', kind: 'score', noun: 'score', value: 'number' },
  points: { form: 'named', kind: 'points', noun: 'rule', value: 'number' },
  grade: { form: 'one', kind: 'grade', value: 'label' },
  tags: { form: 'list', kind: 'tag', noun: 'tag', is: SET },
  not_tags: { form: 'list', kind: 'tag', noun: 'tag', is: NOT_SET },
  segments: { form: 'named', kind: 'segment', noun: 'segment', value: 'label' },
  fired: { form: 'list', kind: 'rule', noun: 'rule', is: FIRED },
  not_fired: { form: 'list', kind: 'rule', noun: 'rule', is: NOT_FIRED },
  criteria: { form: 'named', kind: 'criterion', noun: 'criterion', value: 'label' },
  missing: { form: 'list', kind: 'criterion', noun: 'criterion', is: UNKNOWN },
  excluded: { form: 'list', kind: 'exclusion', noun: 'exclusion', is: FIRED },
  owner: { form: 'one', kind: 'owner', value: 'label' },
  next: { form: 'one', kind: 'next', value: 'label' },
} as const satisfies Record<keyof Omit<ExpectDraft, 'place' | 'broken'>, Reading>

type ExpectKey = keyof typeof READINGS

export function isExpectKey(key: string): key is ExpectKey {
  return Object.hasOwn(READINGS, key)
}

export const EXPECT_KEYS = Object.keys(READINGS).filter(isExpectKey)

export function expectReader(plan: Plan, report: Report): ExpectReader {
  const known = knownNames(plan)

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

  const expectation = (of: Aspect, wanted: Wanted | undefined, { place }: ScalarNode): Expectation[] =>
    wanted === undefined ? [] : [{ of, wanted, place }]

  const readOne = (key: ExpectKey, node: ScalarNode) => {
    const reading: Reading = READINGS[key]
    if (reading.form !== 'one') return []
    const { kind, value } = reading
    return expectation({ kind }, readWanted(value, known.values(kind, ''), key, node), node)
  }

  const readNamed = (key: ExpectKey, name: ScalarNode, node: ScalarNode) => {
    const reading: Reading = READINGS[key]
    if (reading.form !== 'named' || !isKnown(known.names(reading.kind), reading.noun, name)) return []
    const { kind, value, noun } = reading
    const labels = known.values(kind, name.text)
    return expectation({ kind, name: name.text }, readWanted(value, labels, `${noun} label`, node), node)
  }

  const readListed = (key: ExpectKey, node: ScalarNode) => {
    const reading: Reading = READINGS[key]
    if (reading.form !== 'list' || !isKnown(known.names(reading.kind), reading.noun, node)) return []
    const found = expectation({ kind: reading.kind, name: node.text }, { kind: 'text', text: reading.is }, node)
    return found.map(each => ({ ...each, within: 'list' as const }))
  }

  return {
    readAll(draft) {
      const one = (key: ExpectKey, node: ScalarNode | undefined) => (node === undefined ? [] : readOne(key, node))
      const named = (key: ExpectKey, entries: readonly Named<ScalarNode>[] = []) =>
        entries.flatMap(entry => (entry.value === undefined ? [] : readNamed(key, entry.key, entry.value)))
      const listed = (key: ExpectKey, items: readonly (ScalarNode | undefined)[] = []) =>
        items.flatMap(item => (item === undefined ? [] : readListed(key, item)))
      return [
        ...one('stage', draft.stage),
        ...one('score', draft.score),
        ...named('scores', draft.scores),
        ...named('points', draft.points),
        ...one('grade', draft.grade),
        ...listed('tags', draft.tags),
        ...listed('not_tags', draft.not_tags),
        ...named('segments', draft.segments),
        ...listed('fired', draft.fired),
        ...listed('not_fired', draft.not_fired),
        ...named('criteria', (draft.criteria ?? []).map(located)),
        ...listed('missing', draft.missing),
        ...listed('excluded', draft.excluded),
        ...one('owner', draft.owner),
        ...one('next', draft.next),
      ]
    },
    read(key, name, value) {
      if (!isExpectKey(key)) return []
      const inCell = (found: readonly Expectation[]) => found.map(each => ({ ...each, within: 'cell' as const }))
      if (name !== undefined) return inCell(readNamed(key, name, value))
      if (READINGS[key].form === 'one') return inCell(readOne(key, value))
      const found = itemsOf(value).flatMap(item => readListed(key, item))
      return found.map(each => ({ ...each, within: 'list-in-cell' }))
    },
    knows(key, name, at) {
      if (!isExpectKey(key)) {
        const hint = didYouMean(key, EXPECT_KEYS) ?? `what can be expected: ${alternatives(EXPECT_KEYS)}`
        report('test/unknown-name', `unknown expectation ${quote(key)}`, at.place, { hint })
        return false
      }
      const reading: Reading = READINGS[key]
      if (reading.form === 'named' && name !== undefined) return isKnown(known.names(reading.kind), reading.noun, name)
      if ((reading.form === 'named') === (name !== undefined)) return true
      const wanted = reading.form === 'named' ? `=${key}.NAME` : `=${key}`
      report('test/table', `expected ${quote(wanted)}, found ${describe(at)}`, at.place)
      return false
    },
  }
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

/** `met` and the like were checked by the shape. */
function located({ key, value }: NonNullable<ExpectDraft['criteria']>[number]): Named<ScalarNode> {
  const node: ScalarNode | undefined = value && { kind: 'scalar', text: value.value, plain: true, place: value.place }
  return { key, name: key.text, value: node }
}

const RANGE = /^(?:(-?\d{1,9})|(-?\d{1,9})?\.\.(-?\d{1,9})?)$/

function readNumber(node: ScalarNode, report: Report): Wanted | undefined {
  const text = node.text.trim()
  if (text === UNKNOWN) return { kind: 'text', text }
  const [match, exact, low, high] = RANGE.exec(text) ?? []
  if (exact !== undefined) return { kind: 'number', low: Number(exact), high: Number(exact) }
  if (match === undefined || (low === undefined && high === undefined)) {
    const hint = 'a range is `70..90`, `70..` or `..90`; a score that is not known is `unknown`'
    report('test/value', `expected a whole number or a range, found ${describe(node)}`, node.place, { hint })
    return undefined
  }
  const bounds = { low: Number(low ?? Number.NEGATIVE_INFINITY), high: Number(high ?? Number.POSITIVE_INFINITY) }
  if (bounds.low <= bounds.high) return { kind: 'number', ...bounds }
  report('test/value', `the ends are the wrong way round: ${describe(node)}`, node.place)
  return undefined
}

interface KnownNames {
  names(kind: NamedKind): readonly string[]
  /** The texts that something can be; undefined where it can be any. */
  values(kind: Kind, name: string): readonly string[] | undefined
}

/** What no row says, and nothing follows from. */
const NOTHING = ''

const TRUTHS = ['met', 'not_met', 'unknown']

function knownNames(plan: Plan): KnownNames {
  const rules = plan.scores.flatMap(score => score.groups.flatMap(group => group.rules.map(({ id }) => id)))
  const nameOf = ({ name }: { readonly name: string }) => name
  const names: Readonly<Record<NamedKind, readonly string[]>> = {
    score: plan.scores.map(nameOf),
    points: rules,
    rule: rules,
    segment: plan.segments.map(nameOf),
    criterion: plan.criteria.map(nameOf),
    tag: plan.tags.map(nameOf),
    exclusion: plan.exclude.map(({ id }) => id),
  }
  return {
    names: kind => names[kind],
    values(kind, name) {
      if (kind === 'stage') return stagesOf(plan)
      if (kind === 'grade') return gradesOf(plan)
      if (kind === 'next') return [...plan.next.map(row => row.do), NOTHING]
      if (kind === 'segment') {
        const rows = plan.segments.find(segment => segment.name === name)?.rows ?? []
        return [...rows.map(({ label }) => label), NOTHING]
      }
      if (kind === 'criterion') return TRUTHS
      if (kind !== 'owner' || plan.owners.some(row => 'keep' in row)) return undefined
      return [...plan.owners.flatMap(row => ('to' in row ? row.to : [])), NOTHING]
    },
  }
}

function gradesOf({ grade }: Plan): string[] {
  if (grade === undefined) return []
  const sides = grade.map(({ bands }) => [...bands.map(({ label }) => label), '-'])
  return sides.reduce((before, side) => before.flatMap(start => side.map(label => start + label)), [''])
}
