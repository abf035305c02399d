import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Subject } from '../ir/plan/expr.ts'
import { UNKNOWN_SIDE } from '../ir/plan/grade-side.ts'
import { type ChanceBands, type GradeSide, WEIGHT_UNIT } from '../ir/plan/plan.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { anyOf, type Column, firstOf, type Step, sum, type When } from './dialect/write.ts'
import { type ConditionContext, condition } from './query-condition.ts'
import { largestScore } from './query-score.ts'
import { NAMES, type Names } from './step-names.ts'

/** The columns of everything that follows from the scores; `engine/judge.ts` says what it comes to. */
export interface Outcome {
  readonly totals: readonly Step[]
  readonly conclusions: readonly Step[]
}

export function outcomeSteps(bound: BoundPlan, names: Names, context: ConditionContext): Outcome {
  const { dialect } = context
  const criteria = [...names.criteria.values()]
  const exclusions = [...names.exclusions.values()]
  const segments = [...names.segments.values()]
  const tags = [...names.tags.values()]
  const counted = (test: (criterion: Sql) => Sql) =>
    criteria.length === 0 ? '0' : dialect.countTrue(criteria.map(test))
  const hasStages = bound.stages.length > 0 || bound.exclude.length > 0
  // Exclusions of one stage that follow each other are one row.
  const excluded: { readonly when: Sql[]; readonly give: Sql }[] = []
  for (const [index, { stage }] of bound.exclude.entries()) {
    const give = dialect.text(stage)
    const last = excluded.at(-1)
    const when = exclusions[index] ?? 'FALSE'
    if (last?.give === give) last.when.push(when)
    else excluded.push({ when: [when], give })
  }
  const before = excluded.map(({ when, give }) => ({ when: anyOf(when), give }))
  const stage = firstRow(bound.stages, row => dialect.text(row.stage), "''", context, before)
  return {
    totals: [
      {
        // Without rows of stages every lead has none.
        name: 'totals',
        about: 'the total of the scores',
        columns: [
          { name: NAMES.total, sql: total(bound, names, dialect) },
          ...(hasStages ? [] : [{ name: NAMES.stage, sql: "''" }]),
          ...(bound.grade === undefined ? [] : [{ name: NAMES.grade, sql: grade(bound, names, dialect) }]),
        ],
      },
      ...(bound.chance === undefined
        ? []
        : [
            {
              name: 'chances',
              about: '',
              columns: [{ name: NAMES.chance, sql: chance(bound.chance, names, dialect) }],
            },
          ]),
    ],
    conclusions: [
      {
        name: 'criteria',
        about: 'criteria: NULL is unknown',
        columns: bound.criteria.map(({ when }, index) => ({
          name: criteria[index] ?? '',
          sql: condition(when, 'criteria', context),
          label: bound.criteria[index]?.ask,
        })),
      },
      {
        name: 'criteria_counts',
        about: '',
        columns:
          criteria.length === 0
            ? []
            : [
                { name: NAMES.met, sql: counted(criterion => dialect.is(criterion, true)) },
                { name: NAMES.unknown, sql: counted(criterion => `${criterion} IS NULL`) },
              ],
      },
      {
        name: 'exclusions',
        about: 'exclusions',
        columns: bound.exclude.map(({ id, label, when }, index) => ({
          name: exclusions[index] ?? '',
          sql: `coalesce(${condition(when, 'exclude', context)}, FALSE)`,
          label: label === id ? undefined : label,
        })),
      },
      {
        name: 'stages',
        about: 'the stage: the first row that matches',
        columns: hasStages ? [{ name: NAMES.stage, sql: stage }] : [],
      },
      ...layered(
        'segments',
        bound.segments.map(({ name: own, rows }, index) => ({
          own: { kind: 'segment', name: own },
          uses: rows.flatMap(({ when }) => (when === undefined ? [] : [when])),
          column: {
            name: segments[index] ?? '',
            sql: firstRow(rows, ({ label }) => dialect.text(label), "''", context),
          },
        })),
      ),
      ...layered(
        'tags',
        bound.tags.map(({ name: own, when }, index) => ({
          own: { kind: 'tag', name: own },
          uses: [when],
          column: { name: tags[index] ?? '', sql: condition(when, 'plain', context) },
        })),
      ),
    ],
  }
}

/** The value of the first row whose condition holds. */
export function firstRow<T extends { readonly when?: Expr; readonly id?: string }>(
  rows: readonly T[],
  say: (row: T) => Sql,
  otherwise: Sql,
  context: ConditionContext,
  before: readonly When[] = [],
): Sql {
  const last = rows.findIndex(({ when }) => when === undefined)
  const conditional = last < 0 ? rows : rows.slice(0, last)
  const fallback = rows[last]
  return firstOf(
    [
      ...before,
      ...conditional.map(row => ({
        when: row.when === undefined ? 'TRUE' : condition(row.when, 'holds', context),
        give: say(row),
        label: row.id,
      })),
    ],
    fallback === undefined ? otherwise : say(fallback),
  )
}

interface Layered {
  readonly own: Subject
  readonly uses: readonly Expr[]
  readonly column: Column
}

/** A segment or tag may use those above it, and a step sees only the steps before it: as many steps as that takes. */
function layered(name: string, items: readonly Layered[]): Step[] {
  const steps: { columns: Column[]; owned: string[] }[] = []
  for (const { own, uses, column } of items) {
    const used = new Set(uses.flatMap(expr => [...leavesOf(expr)]).map(({ subject }) => JSON.stringify(subject)))
    const step = steps.at(-1)
    if (step === undefined || step.owned.some(each => used.has(each))) {
      steps.push({ columns: [column], owned: [JSON.stringify(own)] })
    } else {
      step.columns.push(column)
      step.owned.push(JSON.stringify(own))
    }
  }
  return steps.map(({ columns }, index) => ({ name: index === 0 ? name : `${name}_${index + 1}`, about: '', columns }))
}

/** Weighed over the known scores, in whole numbers, rounded half up; see `engine/total.ts`. */
function total({ scores, total: weights }: BoundPlan, names: Names, dialect: Dialect): Sql {
  const nothing = `CAST(NULL AS ${dialect.types.whole})`
  const known = scores.filter(score => score.known)
  const pointsOf = (name: string) => names.scores.get(name) ?? '0'
  if (known.length === 0) return nothing
  if (weights === undefined) return sum(known.map(({ name }) => pointsOf(name)))
  const weightOf = (name: string) => weights.find(({ score }) => score === name)?.weight ?? 0
  const all = scores.reduce((added, { name }) => added + weightOf(name), 0)
  const ofKnown = known.reduce((added, { name }) => added + weightOf(name), 0)
  if (ofKnown === 0) return nothing
  const shared = greatestCommonDivisor(all, ofKnown)
  const divisor = WEIGHT_UNIT * (ofKnown / shared)
  const largest = known.reduce((added, score) => added + weightOf(score.name) * largestScore(score), 0)
  if (2 * largest * (all / shared) + divisor > Number.MAX_SAFE_INTEGER) {
    // Scores without a bound can be more than the database's whole numbers hold; in decimals they are those of the reference.
    const decimals = known.map(({ name }) => `${weightOf(name)} * CAST(${pointsOf(name)} AS ${dialect.types.decimal})`)
    return dialect.wholeFloor(`(${2 * (all / shared)} * (${sum(decimals)}) + ${divisor}) / ${2 * divisor}`)
  }
  const terms = known.map(({ name }) => `${2 * weightOf(name) * (all / shared)} * ${pointsOf(name)}`)
  return dialect.floorDivided(`${sum(terms)} + ${divisor}`, String(2 * divisor))
}

/** The highest bound that is reached; NULL below all of them, and for a score that is not known. */
function chance({ of, bands }: ChanceBands, names: Names, { types }: Dialect): Sql {
  const score = of === undefined ? NAMES.total : names.scores.get(of)
  if (score === undefined) return `CAST(NULL AS ${types.whole})`
  return firstOf(
    bands.map(({ from, percent }) => ({ when: `${score} >= ${from}`, give: String(percent) })),
    `CAST(NULL AS ${types.whole})`,
  )
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function grade({ grade: sides, scores }: BoundPlan, names: Names, { text, types }: Dialect): Sql {
  if (sides === undefined) return `CAST(NULL AS ${types.text})`
  return sides
    .map(({ score, bands }) => {
      const isKnown = scores.some(({ name, known }) => name === score && known)
      return isKnown ? band(names.scores.get(score) ?? '0', bands, text) : text(UNKNOWN_SIDE)
    })
    .join(' || ')
}

/** Every grade that a lead can have. */
export function gradesOf({ grade: sides = [], scores }: BoundPlan): string[] {
  const labelsOf = ({ score, bands }: GradeSide) =>
    scores.some(({ name, known }) => name === score && known)
      ? [...bands.map(({ label }) => label), UNKNOWN_SIDE]
      : [UNKNOWN_SIDE]
  return sides.reduce((grades, side) => grades.flatMap(grade => labelsOf(side).map(label => grade + label)), [''])
}

/** The highest threshold reached; below all of them the last one. */
function band(points: Sql, bands: GradeSide['bands'], text: Dialect['text']): Sql {
  const rows = bands.slice(0, -1).map(({ label, from }) => ({ when: `${points} >= ${from}`, give: text(label) }))
  return firstOf(rows, text(bands.at(-1)?.label ?? UNKNOWN_SIDE))
}
