import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../src/lint/examination.ts'
import { createJudging, type Judged } from '../src/lint/judged.ts'
import { observe } from '../src/lint/lint.ts'
import type { Observation } from '../src/lint/observation.ts'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { AS_OF, bindTo, planOf } from './support/plans.ts'

/** Lint proves what it says, so that no lead may contradict it; and its witnesses are leads that show it. */

const RUNS = { numRuns: 400 }

/** Which columns an input has. */
const columns = fc.subarray([...HEADINGS.keys()], { minLength: 1 })

describe('of any rulebook', () => {
  it('no lead of any input contradicts a finding', () => {
    fc.assert(
      fc.property(rulebook, leads, columns, (rules, rows, kept) => {
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
      fc.property(rulebook, rules => {
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
      fc.property(rulebook, leads, (rules, rows) => {
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
