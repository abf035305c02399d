import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { EVENT_FIELDS, LAST_RESORT, LEAD_KEYS } from '../../ir/catalogue/event-fields.ts'
import type { EventSource } from '../../ir/catalogue/event-source.ts'
import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import { type BoundField, nullsOf } from '../../ir/plan/bound-field.ts'
import { fieldsOf } from '../../ir/plan/expr.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { BoundColumn } from '../../ir/results/summary.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import { fold } from '../../ir/values/fold.ts'
import { decideDates, decideNumbers } from './cells/cell-formats.ts'
import { expandCells, findJsonCells, type JsonMember } from './cells/json-cells.ts'
import { type Proofs, proofsOf } from './cells/proofs.ts'
import { signalsFor } from './event-signals.ts'
import { indexHeadings } from './match.ts'
import { recogniseEvents } from './recognise/recognise-events.ts'
import { refuseWithoutRequired } from './required.ts'
import type { Sample } from './sampled-columns.ts'

/** An event file bound to a plan. */
export interface EventBinding {
  readonly source: BoundEventSource
  readonly system: EventSource | undefined
  readonly columns: readonly BoundColumn[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Binds the columns of an event file. Refuses a file without a column for the lead, the time or the event. */
export function bindEvents(plan: Plan, sample: Sample): EventBinding {
  const json = findJsonCells(sample.headings, sample.rows)
  const headings = [...sample.headings, ...json.map(({ heading }) => heading)]
  const system = recogniseEvents(sample.headings)
  const columnsOf = indexEventHeadings(sample.headings, json)
  const signals = signalsFor(plan, system)
  const keys = leadColumns(plan, system, columnsOf)
  const matches = fieldsToMatch(plan, [...signals, { where: system?.unless }]).map(field =>
    matchField(field, system, columnsOf),
  )
  refuseOthers(sample, keys, matches)

  // Members of JSON cells that the plan reads are appended to the record's own cells.
  const width = sample.headings.length
  const used = [...new Set([...keys, ...matches.flatMap(({ columns }) => columns)])].filter(column => column >= width)
  const members = used.flatMap(column => json[column - width] ?? []).map(({ column, key }) => ({ column, key }))
  const place = (columns: readonly number[]) =>
    columns.map(column => (column < width ? column : width + used.indexOf(column)))
  const rows = sample.rows.map(expandCells(members))
  const proofs = proofsOf(sample, plan.locale.nulls)
  const fields = matches.map(match => bindField(match.field, place(match.columns), plan, { ...sample, rows }, proofs))
  refuseWithoutRequired(
    fields.map(({ field }) => field),
    sample,
  )
  return {
    source: {
      name: sample.name,
      members,
      keys: place(keys),
      fields: fields.map(({ field }) => field),
      signals,
      ...(system?.affix !== undefined && { affix: system.affix }),
      ...(system?.unless && { unless: system.unless }),
    },
    system,
    columns: [
      { field: 'lead', columns: named(keys, headings), by: by(system?.columns.lead), type: 'text' },
      ...matches.flatMap(match => boundColumn(match, headings)),
    ],
    diagnostics: fields.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Wrappers in which systems put the properties of an event. */
const WRAPPER = /^\$?(?:properties|attributes|event_params|user_properties|params?|data|fields|values)[._]/

type ColumnsOf = (heading: string) => readonly number[]

/** The positions of a heading, or else of the same inside of a wrapper, or of JSON in a cell. */
function indexEventHeadings(headings: readonly string[], json: readonly JsonMember[]): ColumnsOf {
  const outer = indexHeadings([...headings, ...json.map(({ heading }) => heading)])
  const inner = indexHeadings([...headings, ...json.map(({ key }) => key)].map(heading => heading.replace(WRAPPER, '')))
  return heading => {
    const exact = outer.named(heading)
    if (exact !== undefined) return [exact]
    const positions = outer.positions(heading)
    return positions.length > 0 ? positions : inner.positions(heading)
  }
}

/** The fields to read of every event: its name, its time, and the fields of rules and conditions. */
function fieldsToMatch(plan: Plan, conditions: Parameters<typeof conditionFields>[0]): Field[] {
  const declared = plan.events?.fields ?? {}
  const names = new Set(['event', 'time', ...Object.keys(declared), ...conditionFields(conditions)])
  names.delete('lead')
  return [...names].map(name => declared[name] ?? { name, type: typeOf(name), from: [], map: [] })
}

function conditionFields(conditions: readonly { readonly where?: BoundEventSource['unless'] | undefined }[]): string[] {
  return conditions.flatMap(({ where }) => fieldsOf(where))
}

function typeOf(name: string): Field['type'] {
  return isEventField(name) ? EVENT_FIELDS[name].type : 'text'
}

function isEventField(name: string): name is keyof typeof EVENT_FIELDS {
  return Object.hasOwn(EVENT_FIELDS, name)
}

interface EventMatch {
  readonly field: Field
  readonly columns: readonly number[]
  readonly by: BoundColumn['by']
}

/** The columns the rulebook names, else all columns of the system, else the best-known heading of any file. */
function matchField(field: Field, system: EventSource | undefined, columnsOf: ColumnsOf): EventMatch {
  if (field.from.length > 0)
    return { field, columns: field.from.flatMap(name => columnsOf(name)[0] ?? []), by: 'rulebook' }
  const ofSystem = (system?.columns[field.name] ?? []).flatMap(name => columnsOf(name)[0] ?? [])
  if (ofSystem.length > 0) return { field, columns: [...new Set(ofSystem)], by: 'system' }
  const known: readonly string[] = isEventField(field.name) ? EVENT_FIELDS[field.name].headings : []
  const best = [field.name, ...known].flatMap(columnsOf).slice(0, 1)
  const nameless = field.name === 'event' && best.length === 0 && system?.name !== undefined
  return { field: nameless ? { ...field, empty: system.name } : field, columns: best, by: 'heading' }
}

/** Every column that may hold the key of the lead: each is looked up, in this order. */
function leadColumns(plan: Plan, system: EventSource | undefined, columnsOf: ColumnsOf): number[] {
  const said = plan.events?.fields.lead?.from ?? []
  if (said.length > 0) return said.flatMap(name => columnsOf(name)[0] ?? [])
  const joined = (plan.events?.join ?? []).flatMap(name => [name, ...(plan.fields[name]?.from ?? [])])
  const first = (headings: readonly string[]) => [...new Set(headings.flatMap(heading => columnsOf(heading)[0] ?? []))]
  const ofSystem = first([...(system?.columns.lead ?? []), ...joined])
  if (ofSystem.length > 0 && system !== undefined) return ofSystem
  const known = first([...LEAD_KEYS, ...joined])
  return known.length > 0 ? known : first([LAST_RESORT])
}

/** The required fields of an event. */
const NEEDED = [
  { field: 'lead', what: 'the lead' },
  { field: 'event', what: 'what happened' },
  { field: 'time', what: 'the time' },
] as const

/** Columns that a hint lists. */
const MAX_LISTED = 12

function refuseOthers({ name, headings }: Sample, keys: readonly number[], matches: readonly EventMatch[]): void {
  const isThere = (field: string) =>
    matches.some(match => match.field.name === field && (match.columns.length > 0 || match.field.empty !== undefined))
  const lacking = NEEDED.filter(({ field }) => (field === 'lead' ? keys.length === 0 : !isThere(field)))
  const [first] = lacking
  if (first === undefined) return
  const said = lacking.map(({ field, what }) => `${what} (\`${field}\`)`).join(', nor ')
  const message = `${name} is not read as an event file: no column says ${said}`
  const columns = headings.slice(0, MAX_LISTED).join(', ') + (headings.length > MAX_LISTED ? ' ...' : '')
  const hint = `name its column in the rulebook: \`events: { fields: { ${first.field}: { from: COLUMN } } }\`; its columns: ${columns}`
  throw new Refusal(diagnose('event/columns', message, { hint }), 'data')
}

function bindField(
  field: Field,
  columns: readonly number[],
  plan: Plan,
  { rows, delimiter, name }: Sample,
  proofs: Proofs,
): { readonly field: BoundField; readonly diagnostics: readonly Diagnostic[] } {
  const nulls = nullsOf(field, plan.locale.nulls)
  const isSpelled = field.type === 'number' || field.type === 'date'
  const texts = isSpelled ? rows.flatMap(row => columns.map(column => cellText(row[column] ?? ''))) : []
  const cells = [...new Set(texts)].filter(text => text !== '' && !nulls.includes(fold(text)))
  const dates = decideDates(cells, plan.locale.dates, delimiter, undefined, proofs)
  const bound: BoundField = {
    ...field,
    columns,
    read: true,
    number: decideNumbers(cells, plan.locale.numbers, delimiter, proofs),
    date: dates.format,
    blankIsNo: false,
    nulls,
  }
  if (field.type !== 'date' || !dates.guessed) return { field: bound, diagnostics: [] }
  const order = dates.format.order === 'dmy' ? 'day' : 'month'
  const message = `${name}: its times are read ${order} first, their values do not show the order`
  const hint = 'set it in the rulebook: `locale: { dates: dmy }` or `mdy`'
  return { field: bound, diagnostics: [diagnose('bind/ambiguous-date', message, { hint })] }
}

function boundColumn({ field, columns, by }: EventMatch, headings: readonly string[]): BoundColumn[] {
  if (columns.length === 0) return []
  return [{ field: field.name, columns: named(columns, headings), by, type: field.type }]
}

function named(columns: readonly number[], headings: readonly string[]): string[] {
  return columns.map(column => headings[column] ?? '')
}

function by(ofSystem: readonly string[] | undefined): BoundColumn['by'] {
  return ofSystem === undefined ? 'heading' : 'system'
}
