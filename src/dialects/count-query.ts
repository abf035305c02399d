import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Plan } from '../ir/plan/plan.ts'
import { countIn, rulesOfPlan, startCounts, type VerdictCounts } from '../ir/results/counts.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { printSteps } from './print-steps.ts'
import { type Source, type Steps, stepsOf } from './statement.ts'
import { NAMES } from './step-names.ts'

/** A query for the counts of the summary, and the reader of its rows. */
export interface CountQuery {
  readonly sql: Sql
  read(rows: readonly (readonly (string | null)[])[]): ReadCounts
}

export interface ReadCounts {
  readonly verdictCounts: VerdictCounts
  readonly duplicates: number
}

/**
 * Counts beside the statement that scores: the same steps, then leads of the same labels and points together, and of
 * these few rows everything that is wanted. So the leads are gone through once, also where steps are no tables.
 */
export function printCountQuery(plan: Plan, bound: BoundPlan, source: Source, dialect: Dialect): CountQuery {
  const made = stepsOf(bound, source, dialect)
  const groups = groupsOf(bound, made)
  const sums = sumsOf(bound, made)
  const { types, stepAs } = dialect
  const isDuplicate = bound.dedupe === undefined ? [] : [NAMES.isDuplicate]
  const keys = [...isDuplicate, ...groups.flatMap(columnsOf)]
  const added = [{ sql: 'count(*)', name: LEADS }, ...sums.map(({ sql }, index) => ({ sql, name: `sum_${index}` }))]
  const which = groups.map(({ by }, index) => `WHEN grouping(${by}) = 0 THEN ${index}`).join(' ')
  const among = (columns: readonly Sql[]) => (columns.length === 0 ? 'NULL' : `coalesce(${columns.join(', ')})`)
  const answer = [
    groups.length === 0 ? '0' : `CASE ${which} ELSE ${groups.length} END`,
    bound.dedupe === undefined ? '0' : `CASE WHEN ${NAMES.isDuplicate} THEN 1 ELSE 0 END`,
    among(groups.flatMap(({ label }) => label ?? [])),
    among(groups.flatMap(({ points }) => points ?? [])),
    ...added.map(({ name }) => `sum(${name})`),
  ].map(sql => `CAST(${sql} AS ${types.text})`)
  const sets = [...groups.map(columnsOf), []].map(columns => `(${[...isDuplicate, ...columns].join(', ')})`)
  const counted = [...keys, ...added.map(({ sql, name }) => `${sql} AS ${name}`)]
  return {
    sql: [
      `${printSteps(made.steps, dialect)},`,
      `counted ${stepAs} (`,
      `  SELECT\n    ${counted.join(',\n    ')}`,
      `  FROM ${made.steps.at(-1)?.name ?? ''}`,
      `  GROUP BY ${keys.join(', ')}\n)`,
      `SELECT\n  ${answer.join(',\n  ')}`,
      `FROM counted`,
      `GROUP BY GROUPING SETS (${sets.join(', ')})`,
    ].join('\n'),
    read: rows => readRows(plan, groups, sums, rows),
  }
}

const LEADS = 'leads_counted'

/** Leads with the same label and points. */
interface Group {
  readonly kind: 'stage' | 'score' | 'grade' | 'chance' | 'segment'
  readonly slot: number
  /** A column that only this group fills. */
  readonly by: Sql
  readonly label?: Sql
  readonly points?: Sql
}

function columnsOf({ label, points }: Group): Sql[] {
  return [label, points].filter(column => column !== undefined)
}

function groupsOf({ scores, grade, chance, segments }: BoundPlan, { context: { names } }: Steps): Group[] {
  const ofScore = (name: string, slot: number): Group[] => {
    const points = names.scores.get(name)
    return points === undefined ? [] : [{ kind: 'score', slot, by: points, points }]
  }
  const ofSegment = (name: string, slot: number): Group[] => {
    const label = names.segments.get(name)
    return label === undefined ? [] : [{ kind: 'segment', slot, by: label, label }]
  }
  return [
    { kind: 'stage', slot: 0, by: NAMES.stage, label: NAMES.stage, points: NAMES.total },
    ...scores.flatMap(({ name, known }, slot) => (known ? ofScore(name, slot) : [])),
    ...(grade === undefined ? [] : [{ kind: 'grade' as const, slot: 0, by: NAMES.grade, label: NAMES.grade }]),
    ...(chance === undefined ? [] : [{ kind: 'chance' as const, slot: 0, by: NAMES.chance, points: NAMES.chance }]),
    ...segments.flatMap(({ name }, slot) => ofSegment(name, slot)),
  ]
}

/** A figure over all leads. */
interface Sum {
  readonly kind: 'tag' | 'excluded' | 'fired' | 'points' | 'undated' | 'filled' | 'invalid' | 'range'
  /** The position in the plan, or the slot of the field. */
  readonly slot: number
  readonly sql: Sql
}

function sumsOf(bound: BoundPlan, { fields, context: { names, subject } }: Steps): Sum[] {
  const counting = (kind: Sum['kind'], slot: number, holds = 'FALSE'): Sum => ({
    kind,
    slot,
    sql: `count(CASE WHEN ${holds} THEN 1 END)`,
  })
  const rules = rulesOfPlan(bound).flatMap(({ id, since, earns }, slot): Sum[] => {
    const points = names.rules.get(id)
    if (points === undefined || (earns.kind === 'events' && bound.events === undefined)) return []
    const isUndated = (name: string) => `${points} <> 0 AND ${subject({ kind: 'field', name }).value} IS NULL`
    return [
      counting('fired', slot, `${points} <> 0`),
      { kind: 'points', slot, sql: `sum(${points})` },
      ...(since === undefined ? [] : [counting('undated', slot, isUndated(since))]),
    ]
  })
  const quality = bound.fields.flatMap(({ name, read, columns, type }, slot): Sum[] => {
    if (!read || columns.length === 0) return []
    const { filled, invalid, range } = fields.columnsOf(name)
    return [
      counting('filled', slot, filled),
      counting('invalid', slot, invalid),
      ...(type === 'number' ? [counting('range', slot, range)] : []),
    ]
  })
  return [
    ...bound.tags.map(({ name }, slot) => counting('tag', slot, names.tags.get(name))),
    ...bound.exclude.map(({ id }, slot) => counting('excluded', slot, names.exclusions.get(id))),
    ...rules,
    ...quality,
  ]
}

function readRows(
  plan: Plan,
  groups: readonly Group[],
  sums: readonly Sum[],
  rows: Parameters<CountQuery['read']>[0],
): ReadCounts {
  const verdictCounts = startCounts(plan)
  let duplicates = 0
  for (const [which, isDuplicate, label, points, leads, ...added] of rows) {
    const group = groups[Number(which)]
    const count = Number(leads ?? 0)
    if (isDuplicate === '1') duplicates += group === undefined ? count : 0
    else if (group !== undefined) takeGroup(verdictCounts, group, label ?? '', points ?? undefined, count)
    else {
      verdictCounts.leads = count
      for (const [index, sum] of sums.entries()) takeSum(verdictCounts, sum, Number(added[index] ?? 0))
    }
  }
  const read = new Set(sums.flatMap(({ kind, slot }) => (kind === 'filled' ? [slot] : [])))
  for (const [slot, field] of verdictCounts.fields.entries()) {
    if (!read.has(slot)) continue
    field.filled -= field.range
    field.empty = verdictCounts.leads - field.filled - field.range - field.invalid
  }
  return { verdictCounts, duplicates }
}

function takeGroup(
  { stages, totals, scores, grades, chances, segments }: VerdictCounts,
  { kind, slot }: Group,
  label: string,
  points: string | undefined,
  leads: number,
): void {
  switch (kind) {
    case 'stage': {
      const stage = stages.get(label)
      if (stage !== undefined) stage.leads += leads
      if (points === undefined) return
      countIn(totals, Number(points), leads)
      if (stage !== undefined) countIn(stage.points, Number(points), leads)
      return
    }
    case 'score':
      countIn(scores[slot] ?? new Map(), Number(points ?? 0), leads)
      return
    case 'grade':
      countIn(grades, label, leads)
      return
    case 'chance':
      if (points !== undefined) countIn(chances, Number(points), leads)
      return
    case 'segment':
      countIn(segments[slot] ?? new Map(), label, leads)
  }
}

function takeSum({ tags, excluded, rules, fields }: VerdictCounts, { kind, slot }: Sum, sum: number): void {
  const rule = rules[slot]
  const field = fields[slot]
  switch (kind) {
    case 'tag':
      tags[slot] = sum
      return
    case 'excluded':
      excluded[slot] = sum
      return
    case 'fired':
    case 'points':
    case 'undated':
      if (rule !== undefined) rule[kind] = sum
      return
    case 'filled':
    case 'invalid':
    case 'range':
      if (field !== undefined) field[kind] = sum
  }
}
