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
  /** Undefined where there is no value: the cell is empty. */
  read(verdict: Verdict): string | number | undefined
}

/** `number`: whole numbers. `date`: day numbers, days since 1970-01-01. */
export type VerdictType = 'text' | 'number' | 'date'

/** The version of these columns, kept in the file. */
export const VERDICTS_VERSION = '1.0'

/** Columns that occur once. */
export const VERDICT_NAMES = {
  /** The lead's id; the e-mail address, folded, of a lead without an id; the empty text for a lead without both. */
  key: 'key',
  /** `id` or `email`. */
  keyedBy: 'keyed_by',
  stage: 'stage',
  /** The stage it was in before this one. */
  stageBefore: 'stage_before',
  /** The day it entered its stage. */
  since: 'since',
  total: 'total',
  chance: 'chance',
  owner: 'owner',
} as const

/** What columns begin with that occur once for each score, segment and rule. */
export const VERDICT_PREFIXES = {
  /** Points of a score; empty where it has no data. */
  score: 'score.',
  segment: 'segment.',
  /** Points by rule; empty where it earned nothing. */
  rule: 'rule.',
} as const

/** Which field the key of a lead is taken from. */
export type KeyedBy = 'id' | 'email'

/** The columns for a plan, behind `key` and `keyed_by`. */
export function verdictColumnsOf(plan: PlanParts): VerdictColumn[] {
  const has = (isUsed: boolean, column: VerdictColumn) => (isUsed ? [column] : [])
  return [
    ...has(stagesOf(plan).length > 0, { name: VERDICT_NAMES.stage, type: 'text', read: ({ stage }) => stage }),
    ...has(plan.stages.length > 0, { name: VERDICT_NAMES.since, type: 'date', read: ({ since }) => since }),
    ...plan.scores.map(
      ({ name }, index): VerdictColumn => ({
        name: VERDICT_PREFIXES.score + name,
        type: 'number',
        read: ({ scores }) => scores[index],
      }),
    ),
    ...has(plan.scores.length > 0, { name: VERDICT_NAMES.total, type: 'number', read: ({ total }) => total }),
    ...has(plan.chance !== undefined, { name: VERDICT_NAMES.chance, type: 'number', read: ({ chance }) => chance }),
    ...has(plan.owners.length > 0, {
      name: VERDICT_NAMES.owner,
      type: 'text',
      read: ({ owner }) => owner || undefined,
    }),
    ...plan.segments.map(
      ({ name }, index): VerdictColumn => ({
        name: VERDICT_PREFIXES.segment + name,
        type: 'text',
        read: ({ segments }) => segments[index] || undefined,
      }),
    ),
    ...rulesOfPlan(plan).map(
      ({ id }, index): VerdictColumn => ({
        name: VERDICT_PREFIXES.rule + id,
        type: 'number',
        read: ({ points }) => points[index] || undefined,
      }),
    ),
  ]
}

/** The parts of a plan that determine the columns. */
type PlanParts = Pick<Plan, 'scores' | 'stages' | 'exclude' | 'chance' | 'owners' | 'segments'>
