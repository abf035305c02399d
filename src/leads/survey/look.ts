import { compileAccountName, compileReachable } from '../../engine/account.ts'
import { isFilled } from '../../engine/completeness.ts'
import { compileKey, compileRank } from '../../engine/duplicate.ts'
import type { Lead } from '../../engine/lead.ts'
import type { NumberedLead } from '../../engine/numbered-lead.ts'
import { hasLines } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { accountSources, CONTACT_FIELDS, duplicateFieldsOf } from '../../ir/plan/key-fields.ts'
import type { Opened } from '../open.ts'
import type { Points } from '../quick.ts'
import type { Member } from './account-notes.ts'
import type { Contribution, NumberedContribution } from './held.ts'
import type { Texts } from './texts.ts'

/** What leads contribute. */
export interface LeadLook {
  at(lead: Lead, line: number, position: number, points: () => Points): Contribution
  /** The same by numbers; good until the next lead. */
  numbers(lead: NumberedLead, line: number, points: () => Points): NumberedContribution
}

export function lookAt(bound: BoundPlan, opened: Opened, request: { readonly inputs: readonly string[] }): LeadLook {
  const keyOf = compileKey(bound)
  const rankOf = compileRank(bound)
  const memberOf = compileMember(bound)
  const labelOf = compileLabel(bound, opened, request)
  const isEngaged = compileEngaged(bound)
  let record = 0
  let [numbered, atLine]: [NumberedLead | undefined, number] = [undefined, 0]
  const label = (labels: Texts) => {
    if (numbered === undefined) return labels.append('')
    const { label: place, bytes } = numbered
    if (place !== undefined) return labels.appendBytes(bytes, place.from, place.to)
    return labels.append(labelOf(numbered.lead(), atLine, record))
  }
  return {
    at(lead, line, position, points) {
      record += 1
      const member = memberOf(lead, position, points)
      const key = keyOf(lead)
      if (key === undefined) return { candidate: undefined, member }
      return { candidate: { key, rank: rankOf(lead), position, label: labelOf(lead, line, record), member }, member }
    },
    numbers(lead, line, points) {
      record += 1
      numbered = lead
      atLine = line
      const { key, account } = lead
      const rank = key < 0 ? 0 : lead.rank
      if (account < 0) return { key, rank, account, total: undefined, engaged: undefined, isReachable: false, label }
      const own = points()
      return { key, rank, account, total: own.total, engaged: isEngaged(own), isReachable: lead.isReachable, label }
    },
  }
}

/** The survey judges scores only, and only for accounts; it reads no column that this does not need. */
export function narrowed(bound: BoundPlan): BoundPlan {
  const { grade: _, ...rest } = bound
  const scoresOnly = { ...rest, criteria: [], exclude: [], stages: [], segments: [], tags: [], owners: [], next: [] }
  if (bound.account !== undefined || bound.dedupe?.keep === 'most_complete') return scoresOnly
  const needed = new Set([...LABEL_FIELDS, ...duplicateFieldsOf(bound)])
  const fields = bound.fields.map(field => (needed.has(field.name) ? field : { ...field, columns: [] }))
  return { ...scoresOnly, fields }
}

function compileMember(bound: BoundPlan): (lead: Lead, position: number, points: () => Points) => Member | undefined {
  if (bound.account === undefined) return () => undefined
  const accountOf = compileAccountName(bound)
  const isReachable = compileReachable(bound)
  const isEngaged = compileEngaged(bound)
  return (lead, position, points) => {
    const account = accountOf(lead)
    if (account === undefined) return undefined
    const own = points()
    return { account, position, total: own.total, engaged: isEngaged(own), reachable: isReachable(lead) }
  }
}

/** Whether the score of a lead shows interest; undefined without such a score. */
function compileEngaged(bound: BoundPlan): (points: Points) => boolean | undefined {
  const engaged = bound.scores.findIndex(({ name }) => name === bound.account?.engaged)
  return engaged < 0 ? () => undefined : ({ scores }) => (scores[engaged] ?? 0) > 0
}

/** The fields that name a lead, best first. */
export const LABEL_FIELDS = ['id', 'email']

/** The name of a lead: its id, else its e-mail address, else its position. */
function compileLabel(
  { fields }: BoundPlan,
  { name, input }: Opened,
  { inputs }: { readonly inputs: readonly string[] },
): (lead: Lead, line: number, record: number) => string {
  const slots = LABEL_FIELDS.map(field => fields.findIndex(each => each.name === field))
  const file = inputs.length > 1 ? `${name} ` : ''
  const byLine = hasLines(input.format)
  return ({ readings }, line, record) => {
    for (const slot of slots) {
      const reading = readings[slot]
      // An id that a spreadsheet has rounded is invalid and identifies no lead.
      if (reading !== undefined && isFilled(reading.state)) return reading.text
    }
    return file + (byLine ? `line ${line}` : `record ${record}`)
  }
}

/** The fields that notes are made of, apart from points; others count as missing. */
export function fieldsOfNotes(bound: BoundPlan): BoundPlan['fields'] {
  if (bound.dedupe?.keep === 'most_complete') return bound.fields
  const named = [...LABEL_FIELDS, ...CONTACT_FIELDS, ...duplicateFieldsOf(bound)]
  const needed = new Set([...named, ...(bound.account === undefined ? [] : accountSources(bound.account))])
  return bound.fields.map(field => (needed.has(field.name) ? field : { ...field, columns: [] }))
}
