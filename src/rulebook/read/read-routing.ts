import type { NextRow, OwnerRow } from '../../ir/plan/plan.ts'
import type { Draft, OwnerRowDraft } from '../language/language.ts'
import { readOptional } from './conditions/read-condition.ts'
import { resolveField } from './conditions/resolve.ts'
import type { Scope } from './names.ts'
import { checkReachable } from './read-rows.ts'

/** Reads owners and next steps. */

export function readOwners({ owners = [] }: Draft, scope: Scope): OwnerRow[] {
  const always = owners.map(row => (row?.keep === undefined ? row : { ...row, when: row.keep }))
  checkReachable(always, scope.report)
  return owners.flatMap(row => (row === undefined ? [] : (readOwner(row, scope) ?? [])))
}

function readOwner(row: OwnerRowDraft, scope: Scope): OwnerRow | undefined {
  const { keep, to, place } = row
  const when = readOptional(row.when, scope)
  if (keep !== undefined && to === undefined) {
    resolveField(keep, scope)
    return { keep: keep.text, ...when, place: keep.place }
  }
  const names = to?.filter(name => name !== undefined) ?? []
  const [first] = names
  if (first !== undefined && keep === undefined) {
    return { to: names.map(({ value }) => value), ...when, place: first.place }
  }
  if (!row.broken) scope.report('rule/shape', 'expected exactly one of `to` and `keep`', place)
  return undefined
}

export function readNext({ next = [] }: Draft, scope: Scope): NextRow[] {
  const rows = next.map(row => row && { ...row, place: row.do.place })
  checkReachable(rows, scope.report)
  return rows.flatMap(row => {
    if (row === undefined) return []
    const { do: action, due, from, when, place } = row
    if (from !== undefined) resolveField(from, scope, 'date')
    return [
      {
        do: action.value,
        ...readOptional(when, scope),
        ...(due && { due: due.value }),
        ...(from && { from: from.text }),
        place,
      },
    ]
  })
}
