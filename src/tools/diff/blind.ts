import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'

/** Finds the fields that HEAD reads, BASE does not, and no lead of the data has: their effect cannot be shown. */
export interface BlindSpots {
  /** Takes a lead: whether the field in a slot of HEAD is filled. */
  add(has: (slot: number) => boolean): void
  diagnostics(name: string): Diagnostic[]
}

export function findBlindSpots(base: BoundPlan, head: BoundPlan): BlindSpots {
  const known = new Set(base.fields.filter(({ read }) => read).map(({ name }) => name))
  const unseen = new Map(
    head.fields.flatMap(({ name, read }, slot) => (read && !known.has(name) ? [[slot, name]] : [])),
  )
  return {
    add(has) {
      for (const slot of unseen.keys()) if (has(slot)) unseen.delete(slot)
    },
    diagnostics(name) {
      const fields = [...unseen.values()].map(field => `\`${field}\``)
      if (fields.length === 0) return []
      const it = fields.length === 1 ? 'it' : 'them'
      return [
        diagnose('diff/blind', `no lead in ${name} has ${fields.join(', ')}: the effect cannot be shown`, {
          hint: `compare on data that has ${it}; a sample holds only what the rulebook read when it was made`,
        }),
      ]
    },
  }
}
