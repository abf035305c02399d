import { compileAccountName, compileReachable } from '../../engine/account.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileKey, compileRank } from '../../engine/duplicate.ts'
import { type Lead, NOTHING, type Reading } from '../../engine/lead.ts'
import { kindsIn } from '../../engine/mail.ts'
import type { NumberedLead } from '../../engine/numbered-lead.ts'
import { VALUE } from '../../engine/watch.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { accountSources } from '../../ir/plan/key-fields.ts'
import { type Cells, cellEnd, cellStart, textAt } from '../input/cells.ts'
import type { Memory } from '../memory.ts'
import { createFinder } from '../values/finder.ts'
import { createLowerCopier, isPlainField, NOT_PLAIN } from '../values/plain-text.ts'
import { createSlot, NO_CELLS } from '../values/slots.ts'
import { keyNumbers, NOT_FOUND } from './key-numbers.ts'
import { mailNumbers } from './mail-numbers.ts'
import { NO_NUMBER, type TextNumbers } from './text-numbers.ts'

/** What the search for duplicates and accounts asks of the leads of a batch. */
export interface LeadNumbers {
  /** Good until it is called again; the leads of a batch are asked for in their order. */
  of(record: number): NumberedLead
}

/** `bound` has columns for no other fields than those that are looked at; `label`: those of the name of a lead. */
export function createLeadNumbers(
  bound: BoundPlan,
  { keys, accounts }: { readonly keys: TextNumbers; readonly accounts: TextNumbers },
  label: readonly string[],
  cells: Cells,
  memory: Memory,
): LeadNumbers {
  const { fields } = bound
  const coerce = compileCoercion(bound)
  const columns = [...new Set(fields.flatMap(field => field.columns))].filter(each => each !== NO_CELLS)
  const [keyOf, isReachable] = [compileKey(bound), compileReachable(bound)]
  const findKey = keyNumbers(bound, cells, memory, keys)
  const ranks = createRanks(bound, cells, memory)
  const findAccount = createAccounts(bound, accounts, { cells, memory, lead })
  const findLabel = createLabels(bound, label, cells, memory)
  let record = 0

  function lead(): Lead {
    const texts: string[] = []
    for (const each of columns)
      texts[each] = textAt(memory, cellStart(cells, record, each), cellEnd(cells, record, each))
    return coerce(texts)
  }

  function readKey(): number {
    const key = keyOf(lead())
    return key === undefined ? NO_NUMBER : keys.of(key)
  }

  const view: NumberedLead = {
    get key() {
      const found = findKey(record)
      return found === NOT_FOUND ? readKey() : found
    },
    get rank() {
      return ranks.of(record)
    },
    get account() {
      return findAccount.of(record)
    },
    get isReachable() {
      return findAccount.isMail() || isReachable(lead())
    },
    get label() {
      return findLabel(record)
    },
    bytes: memory.bytes,
    lead,
  }
  return {
    of(wanted) {
      if (wanted === 0) ranks.classify(cells.records)
      record = wanted
      return view
    },
  }
}

const MAX_LABEL = 256

/** Where the name of a lead stands: the text of the first of some fields that is filled, if it is spelled plainly. */
function createLabels({ fields }: BoundPlan, names: readonly string[], cells: Cells, memory: Memory) {
  const own = names.flatMap(name => fields.find(field => field.name === name && field.columns.length > 0) ?? [])
  const places = own.every(isPlainField)
    ? own.map(field => ({ column: field.columns[0] ?? 0, copy: createLowerCopier(field, memory) }))
    : []
  const scratch = new Uint8Array(MAX_LABEL)
  const label = { from: 0, to: 0 }
  return (record: number) => {
    for (const { column, copy } of places) {
      label.from = cellStart(cells, record, column)
      label.to = cellEnd(cells, record, column)
      if (label.to > label.from) return copy(label.from, label.to, scratch, 0) === NOT_PLAIN ? undefined : label
    }
    return undefined
  }
}

/** Ranks by the classes of the values that they depend on. */
function createRanks(bound: BoundPlan, cells: Cells, memory: Memory) {
  const { keep } = bound.dedupe ?? {}
  const rankOf = compileRank(bound)
  const dates: readonly string[] = keep === 'latest' ? (bound.dedupe?.dates ?? []) : []
  const looks = [{ see: ({ value }: Reading) => value, basis: VALUE }]
  const slots = bound.fields.flatMap(({ name, read }, index) => {
    if (keep === 'most_complete' && read) return createSlot(index, bound, [], cells, memory) ?? []
    return dates.includes(name) ? (createSlot(index, bound, looks, cells, memory) ?? []) : []
  })
  const readings: Reading[] = []
  return {
    classify(records: number): void {
      for (const slot of slots) slot.classify(records)
    },
    of(record: number): number {
      for (const slot of slots) {
        const id = slot.ids[record] ?? 0
        readings[slot.index] = id === 0 ? slot.read(record) : slot.reading(id)
      }
      return rankOf({ cells: [], readings })
    },
  }
}

interface Places {
  readonly cells: Cells
  readonly memory: Memory
  /** The record that is looked at. */
  lead(): Lead
}

/** Accounts by what identifies them: a domain, or the text of another field. */
function createAccounts(bound: BoundPlan, accounts: TextNumbers, { cells, memory, lead }: Places) {
  const { fields, zone, account: rule } = bound
  const accountOf = compileAccountName(bound)
  const sources = rule === undefined ? [] : accountSources(rule)
  const numberOf = (slot: number, reading: Reading) => {
    const readings: Reading[] = []
    readings[slot] = reading
    const name = accountOf({ cells: [], readings })
    return name === undefined ? NO_NUMBER : accounts.of(name)
  }
  /** Of the record that is looked at: its account by its address, and whether it has one. */
  let packed = 0

  /** What reads the cell of a field; nothing if it has no column. */
  function readerOf(name: string) {
    const slot = fields.findIndex(field => field.name === name && field.columns.length > 0)
    const field = fields[slot]
    if (field === undefined) return undefined
    const [column = NO_CELLS, ...others] = field.columns
    const coerce = compileCoercion({ fields: [field], zone })
    const at = (from: number, to: number) => {
      const texts: string[] = []
      texts[column] = textAt(memory, from, to)
      return coerce(texts).readings[0] ?? NOTHING
    }
    const of = () => lead().readings[slot] ?? NOTHING
    return { slot, field, column, isOne: column !== NO_CELLS && others.length === 0, at, of }
  }

  const email = rule && readerOf('email')
  const isSource = sources.includes('email')
  const packedOf = (reading: Reading) =>
    2 * (isSource && email ? numberOf(email.slot, reading) + 1 : 0) + (isAddress(reading) ? 1 : 0)
  const mails = email && mailNumbers(email.field, cells, memory, email, packedOf)
  const readers = sources.flatMap(name => {
    if (name === 'email') return () => (packed >> 1) - 1
    const reader = readerOf(name)
    if (reader === undefined) return []
    const { slot, column, isOne, at, of } = reader
    if (!isOne) return () => numberOf(slot, of())
    const find = createFinder(memory, (from, to) => numberOf(slot, at(from, to)))
    return (record: number) => find(cellStart(cells, record, column), cellEnd(cells, record, column))
  })
  return {
    of(record: number): number {
      packed = mails === undefined ? 0 : mails(record)
      for (const find of readers) {
        const found = find(record)
        if (found !== NO_NUMBER) return found
      }
      return NO_NUMBER
    },
    /** Whether the record whose account was asked for last has a valid e-mail address. */
    isMail: () => (packed & 1) === 1,
  }
}

function isAddress(reading: Reading): boolean {
  return reading.value !== undefined && kindsIn(reading).has('valid_email')
}
