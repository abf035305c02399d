import { UNKNOWN_SIDE } from './grade-side.ts'
import { type Plan, stagesOf } from './plan.ts'

/** What leads can be picked by: a word that a rulebook gives them. */
export interface Label {
  readonly kind: LabelKind
  readonly value: string
}

export const LABEL_KINDS = ['stage', 'grade', 'tag', 'segment', 'owner'] as const

export type LabelKind = (typeof LABEL_KINDS)[number]

/** All labels of a rulebook, but for owners that the leads bring with them. */
export function labelsOf(plan: Plan): Label[] {
  const { grade = [], tags, segments, owners } = plan
  const sides = grade.map(({ bands }) => [...bands.map(({ label }) => label), UNKNOWN_SIDE])
  const grades = sides.reduce((before, side) => before.flatMap(start => side.map(label => start + label)), [''])
  const all: Readonly<Record<LabelKind, readonly string[]>> = {
    stage: stagesOf(plan),
    grade: sides.length === 0 ? [] : grades,
    tag: tags.map(({ name }) => name),
    segment: segments.flatMap(({ rows }) => rows.map(({ label }) => label)),
    owner: owners.flatMap(row => ('to' in row ? row.to : [])),
  }
  return LABEL_KINDS.flatMap(kind => [...new Set(all[kind])].map(value => ({ kind, value })))
}
