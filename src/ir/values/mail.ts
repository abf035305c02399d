import { wordRuns } from './words.ts'

/** What a mail address looks like, folded, in regular expressions that every engine reads alike. */
export const MAIL_PATTERNS = {
  local: '^[^ @"(),:;<>\\[\\\\\\]]{1,64}$',
  /** A dot where none may be. */
  dots: '^[.]|[.][.]|[.]$',
  /** Of a domain in which an `x` stands for every letter, digit and mark beyond ASCII. */
  domain: '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9-]*[a-z0-9]$',
} as const

/** Code points of the longest address. */
export const MAX_ADDRESS_LENGTH = 254

const LOCAL = new RegExp(MAIL_PATTERNS.local, 'u')
const DOTS = new RegExp(MAIL_PATTERNS.dots)
const DOMAIN = new RegExp(MAIL_PATTERNS.domain)
const ASCII = /^[\0-\x7f]*$/

/** Whether a folded text is a mail address. */
export function isMailAddress(address: string): boolean {
  const at = address.indexOf('@')
  const local = address.slice(0, Math.max(0, at))
  return (
    LOCAL.test(local) &&
    !DOTS.test(local) &&
    isDomain(address.slice(at + 1)) &&
    (address.length <= MAX_ADDRESS_LENGTH || [...address].length <= MAX_ADDRESS_LENGTH)
  )
}

/** Whether a folded text is a domain with a dot. */
export function isDomain(domain: string): boolean {
  return DOMAIN.test(ASCII.test(domain) ? domain : domain.replace(beyondAscii(), 'x'))
}

let letters: RegExp | undefined

/** Made when the first such domain comes: the table is long. */
function beyondAscii(): RegExp {
  letters ??= new RegExp(
    `[${wordRuns()
      .filter(([, last]) => last > 0x7f)
      .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
      .join('')}]`,
    'gu',
  )
  return letters
}
