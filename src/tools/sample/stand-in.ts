import { hmacSha256 } from '../../base/hash.ts'
import type { Reading } from '../../engine/lead.ts'
import { mailKindsOf } from '../../engine/mail.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { fold } from '../../ir/values/fold.ts'

/** Stand-ins for a cell, the least revealing first. The caller checks that the verdict stays the same. */
export type StandIns = (cell: string, reading: Reading) => readonly string[]

/** Kinds of identifying fields; other texts are reduced to words that the rulebook uses. */
const PERSONAL: Readonly<Record<string, 'key' | 'mail' | 'phone' | 'host'>> = {
  id: 'key',
  external_id: 'key',
  customer_number: 'key',
  company_id: 'key',
  salutation: 'key',
  first_name: 'key',
  last_name: 'key',
  full_name: 'key',
  email: 'mail',
  phone: 'phone',
  mobile: 'phone',
  company: 'key',
  company_domain: 'host',
  website: 'host',
  street: 'key',
  postal_code: 'key',
  city: 'key',
  crm_owner: 'key',
}

/** `sameness`: the field identifies duplicates or accounts, so equal cells have to stay equal. */
export function standInsFor(field: BoundField, sameness: boolean, secret: Uint8Array): StandIns {
  const hash = hasher(secret)
  switch (field.type) {
    case 'number':
      return (_, { value }) =>
        typeof value === 'number'
          ? moved(value, hash).map(each => printNumber(each / (field.number.scale ?? 1), field.number.decimal))
          : []
    case 'date':
      return (_, { value }) => (typeof value === 'number' ? movedDays(value, hash).map(printDay) : [])
    case 'boolean':
      return (_, { value }) => (typeof value === 'boolean' ? [String(value)] : [])
    case 'list':
      return (_, { value }) => (typeof value === 'object' ? [value.map(() => FILLER).join(field.split ?? ';')] : [])
    case 'text': {
      const kind = PERSONAL[field.name] ?? (sameness ? 'key' : undefined)
      return kind === undefined ? () => [FILLER] : (_, { text }) => OF_KIND[kind](fold(text), hash)
    }
  }
}

/** Whether the stand-ins of a field are hashes. */
export function isHashed(field: string, sameness: ReadonlySet<string>): boolean {
  return Object.hasOwn(PERSONAL, field) || sameness.has(field)
}

/** How far a number is moved, as a share of it, and a day, in days: the furthest first, as far as its step allows. */
const SHARES = [0.4, 0.25, 0.15, 0.08, 0.04, 0.02]
const DAYS = [45, 21, 10, 5, 3, 1]

/** Other numbers near one, and the number itself where none of them is in its step. */
function moved(value: number, hash: Hash): number[] {
  const scale = Number.isInteger(value) ? 1 : 100
  const near = SHARES.flatMap(share => signs(`number ${value} ${share}`, hash).map(by => value * (1 + share * by)))
  return [...near.map(each => Math.round(each * scale) / scale).filter(each => each !== value), value]
}

function movedDays(day: number, hash: Hash): number[] {
  const near = DAYS.flatMap(days => signs(`day ${day} ${days}`, hash).map(by => day + Math.round(days * by)))
  return [...near.filter(each => each !== day), day]
}

/** A number from -1 to 1 that only the key tells, and its opposite. */
function signs(text: string, hash: Hash): [number, number] {
  const by = (Number.parseInt(hash(text).slice(0, 8), 16) / 0xffffffff) * 2 - 1
  return [by, -by]
}

/** The filler for words that the rulebook does not use. */
export const FILLER = 'x'

type Hash = (text: string) => string

const OF_KIND: Readonly<Record<'key' | 'mail' | 'phone' | 'host', (text: string, hash: Hash) => readonly string[]>> = {
  key: (text, hash) => [`k${hash(text)}`],
  mail: (text, hash) => {
    const kinds = mailKindsOf(text)
    const at = text.lastIndexOf('@')
    const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
    if (!kinds.has('valid_email')) return [`k${hash(text)}`]
    const name = kinds.has('role_mail') ? local.replace(/\+.*/, '') : `k${hash(local)}`
    const isPublic = kinds.has('free_mail') || kinds.has('disposable_mail')
    const ending = domain.slice(domain.lastIndexOf('.') + 1)
    return isPublic ? [`${name}@${domain}`] : [`${name}@h${hash(domain)}.example`, `${name}@h${hash(domain)}.${ending}`]
  },
  phone: (text, hash) => {
    const digits = BigInt(`0x${hash(text)}`)
      .toString()
      .slice(0, 9)
      .padStart(9, '0')
    return [`000 ${digits}`, `+00 ${digits}`, `${text.slice(0, 3)} ${digits}`]
  },
  host: (text, hash) => {
    const host = text.replace(/^[a-z]+:\/\//, '').replace(/^www\./, '')
    const [name = ''] = host.split(/[/?#:]/)
    return [`h${hash(name)}.example`, `h${hash(name)}.${name.slice(name.lastIndexOf('.') + 1)}`]
  },
}

const DIGITS = 12

/** A keyed hash, so that its input cannot be found by trying all telephone numbers. */
function hasher(secret: Uint8Array): Hash {
  return text => hmacSha256(secret, text).slice(0, DIGITS)
}

/** A number that cannot be misread: a separator with three digits after it could be a thousands separator. */
function printNumber(value: number, decimal: string): string {
  const [whole = '', part] = String(value).split('.')
  return part === undefined ? whole : `${whole}${decimal}${part.length === 3 ? `${part}0` : part}`
}
