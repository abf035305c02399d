import { finishHash, hashUnit, type KeyHashes, SEEDS } from '../engine/key-counter.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import { type Cells, cellEnd, cellStart } from './cells.ts'
import type { Memory } from './memory.ts'
import { createSpecials } from './values/usual.ts'

/** The keys of the leads of a batch by their hashes; a mark is 0 for a key that is not there. */
export interface LeadHashes {
  readonly id: KeyHashes
  readonly email: KeyHashes
  /** Of both together: the address, a line break, the id. */
  readonly pair: KeyHashes
}

export interface Keys {
  /** Takes the records of a batch. */
  hash(records: number): void
  /** By record: 1 if its keys are spelled plainly, so that it has hashes. */
  readonly isPlain: Uint8Array
  readonly hashes: LeadHashes
}

/** Salesforce's ids, which have a form without capitals: they begin alike, and are of these lengths. */
const [ZERO, SHORT, LONG] = [0x30, 15, 18]
const MAX_LENGTH = 200

export function createKeys(
  id: BoundField | undefined,
  email: BoundField | undefined,
  cells: Cells,
  { bytes }: Memory,
): Keys {
  const hashes: LeadHashes = { id: columns(cells.size), email: columns(cells.size), pair: columns(cells.size) }
  const isPlainRecord = new Uint8Array(cells.size)
  const arePlain = [id, email].every(isPlainField)
  const [isSpecialId, isSpecialEmail] = [specialsOf(id), specialsOf(email)]
  const [idColumn, emailColumn] = [id?.columns[0], email?.columns[0]]
  /** The hashes of a text so far. */
  let [mark, slot] = [0, 0]

  function isPlain(from: number, to: number, mayBeSpecial: (length: number, first: number) => boolean): boolean {
    const length = to - from
    if (length > MAX_LENGTH || mayBeSpecial(length, bytes[from] ?? 0)) return false
    for (let at = from; at < to; at += 1) if (LOWER[bytes[at] ?? 0] === 0) return false
    return LETTER[bytes[to - 1] ?? 0] === 1
  }

  function take(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const unit = LOWER[bytes[at] ?? 0] ?? 0
      mark = hashUnit(mark, unit)
      slot = hashUnit(slot, unit)
    }
  }

  function begin(): void {
    mark = SEEDS.mark
    slot = SEEDS.slot
  }

  function finish({ marks, slots }: KeyHashes, record: number): void {
    // 0 stands for no key.
    marks[record] = finishHash(mark) || 1
    slots[record] = finishHash(slot)
  }

  /** False if a key of the record has to be read. */
  function hashRecord(record: number): boolean {
    let [idFrom, idTo] = [0, 0]
    if (idColumn !== undefined) {
      idFrom = cellStart(cells, record, idColumn)
      idTo = cellEnd(cells, record, idColumn)
      if (idTo > idFrom) {
        const length = idTo - idFrom
        const isSalesforce = (length === SHORT || length === LONG) && bytes[idFrom] === ZERO
        if (isSalesforce || !isPlain(idFrom, idTo, isSpecialId)) return false
        begin()
        take(idFrom, idTo)
        finish(hashes.id, record)
      }
    }
    if (emailColumn === undefined) return true
    const from = cellStart(cells, record, emailColumn)
    const to = cellEnd(cells, record, emailColumn)
    if (to === from) return true
    if (!isPlain(from, to, isSpecialEmail)) return false
    begin()
    take(from, to)
    finish(hashes.email, record)
    if (idTo === idFrom) return true
    mark = hashUnit(mark, LINE_BREAK)
    slot = hashUnit(slot, LINE_BREAK)
    take(idFrom, idTo)
    finish(hashes.pair, record)
    return true
  }

  return {
    hash(records) {
      for (const { marks } of [hashes.id, hashes.email, hashes.pair]) marks.fill(0, 0, records)
      for (let record = 0; record < records; record += 1) {
        isPlainRecord[record] = arePlain && hashRecord(record) ? 1 : 0
      }
    },
    isPlain: isPlainRecord,
    hashes,
  }
}

function columns(size: number): KeyHashes {
  return { marks: new Uint32Array(size), slots: new Uint32Array(size) }
}

const LINE_BREAK = 0x0a

/** Whether an empty cell of the field is nothing, and any other cell its own text. */
function isPlainField(field: BoundField | undefined): boolean {
  if (field === undefined) return true
  const { type, columns, map, empty, winning, blankIsNo } = field
  const isOwn = type === 'text' && columns.length === 1 && map.length === 0
  return isOwn && empty === undefined && winning === undefined && !blankIsNo
}

function specialsOf(field: BoundField | undefined): (length: number, first: number) => boolean {
  return createSpecials(field?.nulls ?? []).mayBe
}

/** The signs of plain keys in lower case; 0 for all others. */
const LOWER = new Uint8Array(256)
/** Those that a key can end with. */
const LETTER = new Uint8Array(256)
for (let byte = 0x21; byte < 0x7f; byte += 1) {
  const sign = String.fromCharCode(byte)
  if (/[0-9a-z@._-]/i.test(sign)) LOWER[byte] = sign.toLowerCase().charCodeAt(0)
  if (/[0-9a-z]/i.test(sign)) LETTER[byte] = 1
}
