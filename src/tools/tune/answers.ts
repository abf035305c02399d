import type { Row } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { createGrowing, createGrowingIntegers } from '../../learn/columns/growing.ts'
import type { PointRange } from '../../learn/writing/settled-card.ts'
import { judgeByDay } from '../backtest/judge-by-day.ts'
import { createSide, type SidesRequest, type Surroundings } from '../diff/side.ts'
import { type Asked, askedPlan } from './asked-plan.ts'

/** What the engine says of the leads. */
export interface Answers {
  /** The sum of the points of kept rules, by lead. */
  readonly totals: Float64Array
  /** By score. */
  readonly ranges: ReadonlyMap<string, PointRange>
  /** By gate: 1 where its condition holds. */
  readonly open: readonly Uint8Array[]
  /** By test of events: 1 where it holds. */
  readonly events: readonly Uint8Array[]
}

export interface AnswerReader {
  add(rows: readonly Row[], days: readonly (number | undefined)[]): Promise<void>
  finish(): Answers
}

/** Asks the engine of every lead. The columns of the outcome are empty, as they were on the first day. */
export function readAnswers(
  asked: Asked,
  locale: Plan['locale'],
  opened: OpenedInput,
  request: SidesRequest,
  around: Surroundings,
  said: ReadonlySet<number>,
): AnswerReader {
  const side = createSide(opened, askedPlan(asked, locale), request, around, bound => bound)
  const judge = judgeByDay(side.binding.bound)
  const totals = createGrowing()
  const names = (asked.standing?.plan.scores ?? []).map(({ name }) => name)
  const ranges = new Map(names.map(name => [name, { low: 0, high: 0 }]))
  const questions = [...(asked.standing?.gates ?? []), ...asked.events].map(() => createGrowingIntegers())
  const gates = asked.standing?.gates.length ?? 0
  return {
    async add(rows, days) {
      const bare = rows.map(row => ({
        ...row,
        cells: row.cells.map((cell, position) => (said.has(position) ? '' : cell)),
      }))
      for (const [index, lead] of (await side.read(bare)).entries()) {
        if (lead === undefined) throw new Error('a plan without duplicates leaves no lead out')
        const { scores, points } = judge(lead, days[index] ?? request.asOf)
        let total = 0
        for (const [place, name] of names.entries()) {
          const score = scores[place] ?? 0
          const range = ranges.get(name)
          if (range !== undefined) {
            range.low = Math.min(range.low, score)
            range.high = Math.max(range.high, score)
          }
          total += score
        }
        totals.push(total)
        // The questions are the last rules of all.
        for (const [at, values] of questions.entries()) values.push(points[points.length - questions.length + at] ?? 0)
      }
    },
    finish() {
      side.close()
      const answers = questions.map(values => Uint8Array.from(values.values()))
      return {
        totals: totals.values(),
        ranges: new Map([...ranges].filter(([, { low, high }]) => low !== 0 || high !== 0)),
        open: answers.slice(0, gates),
        events: answers.slice(gates),
      }
    },
  }
}
