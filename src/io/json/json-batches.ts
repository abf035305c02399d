import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { emptyBatch, type Filling, hasAnything, isFull, skipRow } from '../batch.ts'
import type { TextReader } from '../mixed.ts'
import type { Batch } from '../records.ts'
import { startOf } from '../refuse-input.ts'
import type { Element, ElementScanner } from './element.ts'
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
}

/** The batches of a document. */
export async function* readBatches(groups: AsyncIterable<Group>, reading: Reading): AsyncGenerator<Batch> {
  let batch = emptyBatch()
  for await (const { elements, refusal } of groups) {
    for (const element of elements) {
      file(element, reading, batch)
      if (!isFull(batch)) continue
      yield batch
      batch = emptyBatch()
    }
    if (refusal) throw refusal
  }
  if (hasAnything(batch)) yield batch
}

/** Reads the records that cannot be cut in another way. */
export function createJsonReader(scanner: ElementScanner, reading: Reading): TextReader {
  let isBeginning = true
  return {
    feed(piece) {
      scanner.feed(piece)
      return true
    },
    end: scanner.end,
    read(batch) {
      for (;;) {
        if (isBeginning && scanner.canRelease()) return false
        const element = scanner.next()
        if (element === undefined) return false
        file(element, reading, batch)
        if (isFull(batch)) return true
      }
    },
    release() {
      const unread = scanner.release()
      if (unread !== undefined) isBeginning = false
      return unread
    },
    resume: scanner.resume,
  }
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
