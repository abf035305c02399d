import { domainOf, mailKindsOf } from '../../engine/mail.ts'
import { fold } from '../../ir/values/fold.ts'
import type { LevelColumn } from '../bins/column.ts'

/** Fields that say which company a lead is of, best first; of a mail address its domain. */
const SOURCES = ['company_domain', 'email', 'company'] as const

/**
 * The account of each lead, as a number; -1: none. Leads of one account are alike in ways that no rule can use for the
 * next one, so all of them are either learned from or judged by. Undefined: hardly any two leads share one.
 */
export function accountsOf(columns: readonly LevelColumn[], leads: number): Int32Array | undefined {
  for (const source of SOURCES) {
    const column = columns.find(({ field }) => field === source)
    const found = column && numbersOf(column, source === 'email')
    if (found !== undefined && found.shared >= MIN_SHARED * leads) return found.accounts
  }
  return undefined
}

/** The share of leads that are not alone in their account. */
const MIN_SHARED = 0.05
/** An account of more leads than this share is a provider, or a spelling of nothing. */
const MAX_SHARE = 0.1

function numbersOf({ codes, levels }: LevelColumn, isMail: boolean) {
  const numbers = new Map<string, number>()
  const byLevel = Int32Array.from(levels, ({ value }) => {
    const text = fold(String(value))
    if (isMail && !mailKindsOf(text).has('business_mail')) return -1
    const key = isMail ? domainOf(text) : text
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  const counts = new Int32Array(numbers.size)
  const accounts = codes.map(code => (code < 0 ? -1 : (byLevel[code] ?? -1)))
  for (const account of accounts) if (account >= 0) counts[account] = (counts[account] ?? 0) + 1
  const isAccount = (account: number) => account >= 0 && (counts[account] ?? 0) <= MAX_SHARE * codes.length
  const shared = accounts.reduce((sum, each) => (isAccount(each) && (counts[each] ?? 0) > 1 ? sum + 1 : sum), 0)
  return { accounts: accounts.map(each => (isAccount(each) ? each : -1)), shared }
}
