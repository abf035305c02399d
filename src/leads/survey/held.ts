import type { Account } from '../../ir/results/account.ts'
import { withPlace } from '../growing.ts'
import { joined, type Member } from './account-notes.ts'
import type { DuplicateCandidate } from './duplicate-notes.ts'
import type { Note } from './note.ts'
import { createTexts, createTextTable, type Texts, type TextTable } from './texts.ts'

/** What one lead contributes to a survey. */
export interface Contribution {
  readonly candidate: DuplicateCandidate | undefined
  readonly member: Member | undefined
}

/** A contribution by numbers; -1 is no key or no account. */
export interface NumberedContribution {
  readonly key: number
  readonly rank: number
  readonly account: number
  readonly total: number | undefined
  readonly engaged: boolean | undefined
  readonly isReachable: boolean
  /** Appends its label. */
  label(to: Texts): number
}

/** The contributions of leads while they fit in memory, some 60 bytes of each and its texts. */
export interface Held {
  /** Takes the contribution of the next lead. */
  add(contribution: Contribution): void
  /** The same by the numbers of its key and account in `keys` and `accounts`. */
  addNumbers(lead: NumberedContribution): void
  readonly keys: TextTable
  readonly accounts: TextTable
  isFull(): boolean
  /** Everything that was taken, for whoever goes on with it; duplicates that are known have the lowest rank. */
  contributions(): Generator<Contribution>
  /** After the last lead: the notes of all leads, by their places. */
  notes(): (position: number) => Note | undefined
}

/** Leads, and bytes of their texts. */
const MAX_LEADS = 2_000_000
const MAX_BYTES = 64 * 1024 * 1024

const [KNOWN, ENGAGED, REACHABLE] = [1, 2, 4]

/** Below every rank of a lead that can be kept. */
const DROPPED = -1

export function createHeld(most = MAX_LEADS): Held {
  const keys = createTextTable()
  const labels = createTexts()
  const names = createTextTable()
  /** By lead: the number of its key and of its account, plus 1. */
  let [keyOf, accountOf] = [new Int32Array(1024), new Int32Array(1024)]
  let totals = new Float64Array(1024)
  let flags = new Uint8Array(1024)
  /** By key: the lead that is kept. */
  let [kept, ranks] = [new Int32Array(1024), new Float64Array(1024)]
  let labelOf = new Int32Array(1024)
  let leads = 0

  /** Keys that were noted; they are numbered in the order in which they come. */
  let noted = 0

  function makeRoom(): void {
    keyOf = withPlace(keyOf, leads)
    accountOf = withPlace(accountOf, leads)
    totals = withPlace(totals, leads)
    flags = withPlace(flags, leads)
  }

  function noteKey(number: number, rank: number): boolean {
    keyOf[leads] = number + 1
    if (number < noted && rank <= (ranks[number] ?? 0)) return false
    kept = withPlace(kept, number)
    ranks = withPlace(ranks, number)
    labelOf = withPlace(labelOf, number)
    kept[number] = leads
    ranks[number] = rank
    noted = Math.max(noted, number + 1)
    return true
  }

  function noteAccount(number: number, total: number | undefined, engaged: boolean | undefined, reachable: boolean) {
    accountOf[leads] = number + 1
    totals[leads] = total ?? Number.NaN
    flags[leads] = (engaged === undefined ? 0 : KNOWN) | (engaged === true ? ENGAGED : 0) | (reachable ? REACHABLE : 0)
  }

  function memberAt(position: number): Member | undefined {
    const account = (accountOf[position] ?? 0) - 1
    if (account < 0) return undefined
    const total = totals[position] ?? 0
    const flag = flags[position] ?? 0
    return {
      account: names.text(account),
      position,
      total: Number.isNaN(total) ? undefined : total,
      engaged: (flag & KNOWN) === 0 ? undefined : (flag & ENGAGED) !== 0,
      reachable: (flag & REACHABLE) !== 0,
    }
  }

  /** The key of a lead that repeats another one; -1 of all others. */
  function repeated(position: number): number {
    const key = (keyOf[position] ?? 0) - 1
    return key < 0 || kept[key] === position ? -1 : key
  }

  return {
    keys,
    accounts: names,
    add({ candidate, member }) {
      makeRoom()
      if (candidate !== undefined) {
        const number = keys.of(candidate.key)
        if (noteKey(number, candidate.rank)) labelOf[number] = labels.append(candidate.label)
      }
      if (member !== undefined) noteAccount(names.of(member.account), member.total, member.engaged, member.reachable)
      leads += 1
    },
    addNumbers(lead) {
      makeRoom()
      const { key, account } = lead
      if (key >= 0 && noteKey(key, lead.rank)) labelOf[key] = lead.label(labels)
      if (account >= 0) noteAccount(account, lead.total, lead.engaged, lead.isReachable)
      leads += 1
    },
    isFull: () => leads >= most || keys.bytes + labels.bytes + names.bytes >= MAX_BYTES,
    *contributions() {
      for (let position = 0; position < leads; position += 1) {
        const number = (keyOf[position] ?? 0) - 1
        const member = memberAt(position)
        if (number < 0) {
          yield { candidate: undefined, member }
          continue
        }
        const isKept = kept[number] === position
        const key = keys.text(number)
        const rank = isKept ? (ranks[number] ?? 0) : DROPPED
        const label = isKept ? labels.text(labelOf[number] ?? 0) : ''
        yield { candidate: { key, rank, position, label, member }, member }
      }
    },
    notes() {
      const accounts: (Account | undefined)[] = []
      for (let position = 0; position < leads; position += 1) {
        const account = (accountOf[position] ?? 0) - 1
        const member = account < 0 || repeated(position) >= 0 ? undefined : memberAt(position)
        if (member !== undefined) accounts[account] = joined(accounts[account], member)
      }
      const notes = accounts.map((account): Note | undefined => account && { kind: 'account', account })
      return position => {
        const key = repeated(position)
        if (key >= 0) return { kind: 'duplicate', duplicateOf: labels.text(labelOf[key] ?? 0) }
        return notes[(accountOf[position] ?? 0) - 1]
      }
    },
  }
}
