import type { Lead } from '../../engine/lead.ts'
import type { Row } from '../../io/records.ts'
import type { Difference, Mover } from '../../ir/results/difference.ts'
import type { Change } from './changes/changes.ts'
import type { Trial } from './trial.ts'

/** Finds out why leads moved, and counts it. */
export interface Causes {
  /** The stages that each change alone gives to the moved leads of a batch. */
  try(rows: readonly Row[], leads: readonly (Lead | undefined)[], moved: readonly number[]): Promise<Tried>
  result(): Pick<Difference, 'together'> & {
    /** Leads that a change alone moves; missing for a change that cannot be applied alone. */
    readonly moves: ReadonlyMap<string, number>
    readonly interaction: number
  }
}

/** The causes of the n-th of the leads that moved. */
export type Tried = (place: number, to: string, row: Row, lead: Lead | undefined) => Pick<Mover, 'because' | 'together'>

/** Most combinations of changes that are counted separately; the others are counted together. */
const MAX_COMBINATIONS = 20

export function createCauses(changes: readonly Change[], trials: readonly Trial[]): Causes {
  const effective = changes.filter(({ cosmetic }) => !cosmetic)
  const [first] = effective
  // A single change is the cause of everything.
  const only = effective.length === 1 ? first?.name : undefined
  const moves = new Map(
    [...(only === undefined ? [] : [only]), ...trials.map(({ name }) => name)].map(name => [name, 0]),
  )
  const together = new Map<string, { readonly parts: readonly string[]; leads: number }>()
  let interaction = 0

  const combine = (parts: readonly string[]) => {
    interaction += 1
    const isNew = !together.has(parts.join('\n'))
    const told = isNew && together.size >= MAX_COMBINATIONS ? [] : parts
    const key = told.join('\n')
    const known = together.get(key) ?? { parts: told, leads: 0 }
    known.leads += 1
    together.set(key, known)
  }

  return {
    async try(rows, leads, moved) {
      const stages = await Promise.all(trials.map(trial => trial.alone(rows, leads, moved)))
      return (place, to, row, lead) => {
        const because =
          only !== undefined ? [only] : trials.filter((_, index) => stages[index]?.[place] === to).map(nameOf)
        for (const name of because) moves.set(name, (moves.get(name) ?? 0) + 1)
        if (because.length > 0) return { because }
        const needed = trials.filter(trial => (trial.without(row, lead) ?? to) !== to).map(nameOf)
        combine(needed)
        return { because, together: needed }
      }
    },
    result: () => ({ moves, interaction, together: [...together.values()].sort((a, b) => b.leads - a.leads) }),
  }
}

function nameOf({ name }: Trial): string {
  return name
}
