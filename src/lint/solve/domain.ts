import { type BoundField, impossibleTexts } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Subject } from '../../ir/plan/expr.ts'
import { UNKNOWN_SIDE } from '../../ir/plan/grade-side.ts'
import { stagesOf } from '../../ir/plan/plan.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Constant } from '../../ir/values/value.ts'
import type { Range } from '../possibility.ts'

/** The possible values of a subject of conditions. */
export type Values =
  | { readonly kind: 'number'; readonly whole: boolean; readonly low: number; readonly high: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'one-of'; readonly values: readonly Constant[] }
  | { readonly kind: 'text'; readonly impossible: ReadonlySet<string> }
  | { readonly kind: 'list' }

export interface Domain {
  readonly values: Values
  /** Whether it can be empty. */
  readonly nothing: boolean
}

/** The plan under examination and what is known of it so far. */
export interface World {
  readonly bound: BoundPlan
  readonly asOf: number
  readonly rules: ReadonlyMap<string, Range>
  readonly scores: ReadonlyMap<string, Range>
  readonly total: Range
}

const ANYTHING: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

/** Conservative: the real values of a subject are always within its domain. */
export function domainOf(subject: Subject, { bound, rules, scores, total }: World): Domain {
  switch (subject.kind) {
    case 'field':
      return { values: fieldValues(bound.fields.find(({ name }) => name === subject.name)), nothing: true }
    case 'rule':
      return { values: whole(rules.get(subject.id)), nothing: isOnEvents(subject.id, bound) }
    case 'score':
      return { values: whole(scores.get(subject.name)), nothing: true }
    case 'total':
      return { values: whole(total), nothing: true }
    case 'change':
      return { values: whole(ANYTHING), nothing: true }
    case 'account':
      return { values: whole(subject.figure === 'leads' ? { ...ANYTHING, low: 1 } : undefined), nothing: true }
    case 'criteria':
      return { values: whole({ low: 0, high: bound.criteria.length }), nothing: false }
    case 'criterion':
      return { values: oneOf(['met', 'not_met', 'unknown']), nothing: false }
    case 'chance':
      return {
        values: { kind: 'one-of', values: bound.chance?.bands.map(({ percent }) => percent) ?? [] },
        nothing: true,
      }
    case 'grade':
      return { values: oneOf(gradesOf(bound)), nothing: false }
    case 'stage':
      return { values: oneOf(stagesOf(bound)), nothing: false }
    case 'segment': {
      const rows = bound.segments.find(({ name }) => name === subject.name)?.rows ?? []
      return { values: oneOf(rows.map(({ label }) => label)), nothing: rows.every(({ when }) => when !== undefined) }
    }
    case 'tag':
      return { values: { kind: 'one-of', values: [true, false] }, nothing: false }
  }
}

const NONE: ReadonlySet<string> = new Set()

function fieldValues(field: BoundField | undefined): Values {
  const type = field?.type
  if (type === 'number') return { kind: 'number', whole: false, ...ANYTHING }
  if (type === 'boolean') return { kind: 'one-of', values: [true, false] }
  if (type === 'date' || type === 'list') return { kind: type }
  return { kind: 'text', impossible: field === undefined ? NONE : impossibleTexts(field) }
}

function whole(range: Range = ANYTHING): Values {
  return { kind: 'number', whole: true, low: range.low, high: range.high }
}

function oneOf(labels: readonly string[]): Values {
  return { kind: 'one-of', values: labels.map(fold) }
}

function isOnEvents(id: string, { scores }: BoundPlan): boolean {
  return scores.some(({ groups }) =>
    groups.some(({ rules }) => rules.some(rule => rule.id === id && rule.earns.kind === 'events')),
  )
}

function gradesOf({ grade = [] }: BoundPlan): string[] {
  const sides = grade.map(({ bands }) => [...bands.map(({ label }) => label), UNKNOWN_SIDE])
  return sides.reduce((before, side) => before.flatMap(start => side.map(label => start + label)), [''])
}
