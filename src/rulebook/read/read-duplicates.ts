import { didYouMean } from '../../base/nearest.ts'
import type { AccountRule, Dedupe } from '../../ir/plan/plan.ts'
import type { Draft } from '../language/language.ts'
import { quote } from '../yaml/node.ts'
import { resolveField } from './conditions/resolve.ts'
import type { Scope } from './names.ts'

/** Reads how duplicates and accounts are recognised. */

/** Where the day of a lead stands if the rulebook does not say, best first. */
export const DATES = ['modified_date', 'last_activity_date', 'created_date']

/** The score that shows interest if the rulebook does not say. */
const ENGAGEMENT = 'engagement'

export function readDedupe({ dedupe }: Draft, scope: Scope): { readonly dedupe?: Dedupe } {
  if (dedupe === undefined) return {}
  const { by, keep, latest_by: date, place } = dedupe
  const fields = by.filter(field => field !== undefined)
  for (const field of fields) resolveField(field, scope)
  if (by.length === 0) scope.report('rule/shape', 'expected at least one field', place)
  if (date !== undefined) resolveField(date, scope, 'date')
  if (date !== undefined && keep?.value !== 'latest' && !dedupe.broken) {
    scope.report('rule/shape', '`latest_by` belongs to `keep: latest`', date.place)
  }
  const dates = date === undefined ? DATES : [date.text]
  return {
    dedupe: {
      by: fields.map(({ text }) => text),
      keep: keep?.value ?? 'first',
      dates: keep?.value === 'latest' ? dates : [],
      place,
    },
  }
}

export function readAccount(draft: Draft, scope: Scope): { readonly account?: AccountRule } {
  const { account } = draft
  if (account === undefined) return {}
  resolveField(account.by, scope)
  const engaged = engagedScore(draft)
  if (engaged === undefined && account.engaged !== undefined && draft.scores !== undefined) {
    const { value, place } = account.engaged
    const hint = didYouMean(value, scoreNames(draft))
    scope.report('rule/unknown-name', `unknown score ${quote(value)}`, place, { hint })
  }
  return { account: { by: account.by.text, ...(engaged !== undefined && { engaged }), place: account.place } }
}

/** The score by which leads of an account count as engaged, if the rulebook has it. */
export function engagedScore(draft: Draft): string | undefined {
  const wanted = draft.account?.engaged?.value ?? ENGAGEMENT
  return scoreNames(draft).find(name => name === wanted)
}

function scoreNames({ scores = [] }: Draft): string[] {
  return scores.map(({ key }) => key.text)
}
