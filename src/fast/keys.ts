import {
  finishHash,
  hashUnit,
  type KeyHash,
  type KeyHashes,
  pairHash,
  pairHashes,
  SEEDS,
  textHashes,
} from '../engine/key-counter.ts'
import type { Reading } from '../engine/lead.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import { leadKey } from '../ir/plan/lead-key.ts'
import { fold } from '../ir/values/fold.ts'
import { type Cells, cellEnd, cellStart } from './input/cells.ts'
import type { Memory } from './memory.ts'
import { isPlainField } from './values/plain-text.ts'
import { createSpecials, type Specials } from './values/usual.ts'

/** The keys of the leads of a batch by their hashes; a mark is 0 for a key that is not there. Good until the next batch. */
export interface LeadKeys {
  records: number
  readonly lines: Int32Array
  /** Of what tells a lead from others: its id, else its e-mail address. */
  readonly own: KeyHashes
  /** 1 for a lead whose id is damaged, so that its own key is its e-mail address. */
  readonly isDamaged: Uint8Array
  /** Of its e-mail address, and of that with its id; only of leads that have both. */
  readonly email: KeyHashes
  readonly pair: KeyHashes
}

/** A field that is a key, and its readings: of a record as it stands. */
export interface KeySlot {
  readonly field: BoundField
  read(record: number): Reading
}

/** The same keys, good for longer. */
export function copyKeys({ records, lines, own, isDamaged, email, pair }: LeadKeys): LeadKeys {
  const copied = ({ marks, slots }: KeyHashes) => ({ marks: marks.slice(0, records), slots: slots.slice(0, records) })
  return {
    records,
    lines: lines.slice(0, records),
    own: copied(own),
    isDamaged: isDamaged.slice(0, records),
    email: copied(email),
    pair: copied(pair),
  }
}

/** Salesforce's ids, which have a form without capitals: they begin alike, and are of these lengths. */
const [ZERO, SHORT, LONG] = [0x30, 15, 18]
const MAX_LENGTH = 200

export interface Keys {
  /** Those of the records of a batch. */
  find(records: number): LeadKeys
  /** By record: 1 if its keys are spelled plainly: in lower case or not, they are the texts of the cells. */
  readonly isPlain: Uint8Array
}

export function createKeys(id: KeySlot | undefined, email: KeySlot | undefined, cells: Cells, memory: Memory): Keys {
  const keys = emptyKeys(cells.size, cells.lines)
  const { own, isDamaged } = keys
  const isPlainRecord = new Uint8Array(cells.size)
  const arePlain = [id, email].every(
    slot => (slot === undefined || isPlainField(slot.field)) && (slot?.field.columns[0] ?? 0) < cells.width,
  )
  const [isSpecialId, isSpecialEmail] = [specialsOf(id?.field, memory), specialsOf(email?.field, memory)]
  const [idColumn, emailColumn] = [id?.field.columns[0], email?.field.columns[0]]
  const { hash, take: takePlain } = createPlainHash(memory)

  function take(from: number, to: number, mayBeSpecial: Specials['mayBe']): boolean {
    return !mayBeSpecial(from, to) && takePlain(from, to)
  }

  function finish({ marks, slots }: KeyHashes, record: number): void {
    marks[record] = hash.mark
    slots[record] = hash.slot
  }

  /** False if a key of the record has to be read. */
  function hashRecord(record: number): boolean {
    let [idFrom, idTo] = [0, 0]
    if (idColumn !== undefined) {
      idFrom = cellStart(cells, record, idColumn)
      idTo = cellEnd(cells, record, idColumn)
      if (idTo > idFrom) {
        if (isSalesforce(memory, idFrom, idTo) || !take(idFrom, idTo, isSpecialId)) return false
        finish(own, record)
      }
    }
    if (emailColumn === undefined) return true
    const from = cellStart(cells, record, emailColumn)
    const to = cellEnd(cells, record, emailColumn)
    if (to === from) return true
    if (!take(from, to, isSpecialEmail)) return false
    if (idColumn === undefined) finish(own, record)
    if (idTo === idFrom) return true
    finish(keys.email, record)
    const { email, pair } = keys
    pair.marks[record] = pairHash(email.marks[record] ?? 0, own.marks[record] ?? 0) || 1
    pair.slots[record] = pairHash(email.slots[record] ?? 0, own.slots[record] ?? 0)
    return true
  }

  return {
    find(records) {
      keys.records = records
      for (const { marks } of [own, keys.email, keys.pair]) marks.fill(0, 0, records)
      isDamaged.fill(0, 0, records)
      for (let record = 0; record < records; record += 1) {
        isPlainRecord[record] = arePlain && hashRecord(record) ? 1 : 0
        if (isPlainRecord[record] === 0) readKeys(keys, record, id?.read(record), email?.read(record))
      }
      return keys
    },
    isPlain: isPlainRecord,
  }
}

/** Hashes the keys of leads by their bytes. */
export function createPlainHash({ bytes }: Memory) {
  const hash = { mark: 0, slot: 0 }
  return {
    hash,
    /** Takes a text, in lower case, that is spelled plainly; false if it is not. */
    take(from: number, to: number): boolean {
      if (to - from > MAX_LENGTH) return false
      let own: number = SEEDS.mark
      let other: number = SEEDS.slot
      for (let at = from; at < to; at += 1) {
        const unit = LOWER[bytes[at] ?? 0] ?? 0
        if (unit === 0) return false
        own = hashUnit(own, unit)
        other = hashUnit(other, unit)
      }
      // 0 stands for no key.
      hash.mark = finishHash(own) || 1
      hash.slot = finishHash(other)
      return LETTER[bytes[to - 1] ?? 0] === 1
    },
  }
}

export function isSalesforce({ bytes }: Memory, from: number, to: number): boolean {
  return (to - from === SHORT || to - from === LONG) && bytes[from] === ZERO
}

/** Room for the keys of so many leads. */
export function emptyKeys(size: number, lines: Int32Array = new Int32Array(size)): LeadKeys {
  const hashes = (): KeyHashes => ({ marks: new Uint32Array(size), slots: new Uint32Array(size) })
  return { records: 0, lines, own: hashes(), isDamaged: new Uint8Array(size), email: hashes(), pair: hashes() }
}

/** Puts the keys of a lead there by what was read of its id and address; undefined for a field without a column. */
export function readKeys(keys: LeadKeys, record: number, id: Reading | undefined, email: Reading | undefined): void {
  const isDamaged = (id ?? email)?.state === 'invalid'
  const key = textIn(id === undefined || isDamaged ? email : id)
  const [idText, emailText] = [textIn(id), textIn(email)]
  const both = idText !== undefined && emailText !== undefined
  keys.isDamaged[record] = isDamaged ? 1 : 0
  put(keys.own, record, key === undefined ? undefined : textHashes(leadKey(key)))
  const address = both ? textHashes(fold(emailText)) : undefined
  put(keys.email, record, address)
  put(keys.pair, record, both && address ? pairHashes(address, textHashes(fold(idText))) : undefined)
}

/** Takes the keys of a lead away. */
export function dropKeys({ own, isDamaged, email, pair }: LeadKeys, record: number): void {
  for (const { marks } of [own, email, pair]) marks[record] = 0
  isDamaged[record] = 0
}

/** The text of a cell that reads as its field's type. */
function textIn(reading: Reading | undefined): string | undefined {
  return reading?.value === undefined ? undefined : reading.text
}

function put({ marks, slots }: KeyHashes, record: number, hashes: KeyHash | undefined): void {
  marks[record] = hashes?.mark ?? 0
  slots[record] = hashes?.slot ?? 0
}

function specialsOf(field: BoundField | undefined, memory: Memory): Specials['mayBe'] {
  return createSpecials(field?.nulls ?? [], memory).mayBe
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
