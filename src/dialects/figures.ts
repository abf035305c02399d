import type { BoundPlan } from '../ir/bound-plan.ts'
import type { Dialect, Sql } from './dialect.ts'
import { NAMES } from './names.ts'
import { type Prepared, prepare, printSteps, type StatementRequest } from './statement.ts'
import { firstOf, indented } from './write.ts'

/** What leads are counted by. Lists of a plan are meant by index. */
export type Grouping =
  | { readonly kind: 'stage' }
  | { readonly kind: 'score' | 'segment'; readonly index: number }
  | { readonly kind: 'grade' }

/** What is added up over all leads. */
export type Added =
  | { readonly kind: 'tag' | 'excluded' | 'fired' | 'points' | 'undated'; readonly index: number }
  | { readonly kind: 'filled' | 'invalid' | 'range'; readonly index: number }

/**
 * A query for the figures of a summary, in one pass over the leads. Its rows are of as many kinds as there are groupings
 * and one more: `set`, `key`, `total`, `leads`, then what was added up. `set` is the place of the grouping, and
 * -1 in the one row of all leads; `total` is there in the rows by stage.
 */
export interface PrintedFigures {
  readonly statement: Sql
  readonly groupings: readonly Grouping[]
  readonly added: readonly Added[]
}

interface Of<T> {
  readonly what: T
  readonly sql: Sql
}

export function printFigures(bound: BoundPlan, request: StatementRequest, dialect: Dialect): PrintedFigures {
  const prepared = prepare(bound, request, dialect)
  const { steps } = prepared
  const groupings = groupingsOf(bound, prepared)
  const added = addedOf(bound, prepared)
  const text = (sql: Sql) => `CAST(${sql} AS ${dialect.types.text})`
  const whole = (sql: Sql) => `CAST(${sql} AS ${dialect.types.whole})`
  const columns = [
    `${NAMES.total} AS total`,
    ...groupings.map(({ sql }, index) => `${sql} AS key_${index}`),
    ...added.map(({ sql }, index) => `${indented(sql)} AS added_${index}`),
  ]
  const keys = groupings.map((_, index) => `key_${index}`)
  const sets = keys.map((key, index) => (groupings[index]?.what.kind === 'stage' ? `(${key}, total)` : `(${key})`))
  const ofKey = (give: (index: number) => Sql, otherwise?: Sql) =>
    firstOf(
      keys.map((key, index) => ({ when: `grouping(${key}) = 0`, give: give(index) })),
      otherwise,
    )
  const counted = bound.dedupe === undefined ? '' : `\n  WHERE NOT ${NAMES.isDuplicate}`
  const statement = [
    `${printSteps(steps, request, dialect)},`,
    `counted ${dialect.stepAs} (`,
    `  SELECT\n    ${columns.map(each => indented(each)).join(',\n    ')}`,
    `  FROM ${steps.at(-1)?.name ?? ''}${counted}`,
    ')',
    'SELECT',
    `  ${[
      `${ofKey(String, '-1')} AS set_number`,
      `${keys.length === 0 ? 'NULL' : ofKey(index => text(`key_${index}`))} AS key_text`,
      `${text('total')} AS total`,
      `${whole('count(*)')} AS leads`,
      ...added.map((_, index) => `${whole(`sum(added_${index})`)} AS added_${index}`),
    ].join(',\n  ')}`,
    'FROM counted',
    `GROUP BY GROUPING SETS (${[...sets, '()'].join(', ')})`,
  ].join('\n')
  return { statement, groupings: groupings.map(({ what }) => what), added: added.map(({ what }) => what) }
}

function groupingsOf(bound: BoundPlan, { context: { names } }: Prepared): Of<Grouping>[] {
  return [
    { what: { kind: 'stage' }, sql: NAMES.stage },
    ...bound.scores.flatMap(({ name, known }, index): Of<Grouping>[] =>
      known ? [{ what: { kind: 'score', index }, sql: names.scores.get(name) ?? 'NULL' }] : [],
    ),
    ...(bound.grade === undefined ? [] : [{ what: { kind: 'grade' } as const, sql: NAMES.grade }]),
    ...bound.segments.map(
      ({ name }, index): Of<Grouping> => ({
        what: { kind: 'segment', index },
        sql: names.segments.get(name) ?? "''",
      }),
    ),
  ]
}

function addedOf(bound: BoundPlan, { context: { names }, columnsOf }: Prepared): Of<Added>[] {
  const one = (when: Sql) => `CASE WHEN ${when} THEN 1 ELSE 0 END`
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  return [
    ...bound.tags.map(
      ({ name }, index): Of<Added> => ({ what: { kind: 'tag', index }, sql: one(names.tags.get(name) ?? 'FALSE') }),
    ),
    ...bound.exclude.map(
      ({ id }, index): Of<Added> => ({
        what: { kind: 'excluded', index },
        sql: one(names.exclusions.get(id) ?? 'FALSE'),
      }),
    ),
    ...rules.flatMap(({ id, since }, index): Of<Added>[] => {
      const points = names.rules.get(id) ?? '0'
      return [
        { what: { kind: 'fired', index }, sql: one(`${points} <> 0`) },
        { what: { kind: 'points', index }, sql: points },
        ...(since === undefined
          ? []
          : [
              {
                what: { kind: 'undated', index } as const,
                sql: one(`${points} <> 0 AND ${columnsOf(since).value} IS NULL`),
              },
            ]),
      ]
    }),
    ...bound.fields.flatMap(({ name, read, columns }, index): Of<Added>[] => {
      if (!read || columns.length === 0) return []
      const { filled, invalid, isRange } = columnsOf(name)
      return [
        { what: { kind: 'filled', index }, sql: one(filled) },
        { what: { kind: 'invalid', index }, sql: one(invalid) },
        { what: { kind: 'range', index }, sql: one(`${filled} AND ${isRange}`) },
      ]
    }),
  ]
}
