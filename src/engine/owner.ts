import { md5Number } from '../base/hash.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { OwnerRow } from '../ir/plan/plan.ts'
import { type Condition, type ConditionContext, compileCondition } from './condition.ts'
import type { Lead, Reading } from './lead.ts'
import { ANYTHING } from './watch.ts'

/** The owner of a lead: the first matching row with an owner; the empty text if there is none. */
export function compileOwner(context: ConditionContext): (...lead: Parameters<Condition>) => string {
  const ownersOf = compileOwners(context)
  const keyOf = keyReader(context.bound)
  return (lead, findings) => {
    const owners = ownersOf(lead, findings)
    return owners.length < 2 ? (owners[0] ?? '') : shareOut(owners, keyOf(lead))
  }
}

/** The people among whom leads like this one are shared out; none if nobody owns it. */
export function compileOwners(context: ConditionContext): (...lead: Parameters<Condition>) => readonly string[] {
  const rows = context.bound.owners.map(row => compileRow(row, context))
  return (lead, findings) => {
    for (const row of rows) {
      const owners = row(lead, findings)
      if (owners.length > 1 || (owners[0] ?? '') !== '') return owners
    }
    return NOBODY
  }
}

const NOBODY: readonly string[] = []

function compileRow(row: OwnerRow, context: ConditionContext): (...lead: Parameters<Condition>) => readonly string[] {
  const when = row.when === undefined ? undefined : compileCondition(row.when, context, 'plain')
  const give = 'keep' in row ? keeper(row.keep, context) : () => row.to
  if ('to' in row && row.to.length > 1) context.watch?.key()
  return (lead, findings) => (when === undefined || when(lead, findings) === true ? give(lead) : NOBODY)
}

function keeper(field: string, { bound, watch }: ConditionContext): (lead: Lead) => readonly string[] {
  const slot = bound.fields.findIndex(({ name }) => name === field)
  const see = (reading: Reading | undefined) => reading?.text ?? ''
  watch?.field(slot, { see, basis: ANYTHING })
  return lead => [see(lead.readings[slot])]
}

/** Distributes leads evenly and always the same way: the first 8 hex digits of an md5, modulo the number of owners. */
export function shareOut(people: readonly string[], key: string): string {
  return people[md5Number(key) % people.length] ?? ''
}

/** The key of a lead: its id, else its e-mail address (folded), else the whole record. */
export function keyReader({ fields, ownColumns = [] }: BoundPlan): (lead: Lead) => string {
  const isOwn = new Set(ownColumns)
  const recordOf = (cells: readonly string[]) => cells.filter((_, position) => !isOwn.has(position)).join('\u{1f}')
  const id = fields.findIndex(({ name }) => name === 'id')
  const email = fields.findIndex(({ name }) => name === 'email')
  return lead => lead.readings[id]?.text || String(lead.readings[email]?.value ?? '') || recordOf(lead.cells)
}
