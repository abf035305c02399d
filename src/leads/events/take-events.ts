import { compileEventReader, type createEventKinds } from '../../engine/events/event-reader.ts'
import { bindPlan } from '../../io/bind/bind.ts'
import { expandCells } from '../../io/bind/cells/json-cells.ts'
import type { Batch } from '../../io/records.ts'
import type { BoundEventSource, BoundEvents } from '../../ir/plan/bound-events.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import type { Moment } from '../../ir/values/date.ts'
import type { Host } from '../host.ts'
import type { EventRecord, QuickReading, QuickRecords, SharedEvent } from '../quick.ts'
import { boundEvents } from './bound-events.ts'
import type { EventCounter } from './event-counts.ts'
import type { EventStore } from './event-store.ts'
import { isFrom, type LeadIndex } from './lead-index.ts'
import { openEvents } from './open-events.ts'

/** Where the events of a file go, and what they are read for. */
export interface Into {
  readonly plan: Plan
  readonly request: { readonly asOf: number }
  readonly host: Host
  readonly index: LeadIndex
  readonly counts: EventCounter
  readonly store: EventStore
  readonly kinds: ReturnType<typeof createEventKinds>
  readonly ignore: BoundEvents['ignore']
  readonly quick: QuickReading['events'] | undefined
}

/** One event file from its bytes into the store. */
export async function takeEvents(path: string, into: Into): Promise<BoundEventSource> {
  const { plan, host, counts, store, quick } = into
  const opened = await openEvents(path, plan, host)
  const { name, input, sample, binding } = opened
  const { take, reader, share } = taker(binding.source, into)
  counts.open(input, name, binding)
  const settle = async ({ rejects, leftOut }: Pick<Batch, 'rejects' | 'leftOut'>) => {
    counts.batch(rejects, leftOut)
    await store.settle()
  }
  const columns = binding.source.members.length === 0 ? reader.decisive : undefined
  const isRead = quick !== undefined && (await quick(opened, { columns, share, take, settle }))
  if (!isRead) {
    for await (const batch of sample.batches) {
      for (const { cells, line } of batch.rows) take({ line, text: column => cells[column] ?? '', cells: () => cells })
      await settle(batch)
    }
  }
  counts.close()
  return binding.source
}

/** Takes one record of an event file: finds its lead, reads its time and name, keeps the fields that rules read. */
function taker(source: BoundEventSource, into: Into) {
  const { plan, request, index, counts, store, kinds, ignore } = into
  const nothing = { name: '', headings: [], rows: [], delimiter: '' }
  const { bound } = bindPlan(plan, nothing, { events: boundEvents(plan, []) })
  const expand = expandCells(source.members)
  const reader = compileEventReader(bound, source, request.asOf, kinds)
  const nulls = new Set(source.fields[0]?.nulls ?? [])

  /** What an event is apart from its moment; worked out once for those that have the same cells. */
  function readOnce(cells: () => readonly string[], moment: Moment, shared: SharedEvent | undefined) {
    if (shared === undefined) return reader.read(cells(), moment)
    if (!moment.timed) {
      shared.untimed ??= { read: reader.read(shared.cells, moment) }
      return shared.untimed.read
    }
    shared.timed ??= { read: reader.read(shared.cells, moment) }
    return shared.timed.read
  }

  /** Records with JSON inside of cells are expanded first. */
  function lookAt(record: EventRecord): EventRecord {
    if (source.members.length === 0) return record
    const cells = expand(record.cells())
    return { line: record.line, text: column => cells[column] ?? '', cells: () => cells }
  }

  const take: QuickRecords['take'] = record => {
    const { line, text, cells, shared } = lookAt(record)
    const keys = keysOf(text, source.keys, nulls)
    if (keys.length === 0) return counts.add('without_key', line)
    if (keys.some(key => isFrom(key, ignore.ownDomains))) return counts.add('ignored', line)
    const number = index.find(keys)
    if (number === undefined) return counts.unmatched(spelled(text, source.keys, keys[0] ?? ''))
    const moment = reader.momentOf(text)
    if (moment === undefined) return counts.add('without_time', line)
    if (moment.day > request.asOf) return counts.add('future', line)
    const read = readOnce(cells, moment, shared)
    if (read === undefined) return counts.add('future', line)
    if (index.isOwn(number)) return counts.add('ignored', line)
    counts.matched(number, read)
    if (read.event !== undefined) store.add(number, read.event, moment)
  }

  return { take, reader, share: (cells: readonly string[]): SharedEvent => ({ cells }) }
}

/** A key as it stands in the file. */
function spelled(textOf: EventRecord['text'], columns: readonly number[], key: string): string {
  const texts = columns.map(column => cellText(textOf(column)))
  return texts.find(text => leadKey(text) === key) ?? key
}

function keysOf(textOf: EventRecord['text'], columns: readonly number[], nulls: ReadonlySet<string>): string[] {
  const keys: string[] = []
  for (const column of columns) {
    const text = cellText(textOf(column))
    if (text === '') continue
    const key = leadKey(text)
    if (!nulls.has(key)) keys.push(key)
  }
  return keys
}
