import { pointsOf, rulesOf } from '../actual.ts'
import type { JudgedTest } from '../score-test-lead.ts'
import type { Shown } from './expected.ts'

/**
 * The first difference between the verdicts of two plans on a lead, in the order of computation; later ones follow from
 * it. With a rule, only its points.
 */
export function firstDifference(a: JudgedTest, b: JudgedTest, rule: string | undefined): Shown | undefined {
  if (rule !== undefined)
    return pointsOf(rule, a.bound, a.verdict) === pointsOf(rule, b.bound, b.verdict)
      ? undefined
      : { kind: 'points', name: rule }
  const { bound, verdict } = a
  const other = b.verdict
  const named = <K extends 'criterion' | 'segment' | 'tag'>(
    kind: K,
    list: readonly { readonly name: string }[],
    differs: (index: number) => boolean,
  ): Shown | undefined => {
    const found = list.find((_, index) => differs(index))
    return found && { kind, name: found.name }
  }
  const points = rulesOf(bound).find(({ id }) => pointsOf(id, bound, verdict) !== pointsOf(id, b.bound, other))
  if (points !== undefined) return { kind: 'points', name: points.id }
  if (verdict.grade !== other.grade) return { kind: 'grade' }
  if (verdict.chance !== other.chance) return { kind: 'chance' }
  const criterion = named('criterion', bound.criteria, index => verdict.criteria[index] !== other.criteria[index])
  if (criterion !== undefined) return criterion
  const [excluded, excludedOther] = [excludedOf(a), excludedOf(b)]
  const exclusion = excluded.find(id => !excludedOther.includes(id))
  if (exclusion !== undefined) return { kind: 'exclusion', name: exclusion }
  if (verdict.stage !== other.stage) return { kind: 'stage' }
  return (
    named('segment', bound.segments, index => verdict.segments[index] !== other.segments[index]) ??
    named('tag', bound.tags, index => verdict.tags[index] !== other.tags[index]) ??
    (verdict.next === other.next ? undefined : { kind: 'next' })
  )
}

function excludedOf({ bound, verdict }: JudgedTest): string[] {
  return verdict.excluded.flatMap(index => bound.exclude[index]?.id ?? [])
}
