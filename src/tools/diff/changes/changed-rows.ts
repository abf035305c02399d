import type { StageRow } from '../../../ir/plan/plan.ts'
import { meaning } from './meaning.ts'

/**
 * Names for the rows of stages, which have none of their own, so that the same row has the same name in both rulebooks:
 * rows that say the same first, then those of one id, then those of one stage in their order.
 */
export function nameRows(
  base: readonly StageRow[],
  head: readonly StageRow[],
): { readonly base: readonly string[]; readonly head: readonly string[] } {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const same of SAME) {
    for (const [row, wanted] of head.entries()) {
      if (partner.has(row)) continue
      const found = base.findIndex((candidate, index) => !taken.has(index) && same(candidate, wanted))
      if (found < 0) continue
      partner.set(row, found)
      taken.add(found)
    }
  }
  const used = new Set<string>()
  const ofHead = head.map(row => unused(row, used))
  const ofBase = base.map((row, index) => {
    const pair = [...partner].find(([, other]) => other === index)
    return pair === undefined ? unused(row, used) : (ofHead[pair[0]] ?? row.stage)
  })
  return { base: ofBase, head: ofHead }
}

type Same = (one: StageRow, other: StageRow) => boolean

const SAME: readonly Same[] = [
  (one, other) => one.stage === other.stage && meaning(one.when) === meaning(other.when),
  (one, other) => one.id !== undefined && one.id === other.id,
  (one, other) => one.stage === other.stage,
]

/** `SQL`, `SQL (hand-raise)`, `SQL, row 2`. */
function unused({ stage, id }: StageRow, used: Set<string>): string {
  const plain = id === undefined ? stage : `${stage} (${id})`
  let name = plain
  for (let row = 2; used.has(name); row += 1) name = `${plain}, row ${row}`
  used.add(name)
  return name
}
