import type { Place } from '../../../base/place.ts'
import { BEFORE, isBefore } from '../../../ir/plan/before.ts'
import { fieldsOf, leavesOf } from '../../../ir/plan/expr.ts'
import type { LeadEventCells, LeadTest, NamedCell } from '../../../ir/plan/lead-test.ts'
import type { EventEarning, Plan, Rule } from '../../../ir/plan/plan.ts'
import { eventFieldsOf, fieldsOfRule } from '../../../ir/plan/plan-fields.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import { boundariesOf } from '../../../lint/judging/boundaries.ts'
import { rulesOf } from '../actual.ts'
import { accountDrawer } from './accounts.ts'

/** Leads that may show a difference, simplest first. What is expected of them is found out by judging them. */
export interface Pool {
  /** Leads with what one rule reads. */
  ofRule(rule: Rule): LeadTest[]
  /** Leads of all kinds. */
  readonly mixed: readonly LeadTest[]
  /** A lead as it is, and as one that was in each of the stages that the rulebook asks about. */
  readonly inMemory: (lead: LeadTest) => LeadTest[]
  /** Leads with one event, on many days. */
  readonly active: readonly LeadTest[]
  /** Of rulebooks that ask about accounts, half of the leads are given figures of one. */
  readonly inAccount: (lead: LeadTest) => LeadTest
  /** Numbers from 0 to 1, the same ones every time. */
  readonly random: () => number
}

const MIXED = 4_000
const TRIES = 60
/** Ages of events, in days. */
const AGES = [0, 1, 2, 7, 14, 15, 30, 60, 90, 119, 121, 123, 150, 200, 240, 300, 320, 360]

export function createPool(plan: Plan, asOf: number): Pool {
  const values = boundariesOf(plan, asOf)
  const random = generator(7)
  const test = leadMaker(asOf)
  const fields = [...values.keys()]
  const before = fields.filter(isBefore)
  const drawAccount = accountDrawer(plan, random)
  const inAccount = (lead: LeadTest) =>
    drawAccount === undefined || random() < 0.5 ? lead : { ...lead, account: drawAccount() }
  const excluding = new Set(plan.exclude.flatMap(({ when }) => fieldsOf(when)))
  const scoring = new Set(plan.scores.flatMap(score => rulesOf({ scores: [score] }).flatMap(fieldsOfRule)))
  /** Fields that only exclude are mostly omitted, as excluded leads show nothing else. */
  const chanceOf = (field: string, chance: number) => (excluding.has(field) && !scoring.has(field) ? 0.01 : chance)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

  const draw = (names: readonly string[], chance: number): NamedCell[] =>
    names.flatMap(name => {
      const text = random() < chanceOf(name, chance) ? pick(values.get(name) ?? []) : undefined
      return text === undefined ? [] : [cell(name, text)]
    })
  const singles = (names: readonly string[]) =>
    names.flatMap(name => (values.get(name) ?? []).map(text => test([cell(name, text)])))

  const gatesOf = (rule: Rule) =>
    plan.scores.flatMap(score =>
      score.groups
        .filter(({ rules }) => rules.includes(rule))
        .flatMap(group => [...fieldsOf(score.when), ...fieldsOf(group.when)]),
    )

  return {
    random,
    ofRule(rule) {
      const names = [...new Set([...fieldsOfRule(rule), ...gatesOf(rule)])]
      const drawn = Array.from({ length: TRIES * names.length }, () => test(draw(names, 0.7)))
      const units = unitsOf(rule).map(text => test([cell(...text)]))
      const leads = [test([]), ...singles(names), ...units, ...drawn].sort((a, b) => a.lead.length - b.lead.length)
      const { earns } = rule
      if (earns.kind !== 'events') return leads
      return [test([]), ...singles(names)].flatMap(lead =>
        eventsFor(earns, rule, asOf).map(events => ({ ...lead, events })),
      )
    },
    mixed: [
      test([]),
      ...singles(fields),
      ...Array.from({ length: MIXED }, () => inAccount(test(draw(fields, 0.05 + random() * 0.6)))),
    ],
    inAccount,
    inMemory(lead) {
      const others = before.filter(name => name !== BEFORE.stage)
      const known = (values.get(BEFORE.stage) ?? []).map(stage => [cell(BEFORE.stage, stage), ...draw(others, 0.5)])
      return [lead, ...known.map(cells => ({ ...lead, lead: [...lead.lead, ...cells] }))]
    },
    active: rulesOf(plan).flatMap(({ earns }) => {
      if (earns.kind !== 'events') return []
      return AGES.flatMap(age => {
        const event = eventOf(earns, asOf - age)
        return [
          { ...test([]), events: [event] },
          { ...test(draw(fields, 0.2)), events: [event, event] },
        ]
      })
    }),
  }
}

/** Numbers of units with different points, as cells of the field that is counted. */
function unitsOf({ earns, max }: Rule): (readonly [name: string, text: string])[] {
  if (earns.kind !== 'per' || earns.points === 0) return []
  const units = Math.min(MAX_UNITS, max === undefined ? MAX_UNITS : Math.ceil(max / Math.abs(earns.points)) + 1)
  return Array.from({ length: units }, (_, index) => [earns.field, String((index + 1) * earns.every)])
}

/** A rule can pay for more units than this; leads with more of them are not needed to come near a threshold. */
const MAX_UNITS = 100

const NOWHERE: Place = { file: '', line: 1, col: 1 }

function cell(name: string, text: string): NamedCell {
  return { name, text, place: NOWHERE }
}

function leadMaker(asOf: number): (lead: readonly NamedCell[]) => LeadTest {
  return cells => {
    // A lead that was there before was in some stage.
    const lead = cells.some(({ name }) => name === BEFORE.stage) ? cells : cells.filter(({ name }) => !isBefore(name))
    return { name: '', place: NOWHERE, asOf, lead, columns: 'all', expect: [] }
  }
}

/** Lists of events that an event rule distinguishes: one, several, none that matches, and around its time limits. */
function eventsFor(earns: EventEarning, { within }: Rule, asOf: number): LeadEventCells[][] {
  const spans = (earns.last ?? []).flatMap(test => ('days' in test ? [test.days - 1, test.days, test.days + 1] : []))
  const ages = [0, ...(within === undefined ? [] : [within - 1, within, within + 1]), ...spans].filter(age => age >= 0)
  const most = Math.max(1, ...(earns.count ?? []).flatMap(test => ('value' in test ? [Number(test.value)] : [])))
  const many = Array.from({ length: most + 1 }, (_, age) => eventOf(earns, asOf - age))
  const other: LeadEventCells = {
    place: NOWHERE,
    cells: eventOf(earns, asOf).cells.map(each =>
      each.name === 'event' || each.name === 'time' ? each : cell(each.name, 'something else'),
    ),
  }
  return [...ages.map(age => [eventOf(earns, asOf - age)]), [other], many, many.slice(0, -1)]
}

/** An event that a rule matches, if values for its comparisons can be found. */
function eventOf(earns: EventEarning, day: number): LeadEventCells {
  const values = earns.where === undefined ? new Map<string, string>() : wantedValues(earns.where)
  const paid = earns.pays.kind === 'table' ? [[earns.pays.field, String(earns.pays.rows[0]?.value ?? '')] as const] : []
  const cells = [
    cell('event', earns.names[0] ?? 'page_view'),
    cell('time', printDay(day)),
    ...[...values, ...paid].map(([name, text]) => cell(name, text)),
  ]
  const named = new Set(cells.map(({ name }) => name))
  const rest = eventFieldsOf(earns).filter(name => !named.has(name))
  return { cells: [...cells, ...[...new Set(rest)].map(name => cell(name, 'a'))], place: NOWHERE }
}

function wantedValues(where: NonNullable<EventEarning['where']>): Map<string, string> {
  const found = new Map<string, string>()
  for (const leaf of leavesOf(where)) {
    if (leaf.kind !== 'test' || leaf.subject.kind !== 'field' || !('values' in leaf.test)) continue
    found.set(leaf.subject.name, String(leaf.test.values[0] ?? ''))
  }
  return found
}

/** A stream of numbers from 0 to 1 that is the same on every machine (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
