import { createKeyCounter, createKeyTable, type KeyCounter, pairHashes, textHashes } from '../../engine/key-counter.ts'
import type { LeadKeys } from '../../fast/keys.ts'
import { fold } from '../../ir/values/fold.ts'

/** Leads with the e-mail address of an earlier lead that has another id: one person, counted twice. */
export interface SharedEmails {
  readonly count: number
  readonly line: number
}

export function createSharedEmailCounter() {
  /** Of each address the first lead that has it: an address and an id. */
  const emails = createKeyTable(true)
  /** Further leads of addresses. */
  let pairs: KeyCounter | undefined
  let count = 0
  let first = 0

  /** A lead by the marks and slots of its address, and of its address and id. */
  function addHashes(email: number, emailSlot: number, pair: number, pairSlot: number, line: number): void {
    const known = emails.first(email, emailSlot, pair)
    if (known === undefined || known === pair) return
    pairs ??= createKeyCounter()
    if (pairs.seenHash(pair, pairSlot)) return
    if (count === 0) first = line
    count += 1
  }

  return {
    add(id: string | undefined, email: string | undefined, line: number) {
      if (id === undefined || email === undefined) return
      const key = fold(email)
      const own = textHashes(key)
      const pair = pairHashes(own, textHashes(fold(id)))
      addHashes(own.mark, own.slot, pair.mark, pair.slot, line)
    },
    /** The leads of a batch that have both. */
    addAll({ records, lines, email, pair }: LeadKeys) {
      emails.touch(email.slots, records)
      for (let lead = 0; lead < records; lead += 1) {
        const mark = pair.marks[lead] ?? 0
        if (mark === 0) continue
        addHashes(email.marks[lead] ?? 0, email.slots[lead] ?? 0, mark, pair.slots[lead] ?? 0, lines[lead] ?? 0)
      }
    },
    result: (): SharedEmails => ({ count, line: first }),
  }
}
