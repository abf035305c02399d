import { compileEventReader, type createEventKinds } from '../../engine/events/event-reader.ts'
import { textHashes } from '../../engine/key-counter.ts'
import { bindPlan } from '../../io/bind/bind.ts'
import { expandCells } from '../../io/bind/cells/json-cells.ts'
import type { Batch } from '../../io/records.ts'
import type { BoundEventSource, BoundEvents } from '../../ir/plan/bound-events.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import type { Moment } from '../../ir/values/date.ts'
import type { Host } from '../host.ts'
import type { EventRecord, KnownEvent, QuickReading, QuickRecords, SharedEvent } from '../quick.ts'
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

  const plainNulls = new Set([...nulls].map(text => textHashes(text).mark))
  const hashes = { marks: new Uint32Array(source.keys.length), slots: new Uint32Array(source.keys.length) }

  function known(cells: readonly string[], moment: Moment): KnownEvent {
    const read = reader.read(cells, moment)
    return { read, named: read && counts.named(read) }
  }

  /** What an event is apart from its moment; worked out once for those that have the same cells. */
  function readOnce({ cells, shared }: EventRecord, moment: Moment): KnownEvent {
    if (shared === undefined) return known(cells(), moment)
    if (!moment.timed) {
      shared.untimed ??= known(shared.cells, moment)
      return shared.untimed
    }
    shared.timed ??= known(shared.cells, moment)
    return shared.timed
  }

  /** Records with JSON inside of cells are expanded first. */
  function lookAt(record: EventRecord): EventRecord {
    if (source.members.length === 0) return record
    const cells = expand(record.cells())
    return { line: record.line, text: column => cells[column] ?? '', cells: () => cells }
  }

  /** The number of a lead, or why there is none. */
  function leadOf({ text }: EventRecord): number | 'without_key' | 'ignored' | undefined {
    const keys = keysOf(text, source.keys, nulls)
    if (keys.length === 0) return 'without_key'
    return keys.some(key => isFrom(key, ignore.ownDomains)) ? 'ignored' : index.find(keys)
  }

  /** The same by the hashes of keys that are spelled plainly. */
  function plainLeadOf(record: EventRecord): ReturnType<typeof leadOf> {
    if (record.keyHash === undefined || ignore.ownDomains.length > 0) return leadOf(record)
    let keys = 0
    for (let column = 0; column < source.keys.length; column += 1) {
      const hash = record.keyHash(source.keys[column] ?? 0)
      if (hash === undefined || plainNulls.has(hash.mark)) return leadOf(record)
      if (hash.mark === 0) continue
      hashes.marks[keys] = hash.mark
      hashes.slots[keys] = hash.slot
      keys += 1
    }
    return keys === 0 ? 'without_key' : index.findHashed(hashes, keys)
  }

  function spelled({ text }: EventRecord): string {
    const [key = ''] = keysOf(text, source.keys, nulls)
    return spellingOf(text, source.keys, key)
  }

  const take: QuickRecords['take'] = given => {
    const record = lookAt(given)
    const { line } = record
    const number = plainLeadOf(record)
    if (number === undefined) return counts.unmatched(() => spelled(record))
    if (typeof number === 'string') return counts.add(number, line)
    const moment = reader.momentOf(record)
    if (moment === undefined) return counts.add('without_time', line)
    if (moment.day > request.asOf) return counts.add('future', line)
    const { read, named } = readOnce(record, moment)
    if (read === undefined) return counts.add('future', line)
    if (index.isOwn(number)) return counts.add('ignored', line)
    counts.matched(number, read, named)
    if (read.event !== undefined) store.add(number, read.event, moment)
  }

  return { take, reader, share: (cells: readonly string[]): SharedEvent => ({ cells }) }
}

/** A key as it stands in the file. */
function spellingOf(textOf: EventRecord['text'], columns: readonly number[], key: string): string {
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
