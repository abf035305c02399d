import { didYouMean } from '../../../base/nearest.ts'
import { isOperator } from '../../../ir/plan/operators.ts'
import type { FieldType } from '../../../ir/values/value.ts'
import { combinationHint } from '../../language/other-words.ts'
import { quote, type ScalarNode } from '../../yaml/node.ts'
import { fieldHint } from '../field-hint.ts'
import { isUsable, type Known, MOMENTS, type Names, type Scope } from '../names.ts'

const FAMILIES = ['score', 'rule', 'account', 'criteria', 'segment', 'tag', 'before', 'change']

/** What a key of a condition stands for; a problem if there is no such thing, or not yet. */
export function resolve(key: ScalarNode, scope: Scope): Known | undefined {
  const { names, report } = scope
  const known = lookUp(key.text, names)
  if (names.unsure.has(key.text) || (known === undefined && isInUnsureFamily(key.text, scope))) return undefined
  if (known === undefined) reportUnknown(key, scope)
  else if (isUsable(known, scope)) return known
  else if (known.moment === scope.moment && known.row !== undefined) {
    report('rule/too-early', `${quote(key.text)} is not written above this one`, key.place, {
      hint: 'a segment or tag may use those above it',
    })
  } else {
    report(
      'rule/too-early',
      `${quote(key.text)} is not known yet when ${scope.moment === 'rules and scores' ? 'rules and scores are' : `\`${scope.moment}\` is`} evaluated`,
      key.place,
      {
        hint: `the order is ${MOMENTS.join(' -> ')}`,
      },
    )
  }
  return undefined
}

function lookUp(name: string, { known, unlisted }: Names): Known | undefined {
  return known.get(name) ?? unlisted?.(name)
}

function isInUnsureFamily(text: string, { names }: Scope): boolean {
  return names.unsure.has(text.includes('.') ? (text.split('.')[0] ?? '') : 'fields')
}

function reportUnknown(key: ScalarNode, scope: Scope): void {
  const { names, report } = scope
  const [family = ''] = key.text.split('.')
  const isName = FAMILIES.some(word => word === family) || ['grade', 'chance', 'stage'].includes(key.text)
  report(
    isName ? 'rule/unknown-name' : 'rule/unknown-field',
    `unknown ${isName ? 'name' : 'field'} ${quote(key.text)}`,
    key.place,
    { hint: names.dropped.has(key.text) ? 'it is dropped by `enabled: false`' : hintFor(key.text, scope, isName) },
  )
}

/** The nearest of all names that are usable here, or the one that only lacks what stands before the dot. */
function hintFor(text: string, scope: Scope, isName: boolean): string | undefined {
  if (text.startsWith('account.')) return accountHint(text, scope)
  if (/^(?:before|change)\./.test(text)) return beforeHint(text, scope)
  if (isOperator(text)) return `an operator stands under a field: \`employees: { ${text}: ... }\``
  const combined = combinationHint(text)
  if (combined !== undefined) return combined
  const usable = [...scope.names.known].filter(([, known]) => isUsable(known, scope)).map(([name]) => name)
  const prefixed = usable.find(name => FAMILIES.some(family => name === `${family}.${text}`))
  if (prefixed !== undefined) return `did you mean \`${prefixed}\`?`
  return isName ? didYouMean(text, usable) : fieldHint(text, usable)
}

function accountHint(text: string, { names }: Scope): string | undefined {
  const known = [...names.known.keys()].filter(name => name.startsWith('account.'))
  if (known.length === 0) return 'accounts are defined by `account: { by: company_domain }`'
  if (text === 'account.engaged') return 'the score that shows interest is set by `account: { engaged: NAME }`'
  return didYouMean(text, known) ?? `there are: ${known.join(', ')}`
}

function beforeHint(text: string, { names }: Scope): string | undefined {
  const [family = ''] = text.split('.')
  const known = [...names.known.keys()].filter(name => name.startsWith(`${family}.`))
  return didYouMean(text, known) ?? (known.length === 0 ? undefined : `there are: ${known.join(', ')}`)
}

/** The field that a rule or row names by itself, of a certain type if that matters. */
export function resolveField(key: ScalarNode, { names, report }: Scope, type?: FieldType): Known | undefined {
  const known = lookUp(key.text, names)
  if (names.unsure.has(key.text) || (known === undefined && names.unsure.has('fields'))) return undefined
  if (known?.subject.kind !== 'field') {
    const fields = [...names.known].filter(([, { subject }]) => subject.kind === 'field').map(([name]) => name)
    const hint = fieldHint(key.text, fields)
    report('rule/unknown-field', `unknown field ${quote(key.text)}`, key.place, { hint })
    return undefined
  }
  if (type === undefined || known.type === type) return known
  report('rule/type', `expected a ${type} field, ${quote(key.text)} is a ${known.type} field`, key.place)
  return undefined
}
