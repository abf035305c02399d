import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { slug, uniqueNames } from './dialect/write.ts'

/** The columns of everything with a name in the rulebook, by that name; each kind has a prefix. */
export interface Names {
  readonly rules: ReadonlyMap<string, Sql>
  readonly scores: ReadonlyMap<string, Sql>
  readonly criteria: ReadonlyMap<string, Sql>
  readonly exclusions: ReadonlyMap<string, Sql>
  readonly segments: ReadonlyMap<string, Sql>
  readonly tags: ReadonlyMap<string, Sql>
}

/** The names of columns that occur once. */
export const NAMES = {
  lead: 'lead',
  place: 'place',
  total: 'total',
  grade: 'grade',
  chance: 'chance',
  stage: 'stage',
  met: 'criteria_met',
  unknown: 'criteria_unknown',
  step: 'next_step',
  dueDay: 'due_day',
  isDuplicate: 'is_duplicate',
  duplicateOf: 'duplicate_of',
} as const

/** `idle`: rules that never give points. */
export function namesOf(bound: BoundPlan, { types }: Dialect, idle: ReadonlySet<string> = new Set()): Names {
  const unique = uniqueNames()
  const named = <T>(
    prefix: string,
    list: readonly T[],
    nameOf: (item: T) => string,
    unknown?: (item: T) => Sql | undefined,
  ) => new Map(list.map(item => [nameOf(item), unknown?.(item) ?? unique(`${prefix}_${slug(nameOf(item))}`)]))
  const nothing = `CAST(NULL AS ${types.whole})`
  const rules = bound.scores.flatMap(({ known, groups }) =>
    groups.flatMap(group => group.rules.map(({ id, earns }) => ({ id, earns, known }))),
  )
  return {
    // Without event input the points of an event rule are unknown.
    rules: named(
      'r',
      rules,
      ({ id }) => id,
      ({ id, earns, known }) =>
        earns.kind === 'events' && bound.events === undefined ? nothing : known && !idle.has(id) ? undefined : '0',
    ),
    scores: named(
      's',
      bound.scores,
      ({ name }) => name,
      ({ known }) => (known ? undefined : nothing),
    ),
    criteria: named('c', bound.criteria, ({ name }) => name),
    exclusions: named('x', bound.exclude, ({ id }) => id),
    segments: named('segment', bound.segments, ({ name }) => name),
    tags: named('tag', bound.tags, ({ name }) => name),
  }
}
