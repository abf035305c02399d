import { keyBytes } from '../../../io/parquet/table.ts'
import { memoryKey } from '../../../ir/plan/key-fields.ts'
import { leadKey } from '../../../ir/plan/lead-key.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { type VerdictTaker, verdictColumnsOf } from '../../../ir/results/verdict-file.ts'
import { ABSENT, type Keyed, keyedOf, pairLeads, type Verdicts } from '../../../leads/memory/verdict-table.ts'
import type { Move } from './find-moves.ts'

/** The leads that have moved, whose stages are found again with one thing as it was. */
export interface MovedLeads {
  /** Takes the verdicts of a plan; `stages`: those of the leads that were taken, by their rows in today's verdicts. */
  with(plan: Plan): { readonly taker: VerdictTaker; stages(): (row: number) => string | undefined }
}

/** A lead that was taken; its key as `keyBytes` spells it. */
interface Taken {
  readonly key: string
  readonly keyedBy: string
  readonly stage: string
}

export function createMovedLeads(now: Verdicts, moves: readonly Move[]): MovedLeads {
  const rows = rowsLike(now, moves)
  const all = keyedOf(now)
  const own: Keyed = {
    rows: rows.length,
    keys: rows.map(row => now.keys[row] ?? ''),
    keyedBy: index => all.keyedBy(rows[index] ?? ABSENT),
  }
  const keys = new Set(own.keys)
  return {
    with(plan) {
      const taken: Taken[] = []
      return {
        taker: takerFor(plan, keys, taken),
        stages() {
          // A stable sort: leads of one key stay in the order of their rows.
          taken.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
          const then: Keyed = {
            rows: taken.length,
            keys: taken.map(({ key }) => key),
            keyedBy: index => taken[index]?.keyedBy ?? '',
          }
          const stages = new Map<number, string>()
          pairLeads(then, own, (old, index) => {
            const [row, stage] = [rows[index], taken[old]?.stage]
            if (row !== undefined && stage !== undefined) stages.set(row, stage)
          })
          return row => stages.get(row)
        },
      }
    },
  }
}

/** The rows of moved leads, and of all others with the same keys, in order. */
function rowsLike({ keys, rows }: Verdicts, moves: readonly Move[]): number[] {
  const found: number[] = []
  let next = 0
  for (const { now } of moves) {
    if (now === undefined || now < next) continue
    const key = keys[now]
    let row = now
    while (row > 0 && keys[row - 1] === key) row -= 1
    for (; row < rows && keys[row] === key; row += 1) found.push(row)
    next = row
  }
  return found
}

/** Keeps the stages of leads with certain keys. */
function takerFor(plan: Plan, wanted: ReadonlySet<string>, taken: Taken[]): VerdictTaker {
  const keyFields = memoryKey(plan)
  const email = keyFields.indexOf('email')
  const stages: string[] = []
  const keyOf = (field: number, key: string) => keyBytes(field === email ? leadKey(key) : key)
  return {
    columns: verdictColumnsOf(plan).filter(({ part }) => part.kind === 'stage'),
    keyFields,
    wants: (field, key) => wanted.has(keyOf(field, key)),
    placeOf(_, value) {
      if (value === undefined) return -1
      const place = stages.indexOf(String(value))
      return place < 0 ? stages.push(String(value)) - 1 : place
    },
    add(field, key, [place = -1]) {
      const own = keyOf(field, key)
      if (wanted.has(own)) taken.push({ key: own, keyedBy: keyFields[field] ?? '', stage: stages[place] ?? '' })
    },
  }
}
