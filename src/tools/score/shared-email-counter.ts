import { fold } from '../../ir/values/fold.ts'
import { createKeyCounter } from './key-counter.ts'

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
  return {
    add(id: string | undefined, email: string | undefined, line: number) {
      if (id === undefined || email === undefined) return
      const key = fold(email)
      const isKnown = emails.seen(key)
      const isSameLead = pairs.seen(`${key}\n${fold(id)}`)
      if (!isKnown || isSameLead) return
      if (count === 0) first = line
      count += 1
    },
    result: (): SharedEmails => ({ count, line: first }),
  }
}
