import { BEFORE, isBefore, scoreBefore } from '../../../ir/plan/before.ts'
import type { NamedCell } from '../../../ir/plan/lead-test.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { schemaLine } from '../../../ir/schema-line.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import { type Inline, type InlineMap, type WrittenItem, writeYaml } from '../../../rulebook/index.ts'
import { inline, list, map, pairs } from '../../../rulebook/yaml/building.ts'
import { type ChosenLead, chooseLeads } from './choose.ts'
import { expectationOf, type WrittenExpectation } from './expected.ts'

/**
 * Generates tests that pin a rulebook's current behaviour: leads on both sides of every threshold. `rulebook`: its name
 * in the file.
 */
export function generateTests(plan: Plan, rulebook: string, asOf: number): string {
  const chosen = chooseLeads(plan, asOf)
  const names = new Set<string>()
  const tests = [...chosen].flatMap(([thing, leads]) => testsAbout(thing, leads, names))
  const root = map([
    { key: 'rulebook', value: inline(rulebook) },
    { key: 'as_of', value: inline(printDay(asOf)) },
    { key: 'tests', value: list(tests) },
  ])
  return writeYaml(root, { head: HEAD })
}

/** Stands above tests that leadq made. */
export const GENERATED = 'Made by `leadq test --generate`'

const HEAD = `${schemaLine('test')}

${GENERATED}: leads on both sides of what the rulebook asks for, with what it says of them.
Read whether that is what you mean; from then on nobody changes it by accident.`

/** Wider tables are hard to read. */
const MAX_COLUMNS = 4

interface Shown {
  readonly lead: readonly NamedCell[]
  readonly chosen: ChosenLead
  readonly expect: WrittenExpectation
}

/** Leads with few fields as one table, others one by one. */
function testsAbout(thing: string, leads: readonly ChosenLead[], names: Set<string>): WrittenItem[] {
  const shown = leads.flatMap(chosen =>
    [...chosen.expect.values()].map((of): Shown => {
      return { lead: chosen.judged.test.lead, chosen, expect: expectationOf(of, chosen.judged) }
    }),
  )
  const plain = shown.filter(({ chosen: { judged } }) => !judged.test.events && !judged.test.account)
  const fields = new Set(plain.flatMap(({ lead }) => lead.map(({ name }) => name)))
  const isTable = plain.length > 1 && fields.size > 0 && fields.size <= MAX_COLUMNS
  const others = isTable ? shown.filter(each => !plain.includes(each)) : shown
  return [
    ...(isTable ? [tableOf(unique(thing, names), [...fields], plain)] : []),
    ...others.map(each => singleOf(unique(`${thing} ${valueText(each.expect)}: ${describe(each)}`, names), each)),
  ]
}

function valueText({ key, value }: WrittenExpectation): string {
  if (key === 'tags' || key === 'excluded') return 'holds'
  return key === 'not_tags' ? 'does not hold' : String(value) || 'nothing'
}

/** Two tests of one name are told apart by a number. */
function unique(name: string, names: Set<string>): string {
  let found = name
  for (let count = 2; names.has(found); count += 1) found = `${name} (${count})`
  names.add(found)
  return found
}

/** A name for a lead: its few fields, else its scores. */
function describe({ lead, chosen: { judged } }: Shown): string {
  const { test, bound, verdict } = judged
  const events = (test.events ?? []).map(({ cells }) => cells.map(({ text }) => text).join(' '))
  const account = Object.entries(test.account ?? {}).map(([figure, value]) => `account.${figure} ${value}`)
  const known = lead.map(({ name, text }) => `${name} ${text === '' ? 'empty' : text}`)
  const parts = [...known, ...account, ...new Set(events)]
  if (parts.length === 0) return 'nothing known'
  if (parts.length <= MAX_PARTS) return parts.join(', ')
  return bound.scores.map(({ name }, index) => `${name} ${verdict.scores[index] ?? 'unknown'}`).join(', ')
}

/** Longer names are hard to read. */
const MAX_PARTS = 2

function tableOf(name: string, fields: readonly string[], rows: readonly Shown[]): WrittenItem {
  const expected = [...new Set(rows.map(({ expect }) => headingOf(expect)))]
  const cells = rows.map(({ lead, expect }) => [
    ...fields.map(field => cellText(lead.find(cell => cell.name === field)?.text)),
    ...expected.map(heading => (heading === headingOf(expect) ? cellText(String(expect.value)) : '')),
  ])
  const lines = [[...fields, ...expected], ...cells]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? []
  const text = lines.map(line => aligned(line, widths)).join('\n')
  return {
    value: map([
      { key: 'name', value: inline(name) },
      { key: 'table', value: { kind: 'lines', text: `${text}\n` } },
    ]),
  }
}

function headingOf({ key, name }: WrittenExpectation): string {
  return name === undefined ? `=${key}` : `=${key}.${name}`
}

function aligned(line: readonly string[], widths: readonly number[]): string {
  return line
    .map((cell, column) => (column === line.length - 1 ? cell : `${cell},`.padEnd((widths[column] ?? 0) + 2)))
    .join('')
    .trimEnd()
}

/** A blank cell would mean that the field is not there. */
function cellText(text: string | undefined): string {
  if (text === undefined) return ''
  return /[",]|^\s*$|^~$|^null$/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function singleOf(name: string, { lead, chosen, expect }: Shown): WrittenItem {
  const { events, account } = chosen.judged.test
  const own = lead.filter(cell => !isBefore(cell.name))
  const before = lead.filter(cell => isBefore(cell.name))
  const value = expect.name === undefined ? expect.value : pairs([expect.name, expect.value])
  return {
    value: map([
      { key: 'name', value: inline(name) },
      ...(own.length > 0 ? [{ key: 'lead', value: inline(cellsOf(own)) }] : []),
      ...(before.length > 0 ? [{ key: 'before', value: inline(beforeOf(before)) }] : []),
      ...(account === undefined ? [] : [{ key: 'account', value: inline(pairs(...Object.entries(account))) }]),
      ...(events === undefined ? [] : [{ key: 'events', value: inline(events.map(({ cells }) => cellsOf(cells))) }]),
      { key: 'expect', value: inline(pairs([expect.key, value])) },
    ]),
  }
}

function cellsOf(cells: readonly NamedCell[]): InlineMap {
  return pairs(...cells.map(({ name, text }) => [name, typed(text)] as const))
}

/** What a lead was before, as tests write it. */
function beforeOf(cells: readonly NamedCell[]): InlineMap {
  const textOf = (name: string) => cells.find(cell => cell.name === name)?.text
  const plain = [
    ['stage', textOf(BEFORE.stage)],
    ['since', textOf(BEFORE.since)],
    ['stage_before', textOf(BEFORE.stageBefore)],
    ['score', textOf(BEFORE.total)],
  ] as const
  const start = scoreBefore('')
  const scores = cells.filter(({ name }) => name.startsWith(start) && name !== BEFORE.total)
  return pairs(
    ...plain.flatMap(([key, text]) => (text === undefined ? [] : [[key, typed(text)] as const])),
    ...(scores.length === 0
      ? []
      : [
          [
            'scores',
            pairs(...scores.map(({ name, text }) => [name.slice(start.length), typed(text)] as const)),
          ] as const,
        ]),
  )
}

/** Numbers and yes or no as YAML writes them. */
function typed(text: string): Inline {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text
}
