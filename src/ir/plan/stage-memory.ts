import { fold } from '../values/fold.ts'
import { BEFORE } from './before.ts'
import type { Expr, Test } from './expr.ts'
import type { StageMemory } from './plan.ts'

/**
 * The whole condition of a stage row that looks at what the lead was before: its `when` holds and the lead has not just
 * left the stage, or the lead is in the stage and `keep_while` holds.
 */
export function stageCondition(stage: string, { when, keepWhile, coolDown }: StageMemory): Expr {
  const wasHere = is(BEFORE.stage, stageIs(stage))
  const enters: Expr =
    coolDown === undefined ? when : { kind: 'all', of: [when, { kind: 'not', of: hasLeft(stage, coolDown) }] }
  return keepWhile === undefined ? enters : { kind: 'any', of: [enters, { kind: 'all', of: [wasHere, keepWhile] }] }
}

/** Whether a lead has left a stage less than so many days ago. */
export function hasLeft(stage: string, days: number): Expr {
  return {
    kind: 'all',
    of: [
      { kind: 'not', of: is(BEFORE.stage, stageIs(stage)) },
      is(BEFORE.stageBefore, stageIs(stage)),
      is(BEFORE.since, { operator: 'in_last', days: days - 1 }),
    ],
  }
}

function stageIs(stage: string): Test {
  return { operator: 'equals', values: [fold(stage)] }
}

function is(name: string, test: Test): Expr {
  return { kind: 'test', subject: { kind: 'field', name }, test }
}
