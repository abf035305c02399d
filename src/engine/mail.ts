import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../ir/catalogue/mail-domains.ts'
import type { MailKind } from '../ir/plan/operators.ts'
import { isDomain, isMailAddress } from '../ir/values/mail.ts'
import type { Reading } from './lead.ts'

/** Matches nearly all addresses quickly; `ir/values/mail.ts` has the full definition. */
const ORDINARY = /^[a-z0-9_-]+(?:[.+][a-z0-9_-]+){0,8}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/
const MAX_LOCAL_LENGTH = 64
const free = lazySet(() => FREE_MAIL)
const disposable = lazySet(() => DISPOSABLE_MAIL)
const roles = lazySet(() => ROLE_NAMES)

/** The kinds of a folded mail address, from its text alone. */
export function mailKindsOf(address: string): ReadonlySet<MailKind> {
  const kinds = new Set<MailKind>()
  if (!isValid(address)) return kinds
  kinds.add('valid_email')
  const domain = domainOf(address)
  if (free().has(domain)) kinds.add('free_mail')
  if (disposable().has(domain)) kinds.add('disposable_mail')
  if (kinds.size === 1) kinds.add('business_mail')
  if (roles().has(address.slice(0, address.indexOf('@')).replace(/\+.*/, ''))) kinds.add('role_mail')
  return kinds
}

/** The same of a reading, which remembers them. */
export function kindsIn(reading: Reading): ReadonlySet<MailKind> {
  reading.mail ??= mailKindsOf(String(reading.value))
  return reading.mail
}

function isValid(address: string): boolean {
  return (address.length <= MAX_LOCAL_LENGTH && ORDINARY.test(address)) || isMailAddress(address)
}

/** Whether a domain is one that a company has for itself. */
export function isCompanyDomain(domain: string): boolean {
  return isDomain(domain) && !free().has(domain) && !disposable().has(domain)
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}

/** The lists are long and most runs need only one: each becomes a set on first use. */
function lazySet(list: () => readonly string[]): () => ReadonlySet<string> {
  let set: ReadonlySet<string> | undefined
  return () => {
    set ??= new Set(list())
    return set
  }
}
