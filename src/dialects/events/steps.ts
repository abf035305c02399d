import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { FieldColumns } from '../cells/wanted.ts'
import type { Sql } from '../dialect/dialect.ts'
import type { Step } from '../dialect/write.ts'
import type { ConditionContext } from '../query-condition.ts'
import type { EventRelation } from '../relation.ts'
import { botSteps } from './bots.ts'
import { countSteps } from './count.ts'
import { findSteps, keyOfLeadSteps, matchedStep, seenStep, tieColumns, tieNames } from './find.ts'
import { eventPoints } from './points.ts'
import { eventColumns, readEvents } from './read.ts'
import { type EventPlan, eventPlan, ruleColumn } from './rules.ts'
import { sharesOf } from './sums.ts'

/** The events of leads as steps. */
export interface EventSteps {
  readonly plan: EventPlan
  /** Reads the events and computes the points of each. Reads no lead. */
  readonly read: readonly Step[]
  /** Finds the lead of each event by its keys, and the outcome of each event. */
  found(leads: Leads): readonly Step[]
  /** Sums the events of each lead and joins the sums to the leads. Comes after `found`. */
  readonly counted: readonly Step[]
  /** The part up to the removal of bot traffic. */
  readonly matched: readonly Step[]
}

export interface Leads {
  /** The step with their fields. */
  readonly step: Sql
  columnsOf(field: string): FieldColumns
}

export interface EventContext extends Omit<ConditionContext, 'subject'> {
  /** For the summary: names for which the query reports whether events have them. */
  readonly asked?: readonly string[]
  /** A name for a step that nothing else has. */
  stepName(name: string): string
}

/** The leads with the columns by which they find their events. */
export const TIED = 'lead_ties'

export function eventSteps(
  bound: BoundPlan & { readonly events: BoundEvents },
  relations: readonly EventRelation[],
  { stepName, asked, ...known }: EventContext,
): EventSteps {
  const plan = eventPlan(bound)
  const context: ConditionContext = { ...known, subject: nobody }
  const { dialect } = known
  const { sources } = bound.events
  const hasPlaces = relations.every(({ order }) => (order ?? dialect.place(undefined)) !== undefined)
  const width = Math.max(1, ...sources.map(({ keys }) => keys.length))
  const columns = eventColumns(plan, width, hasPlaces, asked !== undefined)
  const chains = relations.map((relation, index) => {
    const number = relations.length === 1 ? '' : String(index + 1)
    const numbered = (name: string) => stepName(name.replace(/^events?/, word => word + number))
    const source = sources[index] ?? NO_SOURCE
    return readEvents(source, relation, index, {
      ...known,
      plan,
      width,
      columns,
      asked: asked ?? [],
      stepName: numbered,
    })
  })
  const last = chains.map(chain => chain.at(-1)?.name ?? '')
  const union = last.map(name => `SELECT ${columns.join(', ')} FROM ${name}`).join('\n    UNION ALL ')
  const events = last.length === 1 ? (last[0] ?? '') : `(\n    ${union}\n  )`
  const ties = tieNames(plan)
  const seen = seenStep(plan)
  const matched = [matchedStep(plan), ...botSteps(plan, ties)]
  const sums = [...matched, ...countSteps(plan, ties, hasPlaces, context)].filter(step => step.columns.length > 0)
  const joins = [
    `LEFT JOIN ${sums.at(-1)?.name} USING (${ties.join(', ')})`,
    ...seen.map(({ name }) => `CROSS JOIN ${name}`),
  ]
  const shares = sharesOf(plan, context)
  return {
    plan,
    read: chains.flat(),
    found: ({ step, columnsOf }) => [
      {
        name: TIED,
        about: 'by what leads are known to events',
        from: step,
        columns: tieColumns(plan, columnsOf, dialect),
      },
      ...keyOfLeadSteps(plan, TIED, columnsOf, dialect),
      ...findSteps(plan, events, width, context),
    ],
    matched: [...seen, ...matched],
    counted: [
      ...seen,
      ...sums,
      {
        name: 'with_events',
        about: 'the leads with the points for what they did',
        from: [TIED, ...joins].join('\n    '),
        columns: plan.rules.map(rule => ({
          name: ruleColumn(rule, 'points'),
          sql: eventPoints(rule, shares.shareOf(rule) !== undefined, context),
        })),
      },
    ],
  }
}

const NO_SOURCE = { name: '', members: [], keys: [], fields: [], signals: [] }

/** Nothing of a lead is looked at. */
const nobody: ConditionContext['subject'] = () => ({
  isList: false,
  isMissing: false,
  value: 'NULL',
  text: 'NULL',
  words: 'NULL',
  isMail: () => 'NULL',
})
