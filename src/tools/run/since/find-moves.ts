import { keyText } from '../../../io/parquet/table.ts'
import type { Cause, MoveKind } from '../../../ir/results/since.ts'
import { VERDICT_NAMES } from '../../../ir/results/verdict-file.ts'
import { type Pair, pairsOf, type Verdicts } from '../../../leads/memory/verdict-table.ts'

/** A lead that is not in the stage it was in. */
export interface Move extends Pair {
  readonly key: string
  readonly kind: MoveKind
  /** The empty text where it was, or is, not there. */
  readonly from: string
  readonly to: string
}

/** All moves since the run before; `isBack`: whether an earlier run knew a lead that the run before did not. */
export function findMoves(before: Verdicts, now: Verdicts, isBack: (key: string) => boolean): Move[] {
  const moves: Move[] = []
  for (const pair of pairsOf(before, now)) {
    const from = pair.before === undefined ? '' : before.text(pair.before, VERDICT_NAMES.stage)
    const to = pair.now === undefined ? '' : now.text(pair.now, VERDICT_NAMES.stage)
    const [old, own] = [pair.before, pair.now]
    if (old !== undefined && own !== undefined && from === to) continue
    const key = keyText((own === undefined ? before.keys[old ?? 0] : now.keys[own]) ?? '')
    const kind = own === undefined ? 'gone' : old !== undefined ? 'moved' : isBack(key) ? 'back' : 'new'
    moves.push({ ...pair, key, kind, from, to })
  }
  return moves
}

/** The stages of leads when one thing is as it was: by row of today's verdicts. */
export type AsItWas = ReadonlyMap<Cause, (row: number) => string | undefined>

/**
 * What made a lead move: everything without which it would not have. Where each of several things alone is enough, none
 * of them is needed, and all that were looked at are named.
 */
export function causesOf({ to, now }: Move, asItWas: AsItWas, unchecked: ReadonlySet<Cause>): Cause[] {
  if (now === undefined) return []
  const looked = [...asItWas]
  const needed = looked.flatMap(([cause, stageOf]) => (stageOf(now) === to ? [] : [cause]))
  if (needed.length > 0) return needed
  // What is left over has done it.
  if (unchecked.size === 1) return [...unchecked]
  return unchecked.size === 0 ? looked.map(([cause]) => cause) : []
}

/** Stage before -> stage -> leads, with the leads that stay. */
export function matrixOf(before: Verdicts, now: Verdicts): Record<string, Record<string, number>> {
  const matrix: Record<string, Record<string, number>> = {}
  for (const pair of pairsOf(before, now)) {
    const from = pair.before === undefined ? '' : before.text(pair.before, VERDICT_NAMES.stage)
    const to = pair.now === undefined ? '' : now.text(pair.now, VERDICT_NAMES.stage)
    const row = matrix[from] ?? {}
    row[to] = (row[to] ?? 0) + 1
    matrix[from] = row
  }
  return matrix
}
