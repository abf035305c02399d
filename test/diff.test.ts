import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_GATES } from '../src/ir/plan/gates.ts'
import type { Plan } from '../src/ir/plan/plan.ts'
import { REPORT_SCHEMAS } from '../src/report/schemas/schemas.ts'
import { likeBoth } from '../src/tools/diff/changes/alone.ts'
import { applyChange, comparePlans } from '../src/tools/diff/changes/changes.ts'
import { planOf as composed } from '../src/tools/diff/changes/parts.ts'
import { type DiffRequest, diff } from '../src/tools/diff/diff-rulebooks.ts'
import { schemaProblems } from './rulebook/validate.ts'
import { csvOf, HEADINGS, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF, bindTo, planOf } from './support/plans.ts'

const SCHEMA = REPORT_SCHEMAS['diff-report']

const REQUEST: DiffRequest = {
  data: 'leads.csv',
  events: [],
  asOf: AS_OF,
  today: AS_OF,
  prefix: 'leadq_',
  show: [],
  limit: 1_000,
  gates: NO_GATES,
}

function book(plan: Plan) {
  return { plan, diagnostics: [], summary: { name: 'test', source: 'rules.yaml', sha256: '' } }
}

function diffOf(base: Plan, head: Plan, data: string, request: Partial<DiffRequest> = {}) {
  const files = new Map<string, string | Uint8Array>([['leads.csv', data]])
  return diff(book(base), book(head), { ...REQUEST, ...request }, memoryHost(files), '0')
}

function stagesBy(plan: Plan, rows: readonly (readonly string[])[]): string[] {
  const { coerce, judge } = bindTo(plan, HEADINGS, rows)
  return rows.map(cells => judge(coerce(cells)).stage)
}

/** Two rulebooks that have much in common: each top-level part comes from one of two drawn ones. */
const pair = fc
  .tuple(rulebook, rulebook, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
  .map(([one, other, picks]) => {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    const mixed = Object.fromEntries(
      keys.flatMap((key, index) => {
        const value = (picks[index % picks.length] ? one : other)[key as keyof typeof one]
        return value === undefined ? [] : [[key, value]]
      }),
    )
    return [planOf(one), planOf(mixed)] as const
  })

describe('the parts of a rulebook', () => {
  it('put together again judge every lead alike', () => {
    fc.assert(
      fc.property(rulebook, leads, (drawn, rows) => {
        const plan = planOf(drawn)
        const { base } = comparePlans(plan, plan)
        const whole = composed(base, plan)
        const [own, again] = [plan, whole].map(each => bindTo(each, HEADINGS, rows))
        for (const cells of rows) expect(again?.judge(again.coerce(cells))).toEqual(own?.judge(own.coerce(cells)))
      }),
      runs(100),
    )
  })

  it('with one change applied alone differ in that change, and in nothing else', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const comparison = comparePlans(before, after)
        for (const change of comparison.changes) {
          const plan = composed(applyChange(comparison.base, change, comparison.head), likeBoth(before, after))
          const found = comparePlans(before, plan).changes
          expect(found.map(({ name, kind }) => `${kind} ${name}`)).toEqual([`${change.kind} ${change.name}`])
        }
      }),
      runs(100),
    )
  })

  it('with all changes applied one after the other are the other rulebook', () => {
    fc.assert(
      fc.property(pair, leads, ([before, after], rows) => {
        const { base, head, changes } = comparePlans(before, after)
        let parts = base
        for (const change of changes) parts = applyChange(parts, change, head)
        const turned = composed(parts, likeBoth(before, after))
        expect(stagesBy(turned, rows)).toEqual(stagesBy(after, rows))
        for (const change of [...changes].reverse()) parts = applyChange(parts, change, base)
        expect(stagesBy(composed(parts, likeBoth(after, before)), rows)).toEqual(stagesBy(before, rows))
      }),
      runs(100),
    )
  })
})

describe('the difference of two rulebooks', () => {
  it('counts every lead once, where each of them judges it to be', async () => {
    await fc.assert(
      fc.asyncProperty(pair, leads, async ([before, after], rows) => {
        const found = await diffOf(before, after, csvOf(rows))
        const [from, to] = [stagesBy(before, rows), stagesBy(after, rows)]
        const expected: Record<string, Record<string, number>> = {}
        for (const [index, stage] of from.entries()) {
          const row = expected[stage] ?? {}
          const other = to[index] ?? ''
          expected[stage] = { ...row, [other]: (row[other] ?? 0) + 1 }
        }
        expect(found.matrix).toEqual(expected)
        expect(schemaProblems(JSON.parse(JSON.stringify(found)), SCHEMA)).toEqual([])
        expect(found.moved.leads).toBe(from.filter((stage, index) => stage !== to[index]).length)
        expect(found.movers.map(({ lead }) => lead).sort()).toEqual(
          rows
            .filter((_, index) => from[index] !== to[index])
            .map(([id]) => id)
            .sort(),
        )
        for (const { because, together } of found.movers) expect(because.length > 0).toBe(together === undefined)
      }),
      runs(60),
    )
  })

  it('moves nobody if rules are only called differently', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (drawn, rows) => {
        const renamed = JSON.parse(JSON.stringify(drawn).replace(/"id":"([fe])-/g, '"id":"$1$1-'))
        const found = await diffOf(planOf(drawn), planOf(renamed), csvOf(rows))
        expect(found.moved.leads).toBe(0)
        expect(found.scores.changed).toBe(0)
      }),
      runs(30),
    )
  })

  it('is nothing between a rulebook and itself', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (drawn, rows) => {
        const found = await diffOf(planOf(drawn), planOf(drawn), csvOf(rows))
        expect(found.changes).toEqual([])
        expect(found.moved.leads).toBe(0)
        expect(found.scores.changed).toBe(0)
      }),
      runs(50),
    )
  })
})
