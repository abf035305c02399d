import type { Plan } from '../ir/plan/plan.ts'
import type { Companies } from './companies.ts'
import { type EventsRequest, type LeadEvents, withEvents } from './events/events.ts'
import type { Host } from './host.ts'
import type { QuickReading } from './quick.ts'
import { type Survey, withSurvey } from './survey/survey.ts'

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
  const withEventsOnly = async (reread: Host, events: LeadEvents | undefined) => {
    const beside = { companies, events, quick: quick?.leads }
    return withSurvey(plan, request, reread, beside, (again, survey) => job(again, { survey, events }))
  }
  return withEvents(plan, request, host, companies, withEventsOnly, quick)
}
