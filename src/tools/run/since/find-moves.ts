import { keyText } from '../../../io/parquet/table.ts'
import type { Cause, MoveKind } from '../../../ir/results/since.ts'
import { VERDICT_NAMES } from '../../../ir/results/verdict-file.ts'
import { ABSENT, keyedOf, pairLeads, type Verdicts } from '../../../leads/memory/verdict-table.ts'

/** A lead that is not in the stage it was in. */
export interface Move {
  readonly key: string
  /** Its row in each run; undefined where it is not there. */
  readonly before: number | undefined
  readonly now: number | undefined
  readonly kind: MoveKind
  /** The empty text where it was, or is, not there. */
  readonly from: string
  readonly to: string
}

export interface Moves {
  readonly moves: readonly Move[]
  /** Stage before -> stage -> leads, with the leads that stay. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** All moves since the run before; `isBack`: whether an earlier run knew a lead that the run before did not. */
export function findMoves(before: Verdicts, now: Verdicts, isBack: (key: string) => boolean): Moves {
  const moves: Move[] = []
  const stages = createStages()
  const [then, today] = [stages.of(before), stages.of(now)]
  const matrix = createMatrix(stages.names)
  pairLeads(keyedOf(before), keyedOf(now), (old, own) => {
    const [from, to] = [then(old), today(own)]
    matrix.add(from, to)
    if (old !== ABSENT && own !== ABSENT && from === to) return
    const key = keyText((own === ABSENT ? before.keys[old] : now.keys[own]) ?? '')
    const kind = own === ABSENT ? 'gone' : old !== ABSENT ? 'moved' : isBack(key) ? 'back' : 'new'
    const [fromName = '', toName = ''] = [stages.names[from], stages.names[to]]
    moves.push({ key, before: rowOf(old), now: rowOf(own), kind, from: fromName, to: toName })
  })
  return { moves, matrix: matrix.result() }
}

function rowOf(row: number): number | undefined {
  return row === ABSENT ? undefined : row
}

/** Numbers for the stages of several runs, the same for equal names. */
function createStages() {
  const names: string[] = ['']
  const numberOf = (name: string) => {
    const place = names.indexOf(name)
    return place < 0 ? names.push(name) - 1 : place
  }
  return {
    names,
    /** Gives the number of a row's stage; 0 where there is none. */
    of(verdicts: Verdicts): (row: number) => number {
      const column = verdicts.column(VERDICT_NAMES.stage)
      if (column === undefined) return () => 0
      const { ids } = column
      const numbers = Uint32Array.from(column.values, value => numberOf(String(value)))
      return row => numbers[ids[row] ?? -1] ?? 0
    },
  }
}

/** Counts pairs of stages; both sides are named in the order in which they first come up. */
function createMatrix(names: readonly string[]) {
  const counts = new Float64Array(names.length * names.length)
  const pairs: (readonly [from: number, to: number])[] = []
  return {
    add(from: number, to: number): void {
      const place = from * names.length + to
      if (counts[place] === 0) pairs.push([from, to])
      counts[place] = (counts[place] ?? 0) + 1
    },
    result(): Record<string, Record<string, number>> {
      const matrix: Record<string, Record<string, number>> = {}
      for (const [from, to] of pairs) {
        const row = matrix[names[from] ?? ''] ?? {}
        row[names[to] ?? ''] = counts[from * names.length + to] ?? 0
        matrix[names[from] ?? ''] = row
      }
      return matrix
    },
  }
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
