import type { Diagnostic } from '../../base/diagnostic.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { isBotTraffic } from '../../engine/events/bots.ts'
import { createEventKinds } from '../../engine/events/event-reader.ts'
import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundEventSource, BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { distinctFieldsOf } from '../../ir/plan/event-rules.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { EventsSummary } from '../../ir/results/summary.ts'
import type { Companies } from '../companies.ts'
import type { Host } from '../host.ts'
import { openLeads, type Reading } from '../open.ts'
import type { QuickReading } from '../quick.ts'
import { rereading } from '../rereading.ts'
import { boundEvents, joinOf } from './bound-events.ts'
import { createEventCounter, type EventCounter } from './event-counts.ts'
import { createEventStore, type EventStore, type StoredEvent, sortEvents } from './event-store.ts'
import { createLeadIndex, type LeadIndex } from './lead-index.ts'
import { type Into, takeEvents } from './take-events.ts'

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
  quick?: QuickReading,
): Promise<T> {
  if (request.events.length === 0) return job(host, undefined)
  const again = rereading(host)
  const stores: EventStore[] = []
  try {
    return await job(again.host, await readEvents({ plan, request, host: again.host, companies, quick }, stores))
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
  readonly quick: QuickReading | undefined
}

async function readEvents(job: Job, stores: EventStore[]): Promise<LeadEvents> {
  const { plan, request, host, quick } = job
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
    ignore,
  })
  stores.push(store)
  const sources: BoundEventSource[] = []
  const into: Into = {
    plan,
    request,
    host,
    index,
    counts,
    store,
    kinds: createEventKinds(),
    ignore,
    quick: quick?.events,
  }
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
  { plan, request, host, companies, quick }: Job,
  index: LeadIndex,
  counts: EventCounter,
): Promise<void> {
  const beside = { companies, events: undefined }
  const opened = await openLeads(path, plan, request, host, beside)
  const { name, binding, batches, complete } = opened
  const join = new Set(joinOf(plan))
  const fields = binding.bound.fields.map(field => (join.has(field.name) ? field : { ...field, columns: [] }))
  const bound = { ...binding.bound, fields }
  if (fields.every(({ columns }) => columns.length === 0)) counts.withoutKeys(name, [...join])
  const coerce = compileCoercion(bound)
  const isHashed = (plan.events?.ignore.ownDomains ?? []).length === 0
  const hashed = { key: joinOf(plan), take: index.takeHashed }
  if (isHashed && (await quick?.keys(opened, bound, hashed))) return
  const takeLead = index.taker(bound)
  const take = (cells: readonly string[]) => takeLead(coerce(cells))
  const columns = [...new Set(fields.flatMap(field => field.columns))]
  const job = { asOf: request.asOf, columns, isJudged: false, take, settle: async () => {} }
  if (await quick?.leads(opened, bound, job)) return
  for await (const { rows } of batches) for (const { cells } of rows) take(complete(cells))
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
  function eventsOf(numbers: readonly number[]): readonly LeadEvent[] {
    const [only] = numbers
    if (only === undefined) return NO_EVENTS
    const people = numbers.length === 1 ? pass.people(only) : undefined
    if (people !== undefined) return people
    const read = numbers.length === 1 ? pass.of(only) : sortEvents(numbers.flatMap(pass.of))
    return looksForMachines ? without(read, numbers) : read
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
          return { ...lead, events: eventsOf(own) }
        })
      }
    },
  }
}

const NO_EVENTS: readonly LeadEvent[] = []
