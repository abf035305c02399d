import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../../ir/catalogue/mail-domains.ts'
import type { MailKind } from '../../ir/plan/operators.ts'
import { MAIL_PATTERNS, MAIL_REWRITES, MAX_ADDRESS_LENGTH, ODD_MAIL } from '../../ir/values/mail.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, firstOf, rewritten, visible } from '../dialect/write.ts'
import { wordClass } from './query-text.ts'

/** Matches most addresses with one pattern, up to 251 characters. */
const PLAIN =
  '^[a-z0-9_+-]{1,20}(?:[.][a-z0-9_+-]{1,20}){0,2}@(?:[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?[.]){1,4}[a-z]{2,20}$'

/** The address in a folded cell of addresses: see `addressIn` of `ir/values/mail.ts`. */
export function addressIn(dialect: Dialect): OwnFunction {
  return {
    name: 'address_in',
    about: 'the mail address in a folded text, which may have a name around it',
    takes: 'text',
    gives: 'text',
    body: text => {
      const isOdd = dialect.finds(text, visible(ODD_MAIL, dialect))
      return firstOf([{ when: isOdd, give: rewritten(text, MAIL_REWRITES, dialect) }], text)
    },
  }
}

/** A folded text if it is a mail address, the empty text if it is something else. */
export function mailAddress(dialect: Dialect): OwnFunction {
  return {
    name: 'mail',
    about: 'a folded text if it is a mail address, the empty text if it is something else',
    takes: 'text',
    gives: 'text',
    body: text =>
      firstOf([
        { when: isMail(text, dialect), give: text },
        { when: `${text} IS NOT NULL`, give: "''" },
      ]),
  }
}

const ABOUT: Readonly<Record<MailKind, string>> = {
  valid_email: 'whether there is a mail address',
  free_mail: 'whether anybody gets a mail address of this domain',
  disposable_mail: 'whether a mail address is one that is thrown away',
  role_mail: 'whether a mail address is that of a function, such as info@ or sales@',
  business_mail: 'whether a mail address is neither free nor thrown away',
}

/** Whether a valid address is of a kind. */
export function mailKind(kind: MailKind, dialect: Dialect): OwnFunction {
  return {
    name: `is_${kind}`,
    about: ABOUT[kind],
    takes: 'text',
    gives: 'truth',
    body: address => isOfKind(address, kind, dialect),
  }
}

/** Whether a folded text is a mail address. */
export function isMail(address: Sql, dialect: Dialect): Sql {
  const { finds, replaced, part } = dialect
  const local = part(address, '@', 1)
  const domain = domainOf(address, dialect)
  const isAny = allOf([
    `length(${address}) <= ${MAX_ADDRESS_LENGTH}`,
    finds(address, '^[^@]+@[^@]+$'),
    finds(local, MAIL_PATTERNS.local),
    `NOT ${finds(local, MAIL_PATTERNS.dots)}`,
    finds(replaced(domain, `[${wordClass(dialect, 0x80)}]`, ['x']), MAIL_PATTERNS.domain),
  ])
  return firstOf([{ when: finds(address, PLAIN), give: 'TRUE' }], isAny)
}

export function domainOf(address: Sql, { part }: Dialect): Sql {
  return part(address, '@', 2)
}

/** Whether a folded text is an address of a kind; NULL if there is no text. */
export function isMailOfKind(text: Sql, kind: MailKind, dialect: Dialect): Sql {
  return `(${allOf([isMail(text, dialect), isOfKind(text, kind, dialect)])})`
}

/** Whether a valid address is of a kind. */
export function isOfKind(address: Sql, kind: MailKind, dialect: Dialect): Sql {
  const domain = domainOf(address, dialect)
  const isListed = (value: Sql, values: readonly string[]) => dialect.isOneOf(value, values)
  switch (kind) {
    case 'valid_email':
      return `${address} IS NOT NULL`
    case 'free_mail':
      return isListed(domain, FREE_MAIL)
    case 'disposable_mail':
      return isListed(domain, DISPOSABLE_MAIL)
    case 'business_mail':
      return `NOT ${anyOf([isListed(domain, FREE_MAIL), isListed(domain, DISPOSABLE_MAIL)])}`
    case 'role_mail':
      return isListed(dialect.part(dialect.part(address, '@', 1), '+', 1), ROLE_NAMES)
  }
}
