import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { accountSources, CONTACT_FIELDS } from '../ir/plan/key-fields.ts'
import { isFilled } from './completeness.ts'
import type { Lead, Reading } from './lead.ts'
import { domainOf, isCompanyDomain, kindsIn } from './mail.ts'

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
      const name = reading !== undefined && isFilled(reading.state) ? read(reading) : undefined
      if (name !== undefined) return name
    }
    return undefined
  }
}

type NameReader = (reading: Reading) => string | undefined

/** Fields that contain a domain. Free-mail domains do not identify an account. */
const READERS: ReadonlyMap<string, NameReader> = new Map([
  ['company_domain', siteDomain],
  ['website', siteDomain],
  ['email', mailDomain],
])

function mailDomain(reading: Reading): string | undefined {
  return kindsIn(reading).has('business_mail') ? domainOf(String(reading.value)) : undefined
}

function plain({ value }: Reading): string | undefined {
  return value === '' ? undefined : String(value)
}

/** `https://www.acme.example/de?x=1` -> `acme.example`. */
function siteDomain({ value }: Reading): string | undefined {
  const text = String(value)
  const [, host = ''] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:\s]*)/.exec(text) ?? []
  const domain = host.replace(/\.$/, '')
  return isCompanyDomain(domain) ? domain : undefined
}

/** Whether a lead can be reached. */
export function compileReachable({ fields }: BoundPlan): (lead: Lead) => boolean {
  const slots = CONTACT_FIELDS.map(name => ({ name, slot: fields.findIndex(field => field.name === name) }))
  return ({ readings }) =>
    slots.some(({ name, slot }) => {
      const reading = readings[slot]
      if (reading?.value === undefined) return false
      return name === 'email' ? kindsIn(reading).has('valid_email') : /\d/.test(String(reading.value))
    })
}
