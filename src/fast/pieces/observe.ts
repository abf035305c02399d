import type { EventKind } from '../../engine/events/lead-events.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import { type Finding, type Look, type Part, VALUE } from '../../engine/watch.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'

/** Everything that a part of the judge looks at. */
export interface Dependencies {
  /** By slot: which of the field's looks. */
  readonly fields: Map<number, number[]>
  readonly findings: { readonly subject: Finding; see(findings: Verdict): unknown }[]
  readonly events: EventLook[]
}

/** What is seen of a lead's events of some kinds; all others make no difference. */
export interface EventLook {
  readonly slots: readonly number[]
  isSeen(kind: EventKind): boolean
  see(lead: Lead): unknown
}

export interface Observed {
  readonly judge: (lead: Lead) => Verdict
  /** By slot. */
  readonly looks: readonly (readonly Look[])[]
  of(...parts: readonly Part[]): Dependencies
}

/** Compiles the reference's judge and writes down what each part of it looks at. */
export function observe(bound: BoundPlan, asOf: number): Observed {
  const looks = bound.fields.map((): Look[] => [])
  const parts = new Map<string, Dependencies>()
  const of = (part: Part): Dependencies => {
    const name = nameOf(part)
    const known: Dependencies = parts.get(name) ?? { fields: new Map(), findings: [], events: [] }
    parts.set(name, known)
    return known
  }
  const judge = compileJudge(bound, asOf, part => {
    const { fields, findings, events } = of(part)
    return {
      field(slot, look) {
        const all = looks[slot]
        // A field without a column is nothing for every lead.
        if (all === undefined || bound.fields[slot]?.columns.length === 0) return
        fields.set(slot, [...(fields.get(slot) ?? []), all.length])
        all.push(look)
      },
      finding: (subject, see) => findings.push({ subject, see }),
      events(slots, isSeen, see) {
        events.push({ slots, isSeen, see })
        // Seen together with the events, so the classes of the field have to tell its values apart.
        for (const slot of slots) looks[slot]?.push({ see: ({ value }) => value, basis: VALUE })
      },
      // Whoever is among several owners is worked out lead by lead.
      key() {},
    }
  })
  return { judge, looks, of: (...wanted) => together(wanted.map(of)) }
}

function nameOf(part: Part): string {
  return JSON.stringify(part)
}

function together(all: readonly Dependencies[]): Dependencies {
  const fields = new Map<number, number[]>()
  for (const each of all)
    for (const [slot, looks] of each.fields) fields.set(slot, [...(fields.get(slot) ?? []), ...looks])
  return { fields, findings: all.flatMap(({ findings }) => findings), events: all.flatMap(({ events }) => events) }
}
