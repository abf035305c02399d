import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../src/base/refusal.ts'
import { workOut } from '../src/engine/working.ts'
import type { BoundPlan } from '../src/ir/plan/bound-plan.ts'
import { score } from '../src/tools/score/score-inputs.ts'
import type { ScoreRequest } from '../src/tools/score/score-request.ts'
import { csvOf, HEADINGS, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF, bindTo, compile, planOf } from './support/plans.ts'

const RUNS = runs(200)

const REQUEST: ScoreRequest = {
  inputs: ['leads.csv'],
  events: [],
  asOf: AS_OF,
  split: false,
  prefix: 'leadq_',
  sort: false,
  dryRun: false,
  escapeFormulas: false,
}

function scoreIn(files: Map<string, string | Uint8Array>, rules: object, request: Partial<ScoreRequest> = {}) {
  const book = { plan: planOf(rules), diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  return score(book, { ...REQUEST, ...request }, memoryHost(files), '0')
}

describe('of any rulebook and any leads', () => {
  it('the ledger adds up to the sum of the scores', () => {
    fc.assert(
      fc.property(rulebook, leads, (rules, rows) => {
        const { coerce, judge } = bindTo(planOf(rules), HEADINGS, rows)
        for (const row of rows) {
          const { ledger, scores } = judge(coerce(row))
          expect(sum(ledger.map(({ points }) => points))).toBe(sum(scores.map(points => points ?? 0)))
        }
      }),
      RUNS,
    )
  })

  it('the waterfall adds up too: rules to groups, groups to scores', () => {
    fc.assert(
      fc.property(rulebook, leads, (rules, rows) => {
        const { bound, coerce, judge } = bindTo(planOf(rules), HEADINGS, rows)
        for (const row of rows) {
          const lead = coerce(row)
          const verdict = judge(lead)
          const { scores } = workOut(bound, AS_OF, lead, verdict)
          for (const [index, working] of scores.entries()) {
            const {
              start,
              groups,
              open,
              sum: total,
              points,
              score: { known },
            } = working
            expect(total).toBe(start + sum(groups.map(group => group.points)))
            for (const group of groups) {
              const earned = group.rules.map(({ earned: { points: each } }) => (open && group.open ? each : 0))
              expect(group.sum).toBe(sum(earned))
            }
            if (known) expect(points).toBe(verdict.scores[index])
          }
        }
      }),
      RUNS,
    )
  })

  it('no cap is exceeded and no floor undercut', () => {
    fc.assert(
      fc.property(rulebook, leads, (rules, rows) => {
        const { bound, coerce, judge } = bindTo(planOf(rules), HEADINGS, rows)
        for (const row of rows) {
          for (const [index, points] of judge(coerce(row)).scores.entries()) {
            const { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY } = bound.scores[index] ?? {}
            if (points === undefined) continue
            expect(points).toBeLessThanOrEqual(max)
            expect(points).toBeGreaterThanOrEqual(min)
          }
        }
      }),
      RUNS,
    )
  })

  it('without a rule that only gives, no score is higher', () => {
    fc.assert(
      fc.property(rulebook, leads, fc.nat(), (rules, rows, choice) => {
        const { bound, coerce, judge } = bindTo(planOf(rules), HEADINGS, rows)
        const all = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
        const removed = all[choice % all.length]?.id ?? ''
        const index = all.findIndex(({ id }) => id === removed)
        const without = compile(withoutRule(bound, removed))
        for (const row of rows) {
          const before = judge(coerce(row))
          if ((before.points[index] ?? 0) < 0) continue
          const after = without.judge(without.coerce(row))
          for (const [slot, points] of after.scores.entries()) {
            expect(points ?? 0).toBeLessThanOrEqual(before.scores[slot] ?? 0)
          }
        }
      }),
      RUNS,
    )
  })

  it('a bound plan is plain JSON: a copy of its text gives the same verdicts', () => {
    fc.assert(
      fc.property(rulebook, leads, (rules, rows) => {
        const { bound, coerce, judge } = bindTo(planOf(rules), HEADINGS, rows)
        const copy = compile(JSON.parse(JSON.stringify(bound)))
        for (const row of rows) expect(copy.judge(copy.coerce(row))).toEqual(judge(coerce(row)))
      }),
      RUNS,
    )
  })

  it('the columns of the input come out as they went in, and a second run gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const files = new Map<string, string | Uint8Array>([['leads.csv', csvOf(rows)]])
        await scoreIn(files, rules)
        const first = String(files.get('leads.scored.csv'))
        const written: string[][] = parse(first, { record_delimiter: ['\n'] })
        expect(written.map(cells => cells.slice(0, HEADINGS.length))).toEqual([HEADINGS, ...rows])
        await scoreIn(files, rules)
        expect(files.get('leads.scored.csv')).toBe(first)
      }),
      runs(60),
    )
  })

  it('sorting gives the same leads, best first', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const files = new Map<string, string | Uint8Array>([['leads.csv', csvOf(rows)]])
        await scoreIn(files, rules, { format: 'ndjson' })
        await scoreIn(files, rules, { format: 'ndjson', sort: true, out: 'sorted.ndjson' })
        const lines = (name: string) => String(files.get(name)).trimEnd().split('\n')
        const totals = lines('sorted.ndjson').map(line => Number(JSON.parse(line).leadq.score))
        expect([...lines('sorted.ndjson')].sort()).toEqual([...lines('leads.scored.ndjson')].sort())
        expect(totals).toEqual([...totals].sort((a, b) => b - a))
      }),
      runs(60),
    )
  })
})

describe('of any bytes', () => {
  const RULES = { leadq: 1, scores: { fit: { rules: [{ id: 'r', when: { email: { known: true } }, points: 1 }] } } }
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('a', 'email', ',', ';', '"', '""', '\n', '\r\n', '\r', ' ', '1', 'ä', '{', '}', '[', ']', ':'),
        { maxLength: 80 },
      )
      .map(parts => Buffer.from(parts.join(''))),
  )

  it('every record is scored, rejected or left out, or the data is refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async content => {
        const files = new Map<string, string | Uint8Array>([['leads.csv', content]])
        try {
          const { counts } = await scoreIn(files, RULES)
          expect(counts.read).toBe(counts.scored + counts.rejected + counts.duplicate + counts.left_out)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.diagnostic.message).not.toBe('')
          expect(files.has('leads.scored.csv')).toBe(false)
        }
      }),
      runs(400),
    )
  })
})

function withoutRule(bound: BoundPlan, id: string): BoundPlan {
  const scores = bound.scores.map(score => ({
    ...score,
    groups: score.groups.map(group => ({ ...group, rules: group.rules.filter(rule => rule.id !== id) })),
  }))
  return { ...bound, scores }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
