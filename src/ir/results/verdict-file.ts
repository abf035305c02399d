import { type Plan, stagesOf } from '../plan/plan.ts'
import { rulesOfPlan } from './counts.ts'
import type { Verdict } from './verdict.ts'

/**
 * A column of the verdicts of a run, `verdicts.parquet`: one row for each lead that was scored, sorted by `key` (by its
 * bytes). The file outlives the export, so the key is the only cell of the export in it.
 */
export interface VerdictColumn {
  readonly name: string
  readonly type: VerdictType
  readonly part: VerdictPart
}

type WholePart = 'stage' | 'stageBefore' | 'since' | 'total' | 'chance' | 'owner' | 'next' | 'due'

/** A part of a verdict; scores, segments and rules by their position in the plan. */
export type VerdictPart =
  | { readonly kind: WholePart }
  | { readonly kind: 'score' | 'segment' | 'rule'; readonly index: number }

/** `number`: whole numbers. `date`: day numbers, days since 1970-01-01. */
export type VerdictType = 'text' | 'number' | 'date'

/** The version of these columns, kept in the file. */
export const VERDICTS_VERSION = '1.0'

/** The note in the file that says it. */
export const VERDICTS_NOTE = 'leadq.verdicts'

/** Columns that occur once. */
export const VERDICT_NAMES = {
  /** The first field of the rulebook's `key` that the lead has, usually its id; empty for a lead without any. */
  key: 'key',
  /** The name of that field: `id`, `email`. */
  keyedBy: 'keyed_by',
  stage: 'stage',
  /** The stage it was in before this one. */
  stageBefore: 'stage_before',
  /** The day it entered its stage. */
  since: 'since',
  total: 'total',
  chance: 'chance',
  owner: 'owner',
  /** What happens to the lead, and the day on which it is due. */
  next: 'next',
  due: 'due',
} as const

/** What columns begin with that occur once for each score, segment and rule. */
export const VERDICT_PREFIXES = {
  /** Points of a score; empty where it has no data. */
  score: 'score.',
  segment: 'segment.',
  /** Points by rule; empty where it earned nothing. */
  rule: 'rule.',
} as const

/** The columns for a plan, behind `key` and `keyed_by`. */
export function verdictColumnsOf(plan: PlanParts): VerdictColumn[] {
  const one = (isUsed: boolean, type: VerdictType, kind: WholePart) =>
    isUsed ? [{ name: VERDICT_NAMES[kind], type, part: { kind } }] : []
  const each = (kind: keyof typeof VERDICT_PREFIXES, type: VerdictType, names: readonly string[]) =>
    names.map((name, index) => ({ name: VERDICT_PREFIXES[kind] + name, type, part: { kind, index } }))
  const { scores, segments } = plan
  return [
    ...one(stagesOf(plan).length > 0, 'text', 'stage'),
    ...one(plan.stages.length > 0, 'date', 'since'),
    ...one(plan.stages.length > 0, 'text', 'stageBefore'),
    ...each('score', 'number', scores.map(namesOf)),
    ...one(scores.length > 0, 'number', 'total'),
    ...one(plan.chance !== undefined, 'number', 'chance'),
    ...one(plan.owners.length > 0, 'text', 'owner'),
    ...one(plan.next.length > 0, 'text', 'next'),
    ...one(
      plan.next.some(({ due }) => due !== undefined),
      'date',
      'due',
    ),
    ...each('segment', 'text', segments.map(namesOf)),
    ...each(
      'rule',
      'number',
      rulesOfPlan(plan).map(({ id }) => id),
    ),
  ]
}

function namesOf({ name }: { readonly name: string }): string {
  return name
}

/** The value of a part; undefined: the cell is empty. */
function verdictValue(part: VerdictPart, verdict: VerdictParts): string | number | undefined {
  switch (part.kind) {
    case 'score':
      return verdict.scores[part.index]
    case 'segment':
      return verdict.segments[part.index] || undefined
    case 'rule':
      return verdict.points[part.index] || undefined
    default:
      return verdict[part.kind] === '' ? undefined : verdict[part.kind]
  }
}

/** The parts of a verdict that are kept. */
export type VerdictParts = Pick<
  Verdict,
  'stage' | 'stageBefore' | 'since' | 'scores' | 'total' | 'chance' | 'owner' | 'next' | 'due' | 'segments' | 'points'
>

/** The parts of a plan that determine the columns. */
type PlanParts = Pick<Plan, 'scores' | 'stages' | 'exclude' | 'chance' | 'owners' | 'next' | 'segments'>

/** Takes the verdicts of leads, one after the other. */
export interface VerdictTaker {
  readonly columns: readonly VerdictColumn[]
  /** The fields that can be the key of a lead, best first. */
  readonly keyFields: readonly string[]
  /** The place of a value in a column, the same for equal values; -1 for none. */
  placeOf(column: number, value: string | number | undefined): number
  /** Whether the verdict of a lead with this key is asked for; absent: all are. */
  readonly wants?: (field: number, key: string) => boolean
  /** Takes a lead: which of these fields is its key (-1: none), the key, and the place of its value in each column. */
  add(field: number, key: string, places: Int32Array): void
}

/** Gives whole verdicts to a taker. */
export function verdictGiver(
  taker: VerdictTaker,
): (keys: readonly (string | undefined)[], verdict: VerdictParts) => void {
  const places = new Int32Array(taker.columns.length)
  return (keys, verdict) => {
    taker.columns.forEach(({ part }, column) => {
      places[column] = taker.placeOf(column, verdictValue(part, verdict))
    })
    const field = keys.findIndex(key => key !== undefined)
    taker.add(field, keys[field] ?? '', places)
  }
}
