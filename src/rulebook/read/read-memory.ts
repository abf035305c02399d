import { BEFORE, scoreBefore, TOTAL } from '../../ir/plan/before.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import type { StageMemory, StageRow } from '../../ir/plan/plan.ts'
import { stageCondition } from '../../ir/plan/stage-memory.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { Draft, StageRowDraft } from '../language/language.ts'
import { readCondition } from './conditions/read-condition.ts'
import { resolveField } from './conditions/resolve.ts'
import type { Known, Scope } from './names.ts'

/** The names by which conditions ask what a lead was before, and by how much its scores changed since. */
export function beforeNames(
  scores: readonly string[],
  stages: readonly string[],
): [string, Omit<Known, 'operators'>][] {
  const named = [...scores, ...(scores.length > 0 ? [TOTAL] : [])]
  const field = (name: string, type: FieldType): [string, Omit<Known, 'operators'>] => [
    name,
    { subject: { kind: 'field', name }, type, moment: 'before', ...(name === BEFORE.stage && { labels: stages }) },
  ]
  return [
    ...(stages.length > 0 ? [field(BEFORE.stage, 'text'), field(BEFORE.since, 'date')] : []),
    ...named.map(name => field(scoreBefore(name), 'number')),
    ...named.map((name): [string, Omit<Known, 'operators'>] => [
      `change.score.${name}`,
      { subject: { kind: 'change', name }, type: 'number', moment: 'before' },
    ]),
  ]
}

/** The fields by which a lead is found again in the run before. */
export function readKey({ key }: Draft, scope: Scope): { readonly key?: readonly string[] } {
  if (key === undefined) return {}
  const fields = key.filter(field => field !== undefined)
  for (const field of fields) resolveField(field, scope)
  return fields.length === 0 ? {} : { key: fields.map(({ text }) => text) }
}

/** `keep_while` and `cool_down` of a stage row as a part of its condition; the row as it is written beside it. */
export function withMemory(
  when: Expr | undefined,
  { stage, keep_while: keepWhile, cool_down: coolDown }: StageRowDraft,
  scope: Scope,
): Pick<StageRow, 'when' | 'memory'> {
  if (keepWhile === undefined && coolDown === undefined) return when === undefined ? {} : { when }
  const keep = keepWhile && readCondition(keepWhile, scope)
  if (when === undefined) {
    const place = keepWhile?.place ?? coolDown?.place
    const hint = 'it always matches, so nothing is to be kept or held back: leave the key out'
    if (place !== undefined)
      scope.report('rule/shape', 'a row without `when` has no `keep_while` and no `cool_down`', place, { hint })
    return {}
  }
  const memory: StageMemory = {
    when,
    ...(keep && { keepWhile: keep }),
    ...(coolDown && { coolDown: coolDown.value }),
  }
  return { when: stageCondition(stage.value, memory), memory }
}
