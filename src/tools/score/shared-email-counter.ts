import { createKeyCounter } from '../../engine/key-counter.ts'
import type { LeadHashes } from '../../fast/keys.ts'
import { fold } from '../../ir/values/fold.ts'

/** Leads with the e-mail address of an earlier lead that has another id: one person, counted twice. */
export interface SharedEmails {
  readonly count: number
  readonly line: number
}

export function createSharedEmailCounter() {
  const emails = createKeyCounter()
  const pairs = createKeyCounter()
  let count = 0
  let first = 0
  const note = (isKnown: boolean, isSameLead: boolean, line: number) => {
    if (!isKnown || isSameLead) return
    if (count === 0) first = line
    count += 1
  }
  return {
    add(id: string | undefined, email: string | undefined, line: number) {
      if (id === undefined || email === undefined) return
      const key = fold(email)
      note(emails.seen(key), pairs.seen(`${key}\n${fold(id)}`), line)
    },
    /** The same of a lead by the hashes of its folded keys. */
    addHashes({ email, pair }: LeadHashes, lead: number, line: number) {
      const mark = pair.marks[lead] ?? 0
      if (mark === 0) return
      const isKnown = emails.seenHash(email.marks[lead] ?? 0, email.slots[lead] ?? 0)
      note(isKnown, pairs.seenHash(mark, pair.slots[lead] ?? 0), line)
    },
    result: (): SharedEmails => ({ count, line: first }),
  }
}
