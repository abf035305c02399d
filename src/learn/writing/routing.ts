import { type Pair, pairs } from '../../rulebook/yaml/building.ts'
import type { InlineMap } from '../../rulebook/yaml/yaml-write.ts'
import { together } from './write-rule.ts'

/** Tags for leads that must not be e-mailed or called. */
export interface OptOuts {
  readonly tags: readonly { readonly name: string; readonly when: InlineMap; readonly about: string }[]
  readonly mail: boolean
  readonly calls: boolean
}

/** Conditions that mean "do not e-mail", by field. */
const NO_MAIL: readonly Pair[] = [
  ['unsubscribed', true],
  ['marketing_consent', false],
  ['double_opt_in', false],
  ['marketing_status', pairs(['has_word', ['unsubscribed', 'abgemeldet', 'opted out']])],
  ['email_bounced', true],
]

const UNSUBSCRIBED = 'unsubscribed'
const DO_NOT_CALL = 'do-not-call'

/**
 * The opt-outs in the columns of a file. Leads that opted out are neither written to nor called, whatever the score.
 */
export function optOutsOf(fields: ReadonlySet<string>): OptOuts {
  const noMail = NO_MAIL.filter(([field]) => fields.has(String(field)))
  const mail = noMail.length > 0
  const calls = fields.has('do_not_call')
  const when = noMail.length === 1 ? pairs(...noMail) : pairs(['any', noMail.map(condition => pairs(condition))])
  return {
    tags: [
      ...(mail ? [{ name: UNSUBSCRIBED, when, about: 'nobody writes to them; sales may still call' }] : []),
      ...(calls ? [{ name: DO_NOT_CALL, when: pairs(['do_not_call', true]), about: 'nobody calls them' }] : []),
    ],
    mail,
    calls,
  }
}

/** Exclusions by fields that say so themselves. */
export function exclusionsOf(fields: ReadonlySet<string>): { readonly id: string; readonly when: InlineMap }[] {
  const marks = ['do_not_contact', 'competitor', 'test_record'] as const
  return marks
    .filter(field => fields.has(field))
    .map(field => ({ id: field.replaceAll('_', '-'), when: pairs([field, true]) }))
}

/** Next steps and their due dates; leads that no row matches get none. */
export function nextRows(stages: ReadonlySet<string>, { mail, calls }: OptOuts): InlineMap[] {
  const mayWrite: Pair[] = mail ? [[`tag.${UNSUBSCRIBED}`, false]] : []
  const mayCall: Pair[] = calls ? [[`tag.${DO_NOT_CALL}`, false]] : []
  const row = (stage: string, may: readonly Pair[], does: string, due: string): InlineMap => {
    // Where there is one stage only, all leads are in it.
    const when = [...(stages.size > 1 ? [['stage', stage] satisfies Pair] : []), ...may]
    return pairs(...(when.length === 0 ? [] : [['when', together(when)] satisfies Pair]), ['do', does], ['due', due])
  }
  const rows: readonly (readonly [string, InlineMap])[] = [
    ['SQL', row('SQL', mayCall, 'call', '1d')],
    ...(calls ? [['SQL', row('SQL', mayWrite, 'write in person', '1d')] as const] : []),
    ['MQL', row('MQL', mayWrite, 'write in person', '3d')],
    ...(mail ? [['MQL', row('MQL', mayCall, 'call', '3d')] as const] : []),
    ['nurture', row('nurture', mayWrite, 'newsletter', '30d')],
  ]
  return rows.filter(([stage]) => stages.has(stage)).map(([, found]) => found)
}

/** `{ score.total: { at_least: 56 } }` */
export function totalFrom(score: number): InlineMap {
  return pairs(['score.total', pairs(['at_least', score])])
}
