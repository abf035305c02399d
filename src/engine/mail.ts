import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../ir/catalogue/mail-domains.ts'
import type { MailKind } from '../ir/operators.ts'

const LOCAL = /^[^\s@"(),:;<>[\\\]]{1,64}$/
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]*[\p{L}\p{N}]$/u

const free = lazySet(() => FREE_MAIL)
const disposable = lazySet(() => DISPOSABLE_MAIL)
const roles = lazySet(() => ROLE_NAMES)

/** What can be said of a folded mail address by looking at it, without asking any server. */
export const MAIL_TESTS: Readonly<Record<MailKind, (address: string) => boolean>> = {
  valid_email: isValid,
  free_mail: address => isValid(address) && free().has(domainOf(address)),
  disposable_mail: address => isValid(address) && disposable().has(domainOf(address)),
  role_mail: address => isValid(address) && roles().has(address.slice(0, address.indexOf('@')).replace(/\+.*/, '')),
  business_mail: address => isValid(address) && !free().has(domainOf(address)) && !disposable().has(domainOf(address)),
}

function isValid(address: string): boolean {
  const at = address.indexOf('@')
  if (at < 1 || address.length > 254) return false
  const local = address.slice(0, at)
  return LOCAL.test(local) && !/^\.|\.\.|\.$/.test(local) && DOMAIN.test(address.slice(at + 1))
}

/** Whether a domain is one that a company has for itself. */
export function isCompanyDomain(domain: string): boolean {
  return DOMAIN.test(domain) && !free().has(domain) && !disposable().has(domain)
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}

/** The lists are long and most runs need one of them: each becomes a set when it is first asked. */
function lazySet(list: () => readonly string[]): () => ReadonlySet<string> {
  let set: ReadonlySet<string> | undefined
  return () => {
    set ??= new Set(list())
    return set
  }
}
