import { hash } from 'node:crypto'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { OwnerRow } from '../ir/plan/plan.ts'
import { type Condition, type ConditionContext, compileCondition } from './condition.ts'
import type { Lead } from './lead.ts'

/** The owner of a lead: the first matching row with an owner; the empty text if there is none. */
export function compileOwner(context: ConditionContext): (...lead: Parameters<Condition>) => string {
  const rows = context.bound.owners.map(row => compileRow(row, context))
  return (lead, findings) => {
    for (const row of rows) {
      const owner = row(lead, findings)
      if (owner !== '') return owner
    }
    return ''
  }
}

function compileRow(row: OwnerRow, context: ConditionContext): (...lead: Parameters<Condition>) => string {
  const when = row.when === undefined ? undefined : compileCondition(row.when, context, 'plain')
  const give = 'keep' in row ? keeper(row.keep, context.bound) : sharer(row.to, context.bound)
  return (lead, findings) => (when === undefined || when(lead, findings) === true ? give(lead) : '')
}

function keeper(field: string, bound: BoundPlan): (lead: Lead) => string {
  const slot = bound.fields.findIndex(({ name }) => name === field)
  return lead => lead.readings[slot]?.text ?? ''
}

/** Distributes leads evenly and always the same way: the first 8 hex digits of an md5, modulo the number of owners. */
function sharer(people: readonly string[], bound: BoundPlan): (lead: Lead) => string {
  const [only = ''] = people
  if (people.length < 2) return () => only
  const keyOf = keyReader(bound)
  return lead => {
    const digits = hash('md5', keyOf(lead)).slice(0, 8)
    return people[Number.parseInt(digits, 16) % people.length] ?? only
  }
}

/** The key of a lead: its id, else its e-mail address (folded), else the whole record. */
function keyReader({ fields, ownColumns = [] }: BoundPlan): (lead: Lead) => string {
  const isOwn = new Set(ownColumns)
  const recordOf = (cells: readonly string[]) => cells.filter((_, position) => !isOwn.has(position)).join('\u{1f}')
  const id = fields.findIndex(({ name }) => name === 'id')
  const email = fields.findIndex(({ name }) => name === 'email')
  return ({ readings, cells }) => readings[id]?.text || String(readings[email]?.value ?? '') || recordOf(cells)
}
