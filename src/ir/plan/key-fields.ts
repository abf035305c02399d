import type { AccountRule, Plan } from './plan.ts'
import { fieldsOfPlan } from './plan-fields.ts'

/** The fields by which a lead is found again in the run before, best first. */
export function memoryKey({ key }: Pick<Plan, 'key'>): readonly string[] {
  return key ?? KEY_FIELDS
}

/** Fields that identify a lead and assign it to an owner, whether or not the rulebook reads them. */
const KEY_FIELDS = ['id', 'email']

/** Fields that can hold the domain of a company; the first filled one counts. */
const DOMAIN_FIELDS = ['company_domain', 'email', 'website'] as const

/** Fields by which a lead can be contacted. */
export const CONTACT_FIELDS = ['email', 'phone', 'mobile'] as const

/** The fields that can identify the account of a lead. */
export function accountSources({ by }: AccountRule): readonly string[] {
  return by === DOMAIN_FIELDS[0] ? DOMAIN_FIELDS : [by]
}

/** Whether no lead can have an account because every field that identifies one is missing. */
export function lacksAccount({ account }: Pick<Plan, 'account'>, missing: ReadonlySet<string>): boolean {
  return account === undefined || accountSources(account).every(name => missing.has(name))
}

/** Fields that identify duplicates and accounts. */
export function duplicateFieldsOf({ dedupe, account }: Pick<Plan, 'dedupe' | 'account'>): string[] {
  const same = dedupe === undefined ? [] : [...dedupe.by, ...dedupe.dates]
  const together = account === undefined ? [] : [...accountSources(account), ...CONTACT_FIELDS]
  return [...same, ...together]
}

/** The names of the fields of a bound plan, in order. */
export function fieldsToBind(plan: Plan): string[] {
  const { events } = plan
  const required = Object.values(plan.fields).flatMap(({ name, required }) => (required === true ? [name] : []))
  const own = [
    ...KEY_FIELDS,
    ...memoryKey(plan),
    ...(events?.join ?? []),
    ...fieldsOfPlan(plan),
    ...duplicateFieldsOf(plan),
  ]
  return [...new Set([...own, ...required])]
}
