import { compileCoercion } from '../../engine/coerce.ts'
import type { Lead } from '../../engine/lead.ts'
import { compileLostCounters } from '../../engine/lost-counters.ts'
import type { Known } from '../../fast/background.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { joinOf } from '../../leads/events/bound-events.ts'
import type { Note } from '../../leads/survey/note.ts'
import type { InputContext } from './input-job.ts'

/** What is known of the leads of one input from outside their records. */
export interface LeadBackgrounds {
  /** The notes of the next leads. */
  notes(count: number): Promise<readonly (Note | undefined)[]>
  /** What is known of some leads; nothing if nothing is known of any. `leads` reads the fields in some slots of each. */
  of(
    leads: (slots: readonly number[]) => readonly Lead[],
    notes: readonly (Note | undefined)[],
  ): Promise<readonly Known[] | undefined>
  /** The same of a lead by its cells. */
  ofCells(cells: readonly string[], note: Note | undefined): Promise<Known | undefined>
  /** Takes leads without events, which can lose a counter; absent if none can. */
  readonly lose: ((lead: Lead) => void) | undefined
}

export function createLeadBackgrounds(
  bound: BoundPlan,
  { beside: { survey, events }, plan, request }: InputContext,
): LeadBackgrounds {
  const withEvents = events?.leads.giver(bound)
  const join = joinOf(plan).map(name => bound.fields.findIndex(field => field.name === name))
  const slots = join.filter(slot => slot >= 0)
  const losesCounters = events && compileLostCounters(bound, request.asOf)
  const coerce = compileCoercion(bound)
  const NOTHING: Known = {}

  const of: LeadBackgrounds['of'] = async (leads, notes) => {
    if (survey === undefined && withEvents === undefined) return undefined
    const known = notes.map((note): Known => note ?? NOTHING)
    if (withEvents === undefined) return known
    const isScored = (index: number) => notes[index]?.kind !== 'duplicate'
    const given = (await withEvents(leads(slots).filter((_, index) => isScored(index)))).values()
    return known.map((each, index): Known => {
      const lead = isScored(index) ? given.next().value : undefined
      return lead?.events === undefined ? each : { ...each, events: lead.events }
    })
  }

  return {
    notes: async count =>
      survey === undefined ? Array.from({ length: count }, () => undefined) : await survey.next(count),
    of,
    async ofCells(cells, note) {
      const [known] = (await of(() => [coerce(cells)], [note])) ?? []
      return known
    },
    lose: losesCounters && (lead => losesCounters(lead) && events?.leads.addLosing()),
  }
}
