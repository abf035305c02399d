import type { Diagnostic } from '../../base/diagnostic.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { isBotTraffic } from '../../engine/events/bots.ts'
import { compileEventReader, createEventKinds } from '../../engine/events/event-reader.ts'
import type { Lead } from '../../engine/lead.ts'
import { bindPlan } from '../../io/bind/bind.ts'
import { expandCells } from '../../io/bind/cells/json-cells.ts'
import type { BoundEventSource, BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { distinctFieldsOf } from '../../ir/plan/event-rules.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { EventsSummary } from '../../ir/results/summary.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import type { Companies } from '../companies.ts'
import type { Host } from '../host.ts'
import { openLeads, type Reading } from '../open.ts'
import { rereading } from '../rereading.ts'
import { boundEvents, joinOf } from './bound-events.ts'
import { createEventCounter, type EventCounter } from './event-counts.ts'
import { createEventStore, type EventStore, type StoredEvent } from './event-store.ts'
import { createLeadIndex, isFrom, type LeadIndex } from './lead-index.ts'
import { openEvents } from './open-events.ts'

/** The events of the leads of a run, reduced to what rules read. */
export interface LeadEvents {
  /** What plans are bound to. */
  readonly bound: BoundEvents
  /** A reading of the leads, input by input from the first on: gives them their events. */
  pass(): LeadEventPass
  /** After a pass. */
  summary(pass: LeadEventPass): EventsSummary
  diagnostics(): Diagnostic[]
}

export interface LeadEventPass {
  /** How many leads have had events so far. */
  leads(): number
  /** Counts a lead without events that loses the points of a replaced counter. */
  addLosing(): void
  losing(): number
  /** For the leads of one input, which come in the order of the input. */
  giver(bound: BoundPlan): (leads: readonly Lead[]) => Promise<Lead[]>
}

export interface EventsRequest extends Reading {
  readonly inputs: readonly string[]
  /** Event files, `-` for stdin. */
  readonly events: readonly string[]
  readonly asOf: number
}

/**
 * Runs a job that reads leads, with their events if there are any. The keys of all leads are read first, then the
 * events,
 * of which only those are kept that belong to a lead and that some rule looks at.
 */
export async function withEvents<T>(
  plan: Plan,
  request: EventsRequest,
  host: Host,
  companies: Companies | undefined,
  job: (host: Host, events: LeadEvents | undefined) => Promise<T>,
): Promise<T> {
  if (request.events.length === 0) return job(host, undefined)
  const again = rereading(host)
  const stores: EventStore[] = []
  try {
    return await job(again.host, await readEvents({ plan, request, host: again.host, companies }, stores))
  } finally {
    for (const store of stores) await store.drop()
    await again.drop()
  }
}

interface Job {
  readonly plan: Plan
  readonly request: EventsRequest
  readonly host: Host
  readonly companies: Companies | undefined
}

async function readEvents(job: Job, stores: EventStore[]): Promise<LeadEvents> {
  const { plan, request, host } = job
  const join = joinOf(plan)
  const ignore = plan.events?.ignore ?? { ownDomains: [] }
  const index = createLeadIndex(join, ignore.ownDomains)
  const counts = createEventCounter(plan)
  for (const path of request.inputs) await takeKeys(path, job, index, counts)
  const store = createEventStore({
    host,
    numbers: index.size,
    marks: distinctFieldsOf(plan).length,
    isShared: index.isShared,
  })
  stores.push(store)
  const sources: BoundEventSource[] = []
  const into: Into = { plan, request, host, index, counts, store, kinds: createEventKinds(), ignore }
  for (const path of request.events) sources.push(await takeEvents(path, into))
  const bound = boundEvents(plan, sources, counts.replaced())
  const seen = new Set<number>()
  return {
    bound,
    pass: () => passOver(index, store, bound, counts, seen),
    summary: pass => counts.summary(pass.leads(), pass.losing()),
    diagnostics: counts.diagnostics,
  }
}

async function takeKeys(
  path: string,
  { plan, request, host, companies }: Job,
  index: LeadIndex,
  counts: EventCounter,
): Promise<void> {
  const beside = { companies, events: undefined }
  const { name, binding, batches, complete } = await openLeads(path, plan, request, host, beside)
  const join = new Set(joinOf(plan))
  const fields = binding.bound.fields.map(field => (join.has(field.name) ? field : { ...field, columns: [] }))
  const bound = { ...binding.bound, fields }
  if (fields.every(({ columns }) => columns.length === 0)) counts.withoutKeys(name, [...join])
  const coerce = compileCoercion(bound)
  const take = index.taker(bound)
  for await (const { rows } of batches) for (const { cells } of rows) take(coerce(complete(cells)))
}

interface Into {
  readonly plan: Plan
  readonly request: EventsRequest
  readonly host: Host
  readonly index: LeadIndex
  readonly counts: EventCounter
  readonly store: EventStore
  readonly kinds: ReturnType<typeof createEventKinds>
  readonly ignore: BoundEvents['ignore']
}

/** One event file from its bytes into the store. */
async function takeEvents(path: string, into: Into): Promise<BoundEventSource> {
  const { plan, host, counts, store } = into
  const { name, input, sample, binding } = await openEvents(path, plan, host)
  const take = taker(binding.source, into)
  counts.open(input, name, binding)
  for await (const { rows, rejects, leftOut } of sample.batches) {
    for (const { cells, line } of rows) take(cells, line)
    counts.batch(rejects, leftOut)
    await store.settle()
  }
  counts.close()
  return binding.source
}

/** Takes one record of an event file: finds its lead, reads its time and name, keeps the fields that rules read. */
function taker(source: BoundEventSource, into: Into): (cells: readonly string[], line: number) => void {
  const { plan, request, index, counts, store, kinds, ignore } = into
  const nothing = { name: '', headings: [], rows: [], delimiter: '' }
  const { bound } = bindPlan(plan, nothing, { events: boundEvents(plan, []) })
  const expand = expandCells(source.members)
  const reader = compileEventReader(bound, source, request.asOf, kinds)
  const nulls = new Set(source.fields[0]?.nulls ?? [])
  return (record, line) => {
    const cells = expand(record)
    const keys = keysOf(cells, source.keys, nulls)
    if (keys.length === 0) return counts.add('without_key', line)
    if (keys.some(key => isFrom(key, ignore.ownDomains))) return counts.add('ignored', line)
    const number = index.find(keys)
    if (number === undefined) return counts.unmatched(spelled(cells, source.keys, keys[0] ?? ''))
    const moment = reader.momentOf(cells)
    if (moment === undefined) return counts.add('without_time', line)
    if (moment.day > request.asOf) return counts.add('future', line)
    const read = reader.read(cells, moment)
    if (read === undefined) return counts.add('future', line)
    if (index.isOwn(number)) return counts.add('ignored', line)
    counts.matched(number, read)
    if (read.event !== undefined) store.add(number, read.event)
  }
}

/** A key as it stands in the file. */
function spelled(cells: readonly string[], columns: readonly number[], key: string): string {
  const texts = columns.map(column => cellText(cells[column] ?? ''))
  return texts.find(text => leadKey(text) === key) ?? key
}

function keysOf(cells: readonly string[], columns: readonly number[], nulls: ReadonlySet<string>): string[] {
  const keys: string[] = []
  for (const column of columns) {
    const text = cellText(cells[column] ?? '')
    if (text === '') continue
    const key = leadKey(text)
    if (!nulls.has(key)) keys.push(key)
  }
  return keys
}

/** Leads get their events newest first, without those that bots caused. */
function passOver(
  index: LeadIndex,
  store: EventStore,
  { ignore }: BoundEvents,
  counts: EventCounter,
  seen: Set<number>,
): LeadEventPass {
  const pass = store.pass()
  const looksForMachines = ignore.afterSending !== undefined || ignore.perMinute !== undefined
  const without = (events: readonly StoredEvent[], numbers: readonly number[]) => {
    const bots = isBotTraffic(events, ignore)
    if (bots.size === 0) return events
    // Leads that share a key share its events, and leads may be read twice: bot traffic is counted once.
    if (!numbers.some(number => seen.has(number))) counts.bots(bots.size)
    for (const number of numbers) seen.add(number)
    return events.filter((_, position) => !bots.has(position))
  }
  let leadsWithEvents = 0
  let losing = 0
  return {
    leads: () => leadsWithEvents,
    addLosing() {
      losing += 1
    },
    losing: () => losing,
    giver(bound) {
      const numbersOf = index.finder(bound)
      return async leads => {
        const numbers = leads.map(numbersOf)
        await pass.load(numbers.flat())
        return leads.map((lead, position) => {
          const own = (numbers[position] ?? []).filter(counts.hasEvents)
          if (own.length > 0) leadsWithEvents += 1
          const read = own.flatMap(pass.of)
          const events = looksForMachines ? without(read, own) : read
          return { ...lead, events: newestFirst(events) }
        })
      }
    },
  }
}

/** Of the same moment, the later one in the file comes first. */
function newestFirst(events: readonly StoredEvent[]): readonly StoredEvent[] {
  return events.length < 2 ? events : [...events].sort((a, b) => b.day - a.day || b.at - a.at || b.order - a.order)
}
