import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../src/lint/judging/examination.ts'
import { createJudging, type Judged } from '../src/lint/judging/judged.ts'
import type { Observation } from '../src/lint/judging/observation.ts'
import { observe } from '../src/lint/lint.ts'
import { condition, HEADINGS, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { AS_OF, bindTo, planOf } from './support/plans.ts'

/** Lint proves its findings: no lead contradicts one, and its examples show them. */

/** Codes that can occur without declared fields and lists, and with the few texts and patterns that are drawn. */
const PROVED = [
  'lint/always-met',
  'lint/always-true',
  'lint/boundary-gap',
  'lint/cancel',
  'lint/clock',
  'lint/constant-max',
  'lint/contradiction',
  'lint/duplicate-rule',
  'lint/exact-number',
  'lint/gap',
  'lint/idle-max',
  'lint/implied',
  'lint/not-of-empty',
  'lint/shadowed',
  'lint/single-rule',
  'lint/unreachable',
  'lint/unused-tag',
]

const RUNS = runs(400)

const SUBJECTS = ['score.fit', 'score.engagement', 'score.total', 'criteria.met', 'employees', 'page_views']
const threshold = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    operator: fc.constantFrom('at_least', 'at_most', 'above', 'below'),
    value: fc.constantFrom(-10, 0, 1, 10, 40, 50, 100, 200),
  })
  .map(({ subject, operator, value }) => ({ [subject]: { [operator]: value } }))
const thresholds = fc.oneof(
  threshold,
  fc.array(threshold, { minLength: 1, maxLength: 3 }).map(all => ({ all })),
  fc.array(threshold, { minLength: 1, maxLength: 2 }).map(any => ({ any })),
)
const rows = fc.array(fc.oneof(thresholds, condition), { minLength: 1, maxLength: 4 })
const counter = fc.record({ when: condition, points: fc.constantFrom(5, 60), max: fc.constantFrom(undefined, 3, 90) })

/** Random rulebooks with more frequent mistakes: rows of thresholds, the same rule twice, any `max`. */
const prone = fc
  .tuple(rulebook, rows, rows, rows, counter, fc.boolean())
  .map(([drawn, stages, labels, tags, twice, isDouble]) => ({
    ...drawn,
    scores: {
      ...drawn.scores,
      fit: {
        ...drawn.scores.fit,
        groups: {
          ...drawn.scores.fit.groups,
          twice: {
            rules: [
              { id: 'one', ...twice },
              {
                id: 'two',
                ...twice,
                points: isDouble ? twice.points : -twice.points,
                max: isDouble ? twice.max : undefined,
              },
            ],
          },
        },
      },
    },
    stages: [...stages.map((when, index) => ({ stage: `S${index}`, when })), { stage: 'rest' }],
    segments: { label: Object.fromEntries(labels.map((when, index) => [`l${index}`, when])) },
    tags: Object.fromEntries(tags.map((when, index) => [`t${index}`, { not: when }])),
    next: [{ do: 'wait' }],
  }))

/** Which columns an input has. */
const columns = fc.subarray([...HEADINGS.keys()], { minLength: 1 })

describe('of any rulebook', () => {
  it('the rulebooks that are drawn have every finding that can be proved', () => {
    const found = fc
      .sample(prone, { numRuns: 300, seed: 7 })
      .flatMap(rules => observe(examine(planOf(rules), AS_OF)).map(({ code }) => code))
      .filter(code => code !== 'lint/undecided')
    expect([...new Set(found)].sort()).toEqual(PROVED)
  })

  it('no lead of any input contradicts a finding', () => {
    fc.assert(
      fc.property(prone, leads, columns, (rules, rows, kept) => {
        const plan = planOf(rules)
        const observations = observe(examine(plan, AS_OF))
        const only = (cells: readonly string[]) => kept.map(column => cells[column] ?? '')
        const { bound, coerce } = bindTo(plan, only(HEADINGS), rows.map(only))
        const judged = createJudging(bound, AS_OF)
        for (const row of rows) {
          const seen = judged(coerce(only(row)))
          expect(contradicted(observations, seen)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('what is shown on a witness can be seen on it', () => {
    fc.assert(
      fc.property(prone, rules => {
        const examination = examine(planOf(rules), AS_OF)
        for (const { message, sight, claim } of observe(examination)) {
          const seen = sight?.leads.map(examination.judged).find(sight.isSeen)
          if (seen !== undefined && claim !== undefined) expect([message, claim(seen)]).toEqual([message, true])
        }
      }),
      RUNS,
    )
  })

  it('no lead has more points than the highest that is named', () => {
    fc.assert(
      fc.property(prone, leads, (rules, rows) => {
        const plan = planOf(rules)
        const { highest } = examine(plan, AS_OF)
        const { coerce, judge, bound } = bindTo(plan, HEADINGS, rows)
        for (const row of rows) {
          for (const [index, points] of judge(coerce(row)).scores.entries()) {
            const most = highest.get(bound.scores[index]?.name ?? '')?.points
            expect(points ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(most ?? Number.NEGATIVE_INFINITY)
          }
        }
      }),
      RUNS,
    )
  })
})

function contradicted(observations: readonly Observation[], seen: Judged): string[] {
  return observations.flatMap(({ claim, message }) => (claim === undefined || claim(seen) ? [] : [message]))
}
