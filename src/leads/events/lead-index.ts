import type { KeyHashes } from '../../engine/key-counter.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import { fold } from '../../ir/values/fold.ts'
import { createKeyTable } from './key-table.ts'

/**
 * The keys of all leads, each with a number in the order of their first appearance: what an event is looked up by. It
 * takes some 24 bytes a key, whatever the keys are.
 */
export interface LeadIndex {
  /** Numbers given out so far. */
  readonly size: number
  /** Takes the keys of leads of one input. */
  taker(bound: BoundPlan): (lead: Lead) => void
  /** The same by the hashes of the keys of one lead, field by field; a mark of 0: it has none. No domain is to be ignored. */
  takeHashed(keys: readonly KeyHashes[], record: number): void
  /** The numbers of a lead's keys, by which its events are kept. */
  finder(bound: BoundPlan): (lead: Lead) => number[]
  /** The number that an event with these keys belongs to: the best field that knows one of them wins. */
  find(keys: readonly string[]): number | undefined
  /** The same by the hashes of so many keys. */
  findHashed(hashes: KeyHashes, keys: number): number | undefined
  /** Whether leads of our own domain have this number. */
  isOwn(number: number): boolean
  /** Whether several leads have this number. */
  isShared(number: number): boolean
}

const OWN = 1
const SHARED = 2

/** `join`: fields of the lead, best first. */
export function createLeadIndex(join: readonly string[], ownDomains: readonly string[]): LeadIndex {
  const tables = join.map(() => createKeyTable())
  let flags = new Uint8Array(1024)
  let size = 0

  const slotsIn = (bound: BoundPlan) => join.map(name => bound.fields.findIndex(field => field.name === name))
  const flag = (number: number, bit: number) => {
    if (number >= flags.length) {
      const more = new Uint8Array(flags.length * 2)
      more.set(flags)
      flags = more
    }
    flags[number] = (flags[number] ?? 0) | bit
  }
  const hasFlag = (number: number, bit: number) => ((flags[number] ?? 0) & bit) !== 0

  return {
    get size() {
      return size
    },
    taker(bound) {
      const slots = slotsIn(bound)
      return lead => {
        const isOwn = slots.some(slot => keysIn(lead.readings[slot]).some(key => isFrom(key, ownDomains))) ? OWN : 0
        for (const [rank, table] of tables.entries()) {
          for (const key of keysIn(lead.readings[slots[rank] ?? -1])) {
            const known = table.find(key)
            if (known === undefined) table.add(key, size)
            flag(known ?? size++, (known === undefined ? 0 : SHARED) | isOwn)
          }
        }
      }
    },
    takeHashed(keys, record) {
      for (let rank = 0; rank < tables.length; rank += 1) {
        const { marks, slots } = keys[rank] ?? NO_HASHES
        const mark = marks[record] ?? 0
        if (mark === 0) continue
        const slot = slots[record] ?? 0
        const known = tables[rank]?.findHashed(mark, slot)
        if (known === undefined) {
          tables[rank]?.addHashed(mark, slot, size)
          size += 1
        } else flag(known, SHARED)
      }
    },
    finder(bound) {
      const slots = slotsIn(bound)
      return lead => {
        const numbers: number[] = []
        for (const [rank, table] of tables.entries()) {
          for (const key of keysIn(lead.readings[slots[rank] ?? -1])) {
            const number = table.find(key)
            if (number !== undefined && !numbers.includes(number)) numbers.push(number)
          }
        }
        return numbers
      }
    },
    find(keys) {
      for (const table of tables) {
        for (const key of keys) {
          const number = table.find(key)
          if (number !== undefined) return number
        }
      }
      return undefined
    },
    findHashed({ marks, slots }, keys) {
      for (const table of tables) {
        for (let key = 0; key < keys; key += 1) {
          const number = table.findHashed(marks[key] ?? 0, slots[key] ?? 0)
          if (number !== undefined) return number
        }
      }
      return undefined
    },
    isOwn: number => hasFlag(number, OWN),
    isShared: number => hasFlag(number, SHARED),
  }
}

const NO_KEYS: readonly string[] = []
const NO_HASHES: KeyHashes = { marks: new Uint32Array(0), slots: new Uint32Array(0) }

/** A cell may hold several ids. */
function keysIn(reading: Lead['readings'][number] | undefined): readonly string[] {
  if (reading?.value === undefined) return NO_KEYS
  return typeof reading.value === 'object' ? reading.value.map(leadKey) : [leadKey(reading.text)]
}

/** Whether an e-mail address is of a domain, or of one below it. */
export function isFrom(key: string, domains: readonly string[]): boolean {
  if (domains.length === 0) return false
  const domain = fold(key).split('@')[1]
  return domain !== undefined && domains.some(each => domain === each || domain.endsWith(`.${each}`))
}
