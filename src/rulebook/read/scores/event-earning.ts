import { eventKey } from '../../../ir/plan/events.ts'
import type { Test } from '../../../ir/plan/expr.ts'
import type { EventEarning, Payment } from '../../../ir/plan/plan.ts'
import type { CountDraft, LastDraft } from '../../language/language-events.ts'
import type { RuleDraft } from '../../language/language-scores.ts'
import { readCondition } from '../conditions/read-condition.ts'
import { resolveField } from '../conditions/resolve.ts'
import type { Scope } from '../names.ts'
import { readTablePayment, reportWays } from './read-payment.ts'

/** Points for events. */

const WAYS =
  'a rule on events has `event` and `points`, or `event`, `of` and one of `points: {...}`, `points_from` and `cases`'
const OF = '`of` names the field of the event whose value is looked up'

/** Keys that mean nothing without `event`. */
const EVENT_KEYS = ['where', 'of', 'limit', 'distinct', 'count', 'last', 'instead_of'] as const
/** Keys that mean nothing beside it. */
const OTHER_KEYS = ['field', 'per', 'every', 'since'] as const

export function checkEventKeys(rule: RuleDraft, { report }: Scope): void {
  for (const key of EVENT_KEYS) {
    const given = rule[key]
    const place = given === undefined ? undefined : 'place' in given ? given.place : rule.id.place
    if (place !== undefined && !rule.broken) report('rule/points', `\`${key}\` needs \`event\``, place)
  }
}

/** Whether a rule asks for events once, and not for points for each of them. */
export function earnsOnce({ count, last }: RuleDraft): boolean {
  return count !== undefined || last !== undefined
}

export function readEventEarning(rule: RuleDraft, scope: Scope): EventEarning | undefined {
  const ofEvents = { ...scope, names: scope.events ?? scope.names }
  checkCompany(rule, scope)
  const where = rule.where === undefined ? undefined : readCondition(rule.where, ofEvents)
  if (rule.distinct !== undefined) resolveField(rule.distinct, ofEvents)
  const pays = readPayment(rule, ofEvents)
  const limit = rule.limit?.value
  return (
    pays && {
      kind: 'events',
      ...readNames(rule.event),
      ...(where && { where }),
      pays,
      ...(rule.distinct && { distinct: rule.distinct.text }),
      ...(limit !== undefined && limit !== 'every' && { limit }),
      ...(rule.count && { count: readCount(rule.count, scope) }),
      ...(rule.last && { last: readLast(rule.last, scope) }),
      insteadOf: (rule.instead_of ?? []).flatMap(id => (id && !readsEvents(id.value, scope) ? id.value : [])),
    }
  )
}

/** Events stand in for rules that read columns; one that a rulebook on top has replaced by a rule on events is none. */
function readsEvents(id: string, { names }: Scope): boolean {
  return names.known.get(`rule.${id}`)?.readsEvents === true
}

/** `any` is no name among others: it is all of them. */
function readNames(written: RuleDraft['event'] = []): Pick<EventEarning, 'of' | 'names'> {
  const names = new Map(
    written.flatMap(name => (name === undefined ? [] : [[eventKey(name.text), name.text] as const])),
  )
  return names.has('any') ? { of: [], names: [] } : { of: [...names.keys()], names: [...names.values()] }
}

function checkCompany(rule: RuleDraft, { report }: Scope): void {
  if (rule.broken) return
  for (const key of OTHER_KEYS) {
    const given = rule[key]
    if (given === undefined) continue
    const hint = key === 'field' ? OF : key === 'since' ? 'points fade with the age of each event' : undefined
    report('rule/points', `\`${key}\` cannot stand beside \`event\``, given.place, { hint })
  }
  if (rule.of !== undefined && earnsOnce(rule)) {
    report('rule/points', 'a rule with `count` or `last` gives its points once, so it has no table', rule.of.place)
  }
}

function readPayment(rule: RuleDraft, ofEvents: Scope): Payment | undefined {
  const { points, points_from: bounds, cases, of, else: otherwise } = rule
  const plain = points !== undefined && 'value' in points ? points : undefined
  const payments = [points, bounds, cases].filter(payment => payment !== undefined).length
  const hasTable = plain === undefined && points !== undefined
  if (otherwise !== undefined && !hasTable && !rule.broken) {
    ofEvents.report('rule/points', '`else` belongs to a table of `points`', otherwise.place)
  }
  if (payments !== 1 || (plain === undefined) !== (of !== undefined)) return reportWays(rule, WAYS, ofEvents)
  if (plain !== undefined) return { kind: 'once', points: plain.value }
  return of && readTablePayment(of, rule, ofEvents)
}

function readCount(draft: CountDraft, { report }: Scope): Test[] {
  const { at_least: least, at_most: most } = draft
  if (least === undefined && most === undefined && !draft.broken) {
    report('rule/shape', 'expected a number of events such as `{ at_least: 3 }`', draft.place)
  }
  if (least !== undefined && most !== undefined && most.value < least.value) {
    report('rule/range', `\`at_most\` ${most.value} is below \`at_least\` ${least.value}`, most.place)
  }
  return [
    ...(least ? [{ operator: 'at_least' as const, value: least.value }] : []),
    ...(most ? [{ operator: 'at_most' as const, value: most.value }] : []),
  ]
}

function readLast(draft: LastDraft, { report }: Scope): Test[] {
  const { older_than: older, in_last: recent } = draft
  if (older === undefined && recent === undefined && !draft.broken) {
    report('rule/shape', 'expected an age such as `{ older_than: 60d }`', draft.place)
  }
  return [
    ...(older ? [{ operator: 'older_than' as const, days: older.value }] : []),
    ...(recent ? [{ operator: 'in_last' as const, days: recent.value }] : []),
  ]
}
