import type { Place } from '../base/place.ts'
import type { Mode } from '../engine/condition.ts'
import type { Expr } from '../ir/plan/expr.ts'
import type { OwnerRow, Plan, Rule, StageRow } from '../ir/plan/plan.ts'
import { comparison } from './solve/earning.ts'

/** A condition of a plan, and where it stands. */
export interface Placed {
  readonly expr: Expr
  readonly mode: Mode
  /** `rule size`, `stage SQL`. */
  readonly about: string
  readonly place: Place | undefined
  /** Whether it is a `keep_while`. One that always holds is meant; `idleMemory` reports one that never does. */
  readonly keeps?: true
}

/** Rows of which the first that holds is taken. */
export interface Rows {
  /** `the stages`, `segment heat`. */
  readonly about: string
  readonly rows: readonly Row[]
  /** Whether every lead should find its row. */
  readonly isComplete: boolean
}

export interface Row {
  /** `stage SQL`, `label hot of segment heat`. */
  readonly about: string
  /** Absent: always. */
  readonly when: Expr | undefined
  readonly place: Place | undefined
}

/** The parts of a plan that hold conditions; a bound plan has them too. */
type WithConditions = Pick<Plan, 'scores' | 'criteria' | 'exclude' | 'stages' | 'segments' | 'tags' | 'owners' | 'next'>

/** Every condition on leads, in the order of the rulebook; those on events are left out. */
export function conditionsOf(plan: WithConditions): Placed[] {
  const placed = (
    about: string,
    item: { readonly when?: Expr | undefined; readonly place?: Place | undefined },
    mode: Mode = 'plain',
  ): Placed[] => (item.when === undefined ? [] : [{ expr: item.when, mode, about, place: item.place }])
  return [
    ...plan.scores.flatMap(score => [
      ...placed(`score ${score.name}`, score),
      ...score.groups.flatMap(group => [
        ...placed(`group ${group.name ?? score.name}`, group),
        ...group.rules.flatMap(rule => [
          ...placed(`rule ${rule.id}`, rule),
          ...casesOf(rule).flatMap(row => placed(row.about, { ...row, place: row.place ?? rule.place })),
        ]),
      ]),
    ]),
    ...plan.criteria.flatMap(criterion => placed(`criterion ${criterion.name}`, criterion, 'criteria')),
    ...plan.exclude.flatMap(exclusion => placed(`exclusion ${exclusion.id}`, exclusion, 'exclude')),
    ...plan.stages.flatMap(row => ofStage(row, placed)),
    ...exclusiveRows({ ...plan, stages: [] }).flatMap(({ rows }) => rows.flatMap(row => placed(row.about, row))),
    ...plan.tags.flatMap(tag => placed(`tag ${tag.name}`, tag)),
  ]
}

/** The conditions of a stage row as they are written: what it remembers is a condition of its own. */
function ofStage(
  { when, memory, place, ...row }: StageRow,
  placed: (about: string, item: { readonly when?: Expr | undefined; readonly place?: Place | undefined }) => Placed[],
): Placed[] {
  const about = stageAbout(row)
  if (memory === undefined) return placed(about, { when, place })
  const keeping = placed(`keep_while of ${about}`, { when: memory.keepWhile, place })
  return [...placed(about, { when: memory.when, place }), ...keeping.map(each => ({ ...each, keeps: true as const }))]
}

/** `stage SQL (hand-raise)`. */
export function stageAbout({ stage, id }: Pick<StageRow, 'stage' | 'id'>): string {
  return `stage ${stage}${id === undefined ? '' : ` (${id})`}`
}

export function casesOf({ id, earns, place }: Rule): Row[] {
  if (earns.kind !== 'cases') return []
  return earns.rows.map((row, index) => ({
    about: `case ${index + 1} of rule ${id}`,
    when: row.when,
    place: row.place ?? place,
  }))
}

/** Stages, segments, owners and next steps: a row takes leads from the rows below it. */
export function exclusiveRows(plan: WithConditions): Rows[] {
  return [
    {
      about: 'the stages',
      rows: plan.stages.map(({ when, place, ...row }) => ({ about: stageAbout(row), when, place })),
      isComplete: true,
    },
    ...plan.segments.map(({ name, rows, place }) => ({
      about: `segment ${name}`,
      rows: rows.map(row => ({
        about: `label ${row.label} of segment ${name}`,
        when: row.when,
        place: row.place ?? place,
      })),
      isComplete: true,
    })),
    { about: 'the owners', rows: plan.owners.map(ownerRow), isComplete: false },
    {
      about: 'the next steps',
      rows: plan.next.map(row => ({ about: `next step ${row.do}`, when: row.when, place: row.place })),
      isComplete: false,
    },
  ].filter(({ rows }) => rows.length > 0)
}

/** A `keep` row matches only where its field is filled. */
function ownerRow(row: OwnerRow): Row {
  if (!('keep' in row)) return { about: `owner ${row.to.join(', ')}`, when: row.when, place: row.place }
  const kept = comparison(row.keep, { operator: 'known', value: true })
  const when: Expr = row.when === undefined ? kept : { kind: 'all', of: [row.when, kept] }
  return { about: `owner in ${row.keep}`, when, place: row.place }
}
