import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import { fold } from '../../ir/fold.ts'
import { leadKey } from '../../ir/lead-key.ts'
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
  /** The numbers of a lead's keys, by which its events are kept. */
  finder(bound: BoundPlan): (lead: Lead) => number[]
  /** The number that an event with these keys belongs to: the best field that knows one of them wins. */
  find(keys: readonly string[]): number | undefined
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

  const keysOf = (bound: BoundPlan) => {
    const slots = join.map(name => bound.fields.findIndex(field => field.name === name))
    return (lead: Lead): (readonly string[])[] => slots.map(slot => keysIn(lead.readings[slot]))
  }
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
      const read = keysOf(bound)
      return lead => {
        const found = read(lead)
        const isOwn = ownDomains.length > 0 && found.flat().some(key => isFrom(key, ownDomains))
        for (const [rank, keys] of found.entries()) {
          for (const key of new Set(keys)) {
            const known = tables[rank]?.find(key)
            const number = known ?? size
            if (known === undefined) tables[rank]?.add(key, size++)
            flag(number, (known === undefined ? 0 : SHARED) | (isOwn ? OWN : 0))
          }
        }
      }
    },
    finder(bound) {
      const read = keysOf(bound)
      return lead =>
        read(lead).flatMap((keys, rank) => [...new Set(keys)].flatMap(key => tables[rank]?.find(key) ?? []))
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
    isOwn: number => hasFlag(number, OWN),
    isShared: number => hasFlag(number, SHARED),
  }
}

/** A cell may hold several ids. */
function keysIn(reading: Lead['readings'][number] | undefined): string[] {
  if (reading?.value === undefined) return []
  return typeof reading.value === 'object' ? reading.value.map(leadKey) : [leadKey(reading.text)]
}

/** Whether an e-mail address is of a domain, or of one below it. */
export function isFrom(key: string, domains: readonly string[]): boolean {
  const domain = fold(key).split('@')[1]
  return domain !== undefined && domains.some(each => domain === each || domain.endsWith(`.${each}`))
}
