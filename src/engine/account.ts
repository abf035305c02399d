import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { accountSources, CONTACT_FIELDS } from '../ir/plan/key-fields.ts'
import { isFilled } from './completeness.ts'
import type { Lead } from './lead.ts'
import { domainOf, isCompanyDomain, mailKindsOf } from './mail.ts'

/** The key of a lead's account; undefined for a lead without one. */
export function compileAccountName({ fields, account }: BoundPlan): (lead: Lead) => string | undefined {
  if (account === undefined) return () => undefined
  const readers = accountSources(account).map(name => ({
    slot: fields.findIndex(field => field.name === name),
    read: READERS.get(name) ?? plain,
  }))
  return ({ readings }) => {
    for (const { slot, read } of readers) {
      const reading = readings[slot]
      const name = reading !== undefined && isFilled(reading.state) ? read(String(reading.value)) : undefined
      if (name !== undefined) return name
    }
    return undefined
  }
}

type NameReader = (text: string) => string | undefined

/** Fields that contain a domain. Free-mail domains do not identify an account. */
const READERS: ReadonlyMap<string, NameReader> = new Map([
  ['company_domain', siteDomain],
  ['website', siteDomain],
  ['email', mailDomain],
])

function mailDomain(address: string): string | undefined {
  return mailKindsOf(address).has('business_mail') ? domainOf(address) : undefined
}

function plain(text: string): string | undefined {
  return text === '' ? undefined : text
}

/** `https://www.acme.example/de?x=1` -> `acme.example`. */
function siteDomain(text: string): string | undefined {
  const [, host = ''] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:\s]*)/.exec(text) ?? []
  const domain = host.replace(/\.$/, '')
  return isCompanyDomain(domain) ? domain : undefined
}

/** Whether a lead can be reached. */
export function compileReachable({ fields }: BoundPlan): (lead: Lead) => boolean {
  const slots = CONTACT_FIELDS.map(name => ({ name, slot: fields.findIndex(field => field.name === name) }))
  return ({ readings }) =>
    slots.some(({ name, slot }) => {
      const value = readings[slot]?.value
      if (value === undefined) return false
      return name === 'email' ? mailKindsOf(String(value)).has('valid_email') : /\d/.test(String(value))
    })
}
