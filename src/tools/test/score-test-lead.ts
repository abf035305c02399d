import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import { type Lead, NOTHING } from '../../engine/lead.ts'
import { isBefore, MEMORY_FIELDS } from '../../ir/plan/before.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { LeadTest, NamedCell } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { memoryFieldsOf } from '../../ir/plan/plan-fields.ts'
import type { Account } from '../../ir/results/account.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { bindColumns } from './test-binding.ts'
import { readTestEvents } from './test-events.ts'

/** A test whose lead was judged. */
export interface JudgedTest {
  readonly test: LeadTest
  readonly bound: BoundPlan
  readonly lead: Lead
  readonly verdict: Verdict
  /** Values that cannot be read as the type of their field. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes the function that judges the leads of tests; what tests have in common is prepared once. */
export function testJudge(plan: Plan): (test: LeadTest) => JudgedTest {
  const settings = new Map<string, Setting>()
  const settingOf = (columns: readonly string[], events: BoundPlan['events'], asOf: number) => {
    const key = JSON.stringify([asOf, columns, events?.replaced])
    const known = settings.get(key) ?? setUp(plan, columns, events, asOf)
    settings.set(key, known)
    return known
  }
  const all = [...fieldsToBind(plan), ...memoryFieldsOf(plan)]
  return test => {
    const columns = columnsOf(test, all)
    const without = settingOf(columns, undefined, test.asOf)
    const found = test.events && readTestEvents(plan, without.bound, test.events, test.asOf)
    const { bound, read, judge } = found === undefined ? without : settingOf(columns, found.bound, test.asOf)
    const lead = read(test.lead)
    const full = {
      ...lead,
      ...(found && { events: found.events }),
      ...(test.account && { account: { ...NO_ACCOUNT, ...test.account } }),
    }
    const diagnostics = [...invalidCells(test.lead, lead, bound.fields), ...(found?.diagnostics ?? [])]
    return { test, bound, lead: full, verdict: judge(full), diagnostics }
  }
}

/** The columns of a test's file; what its lead was before is told whole or not at all. */
function columnsOf({ lead, columns }: LeadTest, all: readonly string[]): string[] {
  const named = lead.map(({ name }) => name)
  const before = named.some(isBefore) ? [...MEMORY_FIELDS, ...named.filter(isBefore)] : []
  return [...new Set([...(columns === 'all' ? all : named), ...before])]
}

/** Account figures that a test omits are unknown; the number of leads is at least one. */
const NO_ACCOUNT: Account = {
  name: '',
  leads: 1,
  best: undefined,
  sum: undefined,
  engaged: undefined,
  contacts_known: 0,
}

interface Setting {
  readonly bound: BoundPlan
  readonly read: (cells: readonly NamedCell[]) => Lead
  readonly judge: (lead: Lead) => Verdict
}

function setUp(plan: Plan, columns: readonly string[], events: BoundPlan['events'], asOf: number): Setting {
  const bound = bindColumns(plan, columns, events)
  const coerce = compileCoercion(bound)
  const positions = new Map(columns.map((name, position) => [name, position]))
  const read = (cells: readonly NamedCell[]): Lead => {
    const row = columns.map(() => '')
    for (const { name, text } of cells) {
      const position = positions.get(name)
      if (position !== undefined) row[position] = text
    }
    const lead = coerce(row)
    const named = new Set(cells.map(({ name }) => name))
    // A field that a test omits is missing, which differs from an empty cell.
    return {
      ...lead,
      readings: lead.readings.map((reading, slot) => (named.has(bound.fields[slot]?.name ?? '') ? reading : NOTHING)),
    }
  }
  return { bound, read, judge: compileJudge(bound, asOf) }
}

const EXPECTED: Readonly<Record<BoundField['type'], string>> = {
  text: 'a text',
  number: 'a number',
  date: 'a date such as `2026-01-31`',
  boolean: '`true` or `false`',
  list: 'a list',
}

function invalidCells(cells: readonly NamedCell[], { readings }: Lead, fields: readonly BoundField[]): Diagnostic[] {
  return cells.flatMap(({ name, text, place }) => {
    const slot = fields.findIndex(field => field.name === name)
    const type = fields[slot]?.type
    if (type === undefined || readings[slot]?.state !== 'invalid') return []
    const hint = '`null` is an empty cell, and a value that cannot be read is judged as one'
    return [diagnose('test/value', `expected ${EXPECTED[type]} for \`${name}\`, found \`${text}\``, { place, hint })]
  })
}
