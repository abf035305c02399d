import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../../ir/catalogue/mail-domains.ts'
import type { MailKind } from '../../ir/plan/operators.ts'
import type { Constraint } from './constraint.ts'
import type { TextTest } from './implied.ts'

/** Whether no address of the kinds that are wanted has the beginning, the end or the part that is wanted. */
export function isNoSuchMail(
  wanted: readonly { readonly operator: TextTest['operator']; readonly values: readonly string[] }[],
  constraints: readonly Constraint[],
): boolean {
  const kinds = constraints.flatMap(({ test, holds }) => (test.operator === 'is' && holds ? [test.values] : []))
  return wanted.some(({ operator, values }) =>
    kinds.some(some => values.every(text => some.every(kind => !canHave(kind, operator, text)))),
  )
}

/** Whether an address of a kind may have a text at its beginning, at its end or inside. Only what holds an @ tells. */
function canHave(kind: MailKind, operator: TextTest['operator'], text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)]
  switch (operator) {
    case 'ends_with':
      return canHaveDomain(kind, each => (at === -1 ? each.endsWith(domain) : each === domain), at !== -1)
    case 'starts_with':
      return at === -1 || (canHaveDomain(kind, each => each.startsWith(domain), false) && canHaveName(kind, local))
    case 'contains':
      return at === -1 || canHaveDomain(kind, each => each.startsWith(domain), false)
    default:
      return true
  }
}

function canHaveDomain(kind: MailKind, fits: (domain: string) => boolean, isWhole: boolean): boolean {
  switch (kind) {
    case 'free_mail':
      return FREE_MAIL.some(fits)
    case 'disposable_mail':
      return DISPOSABLE_MAIL.some(fits)
    case 'business_mail':
      return !isWhole || !(FREE_MAIL.some(fits) || DISPOSABLE_MAIL.some(fits))
    case 'valid_email':
    case 'role_mail':
      return true
  }
}

function canHaveName(kind: MailKind, local: string): boolean {
  return kind !== 'role_mail' || ROLE_NAMES.includes(local.replace(/\+.*/, ''))
}
