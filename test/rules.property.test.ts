import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Plan, stagesOf } from '../src/ir/plan/plan.ts'
import { readRulebook } from '../src/rulebook/index.ts'
import { runs } from './support/draws.ts'
import { bindTo } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/**
 * The built-in rulebooks: knowing more of what a lead did takes it to a lower stage only from the rows for files that say
 * nothing about that.
 */

const RULEBOOKS = ['b2b', 'b2b-de', 'b2c', 'b2c-de', 'plg', 'plg-de']

const RUNS = runs(40)

/** The rows in which a fit below an A decides alone, because nothing else is known. */
const BY_FIT_ALONE: readonly (string | undefined)[] = ['fit-only', 'person-only']

/** Who a lead is, and what it told us. */
const WHO: Readonly<Record<string, readonly string[]>> = {
  'Job Title': ['', 'CEO', 'Head of Marketing', 'Marketing Manager', 'Developer', 'Clerk'],
  Seniority: ['', 'VP', 'senior'],
  Department: ['', 'IT', 'Legal'],
  Employees: ['', '3', '60', '300', '9000'],
  'Annual Revenue': ['', '200000', '30000000'],
  Industry: ['', 'Software', 'Logistics', 'Restaurant'],
  Country: ['', 'Germany', 'France', 'Brazil'],
  City: ['', 'Köln'],
  Email: ['', 'ann@acme.example', 'ann@gmx.de'],
  Phone: ['', '+49 30 1234567'],
  Budget: ['', '500', '20000'],
  Need: ['', 'fewer forms'],
  Source: ['', 'Referral', 'Trade Fair', 'Facebook'],
  Occupation: ['', 'Employee', 'Pensioner', 'Unemployed'],
  Age: ['', '19', '38', '67'],
  'Household Income': ['', '20000', '60000'],
  Timeline: ['', 'within 3 months', 'next year'],
  'Tracking Consent': ['', 'yes', 'no'],
}

/** What it did: nothing, little, or a lot. */
const DID: Readonly<Record<string, readonly string[]>> = {
  'Page Views': ['', '0', '3', '40'],
  Visits: ['', '0', '2', '12'],
  'Email Clicks': ['', '0', '1', '12'],
  'Email Replies': ['', '0', '2'],
  Downloads: ['', '0', '1'],
  'Form Submissions': ['', '0', '1'],
  Calls: ['', '0', '1'],
  'Time on Site': ['', '0', '900'],
  'Demo Requested': ['', 'no', 'yes'],
  'Quote Requested': ['', 'no'],
  Logins: ['', '0', '2', '40'],
  Activated: ['', 'no', 'yes'],
  'Last Activity Date': ['', '2025-06-01', '2026-03-01'],
}

const NOTHING_DONE = {
  'Page Views': '0',
  Visits: '0',
  'Email Clicks': '0',
  'Email Replies': '0',
  Downloads: '0',
  'Form Submissions': '0',
  Calls: '0',
  'Time on Site': '0',
  'Demo Requested': 'no',
  'Quote Requested': 'no',
  Logins: '0',
  Activated: 'no',
}

type Facts = Readonly<Record<string, string>>

function some(values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Facts> {
  const cells = Object.entries(values).map(([name, each]) =>
    fc.constantFrom(...each).map(cell => [name, cell] as const),
  )
  return fc.tuple(fc.tuple(...cells), fc.subarray(Object.keys(values))).map(([all, kept]) => {
    return Object.fromEntries(all.filter(([name]) => kept.includes(name)))
  })
}

function planOf(name: string): Plan {
  const read = (file: string) => ({ file, text: readFileSync(join(ROOT, 'rules', `${file}.yaml`), 'utf8') })
  const { plan } = readRulebook(read(name), { find: read })
  if (plan === undefined) throw new Error(`${name} cannot be read`)
  return plan
}

describe.each(RULEBOOKS)('%s', name => {
  const plan = planOf(name)
  const order = stagesOf(plan)

  function judged(facts: Facts): { readonly rank: number; readonly row: string | undefined } {
    const [headings, cells] = [
      ['Lead ID', ...Object.keys(facts)],
      ['L-1', ...Object.values(facts)],
    ]
    const { coerce, judge } = bindTo(plan, headings, [cells])
    const { stage, stageRow } = judge(coerce(cells))
    return { rank: order.indexOf(stage), row: plan.stages[stageRow]?.id }
  }

  it('nothing that is known of what a lead did takes it to a lower stage', () => {
    fc.assert(
      fc.property(some(WHO), some(DID), (who, did) => {
        const before = judged(who)
        fc.pre(!BY_FIT_ALONE.includes(before.row))
        expect(judged({ ...who, ...did }).rank).toBeLessThanOrEqual(before.rank)
      }),
      RUNS,
    )
  })

  it('an unknown engagement is not better than one of 0 points', () => {
    fc.assert(
      fc.property(some(WHO), ({ Timeline: _, ...who }) => {
        const before = judged(who)
        fc.pre(!BY_FIT_ALONE.includes(before.row))
        expect(judged({ ...who, ...NOTHING_DONE }).rank).toBeLessThanOrEqual(before.rank)
      }),
      RUNS,
    )
  })

  it('a column without a value takes nobody to a lower stage', () => {
    fc.assert(
      fc.property(some(WHO), some(DID), (who, did) => {
        const empty = Object.fromEntries([...Object.keys(WHO), ...Object.keys(DID)].map(column => [column, '']))
        expect(judged({ ...empty, ...who, ...did }).rank).toBeLessThanOrEqual(judged({ ...who, ...did }).rank)
      }),
      RUNS,
    )
  })
})
