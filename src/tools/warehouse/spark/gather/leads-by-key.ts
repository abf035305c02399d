import { SPARK } from '../../../../dialects/dialect/spark.ts'
import type { Step } from '../../../../dialects/dialect/write.ts'
import { countedKeySteps, tieColumns } from '../../../../dialects/events/find.ts'
import { type EventPlan, eventPlan } from '../../../../dialects/events/rules.ts'
import { type Leads, TIED } from '../../../../dialects/events/steps.ts'
import { readLeads } from '../../../../dialects/statement.ts'
import type { BoundEvents } from '../../../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import type { TableJob } from '../../table/judge-table.ts'

/** The leads as whole rows, beside the fields by which others know them. */
export interface KeyedLeads {
  readonly steps: readonly Step[]
  readonly ofLeads: Leads
}

export function keyedLeads({ bound, source }: Pick<TableJob, 'bound' | 'source'>): KeyedLeads {
  const wanted = new Set([...(source.previous?.key ?? []), ...(bound.events?.join ?? [])])
  const keys: BoundPlan = {
    ...bound,
    fields: bound.fields.filter(({ name }) => wanted.has(name)),
    scores: [],
    criteria: [],
    exclude: [],
    stages: [],
    segments: [],
    tags: [],
    owners: [],
    next: [],
  }
  const { leads, ofLeads } = readLeads(keys, source, SPARK)
  return { steps: leads, ofLeads }
}

/** By which fields the events of a plan find leads; Spark reads nothing else of a rule. */
export function keyPlan(bound: BoundPlan & { readonly events: BoundEvents }): EventPlan {
  return { ...eventPlan(bound), after: [] }
}

/** The keys of leads, each with the number of leads that have it. */
export function leadKeySteps(plan: EventPlan, { step, columnsOf }: Leads): Step[] {
  const ties = tieColumns(plan, columnsOf, SPARK)
  return [{ name: TIED, about: '', from: step, columns: ties }, ...countedKeySteps(plan, TIED, columnsOf, SPARK)]
}
