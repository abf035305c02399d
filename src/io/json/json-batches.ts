import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { emptyBatch, type Filling, hasAnything, isFull, skipRow } from '../batch.ts'
import type { Batch, Input, Mixed, RecordTaker } from '../records.ts'
import { startOf } from '../refuse-input.ts'
import type { Element } from './element.ts'
import type { Group } from './json-groups.ts'
import type { Keys } from './json-keys.ts'
import { isLeftOut, isReject, type ReadRecord } from './json-record.ts'
import { isAside, type Sides } from './json-sides.ts'

/** The records of the sampled elements; throws the mistake that ends them. */
export function* readSampled(
  sampled: readonly Group[],
  list: string,
  read: ReadRecord,
): Generator<ReadonlyMap<string, string>> {
  for (const { elements, refusal } of sampled) {
    for (const element of elements) {
      const record = element.list === list && !isBlank(element) ? read(element) : undefined
      if (record && !isReject(record) && !isLeftOut(record)) yield record.cells
    }
    if (refusal) throw refusal
  }
}

export interface Reading {
  readonly list: string
  readonly read: ReadRecord
  readonly keys: Keys
  /** Objects in other lists. */
  readonly others: Map<string, number>
  /** Whether records are what their texts have, and nothing else belongs to them. */
  readonly canBeTaken: boolean
}

/** The batches of a document, and what they have not given yet in another way. */
export function createBatches(groups: AsyncIterable<Group>, reading: Reading): Pick<Input, 'batches' | 'taken'> {
  const source = groups[Symbol.asyncIterator]()
  let group: Group = { elements: [] }
  /** Elements of the group that are done. */
  let done = 0
  let batch = emptyBatch()

  function flushed(): Batch {
    const full = batch
    batch = emptyBatch()
    return full
  }

  /** False after the last group. */
  async function readOn(): Promise<boolean> {
    if (group.refusal) throw group.refusal
    const next = await source.next()
    if (next.done === true) return false
    group = next.value
    done = 0
    return true
  }

  async function* read(taker: RecordTaker | undefined): AsyncGenerator<Mixed> {
    /** The reader reads a batch before the taker is asked again. */
    let isOdd = taker === undefined
    try {
      do {
        for (; done < group.elements.length; ) {
          const element = group.elements[done]
          done += 1
          if (element === undefined) continue
          if (!isOdd && taker !== undefined && element.list === reading.list && !element.isTooLong) {
            let outcome = taker.take(element.text, element.line)
            if (outcome === 'full') {
              yield 'plain'
              outcome = taker.take(element.text, element.line)
            }
            if (outcome === 'taken') continue
            if (taker.hasRecords()) yield 'plain'
            isOdd = true
          }
          file(element, reading, batch)
          if (!isFull(batch)) continue
          isOdd = taker === undefined
          yield flushed()
        }
      } while (await readOn())
      if (taker?.hasRecords()) yield 'plain'
      if (hasAnything(batch)) yield flushed()
    } finally {
      await source.return?.()
    }
  }

  async function* readBatches(): AsyncGenerator<Batch> {
    for await (const item of read(undefined)) if (item !== 'plain') yield item
  }

  return { batches: readBatches(), ...(reading.canBeTaken && { taken: read }) }
}

function file(element: Element, { list, read, keys, others }: Reading, batch: Filling): void {
  const { line, text } = element
  if (element.list !== list) {
    if (text.startsWith('{') && !isAside(element.list)) others.set(element.list, (others.get(element.list) ?? 0) + 1)
  } else if (isBlank(element)) skipRow(batch, 'blank row', line)
  else {
    const record = read(element)
    if (isReject(record)) batch.rejects.push(record)
    else if (isLeftOut(record)) skipRow(batch, record.leftOut, line, text)
    else batch.rows.push({ line, cells: keys.toCells(record.cells, line), text: record.text.trim() })
  }
}

function isBlank({ text }: Element): boolean {
  return text.trim() === ''
}

/** A warning if the document has further lists that are not read. */
export function otherLists(
  name: string,
  { list, others }: Pick<Reading, 'list' | 'others'>,
  { lists }: Sides,
): Diagnostic[] {
  const found = [...others].flatMap(([other, count]) => {
    const unread = count - (lists.get(other) ?? 0)
    return unread === 0 ? [] : [`\`${other}\` (${unread})`]
  })
  if (found.length === 0) return []
  const message = `read from the list \`${list}\`; further lists are not read: ${found.join(', ')}`
  return [diagnose('file/other-lists', message, { place: startOf(name) })]
}
