import type { Plan } from '../ir/plan/plan.ts'
import type { Companies } from './companies.ts'
import { type EventsRequest, type LeadEvents, withEvents } from './events/events.ts'
import type { Host } from './host.ts'
import { type QuickSurvey, type Survey, withSurvey } from './survey/survey.ts'

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
  quick?: QuickSurvey,
): Promise<T> {
  return withEvents(plan, request, host, companies, async (reread, events) => {
    const beside = { companies, events, quick }
    return withSurvey(plan, request, reread, beside, (again, survey) => job(again, { survey, events }))
  })
}
