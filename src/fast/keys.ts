import { finishHash, hashUnit, type KeyHash, SEEDS } from '../engine/key-counter.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import { type Cells, cellEnd, cellStart } from './cells.ts'
import type { Memory } from './memory.ts'
import { createSpecials } from './values/usual.ts'

/** The keys of a lead by their hashes; those that are empty are not there. */
export interface LeadHashes {
  id: KeyHash | undefined
  email: KeyHash | undefined
  /** Of both together: the address, a line break, the id. */
  readonly pair: KeyHash
}

export interface Keys {
  /** Of a record whose keys are spelled plainly; nothing for others. What it gives is good until the next call. */
  hash(record: number): LeadHashes | undefined
}

/** Salesforce's ids, which have a form without capitals: they begin alike, and are of these lengths. */
const [ZERO, SHORT, LONG] = [0x30, 15, 18]
const MAX_LENGTH = 200

const NOTHING: Keys = { hash: () => undefined }

export function createKeys(
  id: BoundField | undefined,
  email: BoundField | undefined,
  cells: Cells,
  { bytes }: Memory,
): Keys {
  if (![id, email].every(isPlainField)) return NOTHING
  const idHash: KeyHash = { mark: 0, slot: 0 }
  const emailHash: KeyHash = { mark: 0, slot: 0 }
  const pair: KeyHash = { mark: 0, slot: 0 }
  const hashes: LeadHashes = { id: undefined, email: undefined, pair }
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

  function finish(into: KeyHash): void {
    into.mark = finishHash(mark)
    into.slot = finishHash(slot)
  }

  return {
    hash(record) {
      hashes.id = undefined
      hashes.email = undefined
      let [idFrom, idTo] = [0, 0]
      if (idColumn !== undefined) {
        idFrom = cellStart(cells, record, idColumn)
        idTo = cellEnd(cells, record, idColumn)
        if (idTo > idFrom) {
          const length = idTo - idFrom
          const isSalesforce = (length === SHORT || length === LONG) && bytes[idFrom] === ZERO
          if (isSalesforce || !isPlain(idFrom, idTo, isSpecialId)) return undefined
          mark = SEEDS.mark
          slot = SEEDS.slot
          take(idFrom, idTo)
          finish(idHash)
          hashes.id = idHash
        }
      }
      if (emailColumn === undefined) return hashes
      const from = cellStart(cells, record, emailColumn)
      const to = cellEnd(cells, record, emailColumn)
      if (to === from) return hashes
      if (!isPlain(from, to, isSpecialEmail)) return undefined
      mark = SEEDS.mark
      slot = SEEDS.slot
      take(from, to)
      finish(emailHash)
      hashes.email = emailHash
      if (hashes.id === undefined) return hashes
      mark = hashUnit(mark, LINE_BREAK)
      slot = hashUnit(slot, LINE_BREAK)
      take(idFrom, idTo)
      finish(pair)
      return hashes
    },
  }
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
