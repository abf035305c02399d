import { UNKNOWN_SIDE } from '../../ir/plan/grade-side.ts'
import { type Aspect, UNKNOWN, type Wanted } from '../../ir/plan/lead-test.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { Report } from '../read/report-problem.ts'
import { describe, type ScalarNode } from '../yaml/node.ts'
import type { NamedKind } from './expect-keys.ts'

/** Values that can be expected: numbers and ranges, and the names that a rulebook has. */

const RANGE = /^(?:(-?\d{1,9})|(-?\d{1,9})?\.\.(-?\d{1,9})?)$/

export function readNumber(node: ScalarNode, report: Report): Wanted | undefined {
  const text = node.text.trim()
  if (text === UNKNOWN) return { kind: 'text', text }
  const [match, exact, low, high] = RANGE.exec(text) ?? []
  if (exact !== undefined) return { kind: 'number', low: Number(exact), high: Number(exact) }
  if (match === undefined || (low === undefined && high === undefined)) {
    const hint =
      'a range is `70..90`, `70..` or `..90`, a condition `{ at_least: 70 }`; a score that is not known is `unknown`'
    report('test/value', `expected a whole number or a range, found ${describe(node)}`, node.place, { hint })
    return undefined
  }
  const ends = { low: Number(low ?? Number.NEGATIVE_INFINITY), high: Number(high ?? Number.POSITIVE_INFINITY) }
  if (ends.low <= ends.high) return { kind: 'number', ...ends }
  report('test/value', `the ends are the wrong way round: ${describe(node)}`, node.place)
  return undefined
}

export interface KnownNames {
  names(kind: NamedKind): readonly string[]
  /** The texts that something can be; undefined where it can be any. */
  values(kind: Aspect['kind'], name: string): readonly string[] | undefined
}

/** What no row says, and nothing follows from. */
const NOTHING = ''

const TRUTHS = ['met', 'not_met', 'unknown']

export function knownNames(plan: Plan): KnownNames {
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

export function gradesOf({ grade }: Plan): string[] {
  if (grade === undefined) return []
  const sides = grade.map(({ bands }) => [...bands.map(({ label }) => label), UNKNOWN_SIDE])
  return sides.reduce((before, side) => before.flatMap(start => side.map(label => start + label)), [''])
}
