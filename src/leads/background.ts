import type { Plan } from '../ir/plan/plan.ts'
import type { Companies } from './companies.ts'
import type { EventsRequest, LeadEvents } from './events/events.ts'
import type { Host } from './host.ts'
import type { QuickReading } from './quick.ts'
import type { Survey } from './survey/survey.ts'

/** Data on a lead from outside its record: events, duplicates and account. */
export interface Background {
  readonly survey: Survey | undefined
  readonly events: LeadEvents | undefined
}

/** Runs a job with the background of its leads. Events come first because the survey judges leads with them. */
export async function withBackground<T>(
  plan: Plan,
  request: EventsRequest,
  host: Host,
  companies: Companies | undefined,
  job: (host: Host, background: Background) => Promise<T>,
  quick?: QuickReading,
): Promise<T> {
  // What few runs need is loaded by those alone.
  const withEventsOnly = async (reread: Host, events: LeadEvents | undefined) => {
    if (plan.dedupe === undefined && plan.account === undefined) return job(reread, { survey: undefined, events })
    const { withSurvey } = await import('./survey/survey.ts')
    const beside = { companies, events, quick: quick?.leads }
    return withSurvey(plan, request, reread, beside, (again, survey) => job(again, { survey, events }))
  }
  if (request.events.length === 0) return withEventsOnly(host, undefined)
  const { withEvents } = await import('./events/events.ts')
  return withEvents(plan, request, host, companies, withEventsOnly, quick)
}
