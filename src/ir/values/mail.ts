import { compileRewrites, isRewritable, type Rewrite } from './rewrite.ts'
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

const MAIL_FIELD = /(?:^|_)e?mail(?:_address)?(?:_?[0-9])?$/

/** Whether a field is by its name one of mail addresses. */
export function isMailField(name: string): boolean {
  return MAIL_FIELD.test(name)
}

/** Signs that cannot be seen and are not white space. */
const INVISIBLE = '\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064'
const APART = ' <>()\\[\\],;:|"/'

/** What an address does not have, folded: something around it, or a second one. */
export const ODD_MAIL = `[${APART}${INVISIBLE}]|^'|'$|[.]$`

/** From a folded cell to the first address in it: `Anna Berg <anna@acme.example>`, `mailto:anna@acme.example`. */
export const MAIL_REWRITES: readonly Rewrite[] = [
  { find: `[${INVISIBLE}]+`, by: [] },
  { find: '(^|[ <,;(\\["])(?:mailto|e-?mail): ?', by: [1] },
  {
    find: `^(?:[^@]*[<(\\[,;:|"/'] *)?([^${APART}'@]+[^${APART}@]*@[^${APART}@?]+)(?:[${APART}?'][^@]*(?:@.*)?)?$`,
    by: [1],
  },
  { find: "^([^ @]+@[^ @]*[^ @.'])[.']+$", by: [1] },
]

const ORDINARY = /^[a-z0-9._+-]+@[a-z0-9.-]+[a-z0-9]$/
const ODD = new RegExp(ODD_MAIL)
let rewritten: ((text: string) => string) | undefined

/** The address in a folded cell of addresses; the cell as it stands where there is none. */
export function addressIn(folded: string): string {
  if (ORDINARY.test(folded) || !ODD.test(folded) || !isRewritable(folded)) return folded
  rewritten ??= compileRewrites(MAIL_REWRITES)
  return rewritten(folded)
}
