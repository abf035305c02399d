import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Binding } from '../../io/bind/bind.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { type Background, withBackground } from '../../leads/background.ts'
import { type Companies, readCompaniesOf } from '../../leads/companies.ts'
import type { EventsRequest } from '../../leads/events/events.ts'
import type { Host } from '../../leads/host.ts'
import type { Memory } from '../../leads/memory/memory.ts'
import { readPrevious } from '../../leads/memory/previous.ts'
import { bindTo, type OpenedInput } from '../../leads/open.ts'
import { quickReading } from '../score/quick-reading.ts'
import { meaning } from './changes/meaning.ts'

/** Data on the leads from outside their file, for one of several plans. */
export interface Surroundings extends Background {
  readonly companies: Companies | undefined
  /** The same for all plans. */
  readonly memory?: Memory | undefined
}

export interface SidesRequest extends EventsRequest {
  readonly companies?: string | undefined
  /** What leadq wrote in the run before: a file, or the folder of a run. */
  readonly previous?: string | undefined
  /** Every so many verdicts are compared with the reference's. */
  readonly verify?: number | undefined
}

/** Runs a job with the surroundings of each of some plans, which all read the same leads. */
export async function withSurroundings<T>(
  plans: readonly Plan[],
  request: SidesRequest,
  host: Host,
  job: (host: Host, surroundings: readonly Surroundings[]) => Promise<T>,
  found: readonly Surroundings[] = [],
): Promise<T> {
  const [plan, ...others] = plans
  if (plan === undefined) return job(host, found)
  const companies = await readCompaniesOf(request, plan, host)
  const [first] = found
  const quick = quickReading(request.verify)
  const readers = { others, quick: quick.previous }
  const memory = first === undefined ? await readPrevious(request, plan, host, readers) : first.memory
  const next = (reread: Host, background: Background) =>
    withSurroundings(others, request, reread, job, [...found, { ...background, companies, memory }])
  return withBackground(plan, request, host, companies, next, quick)
}

/** One plan beside the leads of an input. */
export interface Side {
  readonly binding: Binding
  /** What is judged: without owners and next steps where nobody compares them. */
  readonly judged: BoundPlan
  /** The cells of a record, with those inside of them and those of its company. */
  complete(cells: readonly string[]): readonly string[]
  /** The leads of some rows; undefined for duplicates. */
  read(rows: readonly Row[]): Promise<readonly (Lead | undefined)[]>
  judge(lead: Lead): Verdict
  /** Ends the input. */
  close(): void
}

/** `bare`: owners and next steps are not judged. */
export function createSide(
  opened: OpenedInput,
  plan: Plan,
  request: SidesRequest,
  { companies, events, survey, memory }: Surroundings,
  bare: (bound: BoundPlan) => BoundPlan,
): Side {
  const { binding, complete } = bindTo(opened, plan, request, { companies, events: events?.bound, memory })
  const coerce = compileCoercion(binding.bound)
  const judged = bare(binding.bound)
  const judge = compileJudge(judged, request.asOf)
  const withEvents = events?.pass().giver(binding.bound)
  return {
    binding,
    judged,
    complete,
    judge,
    async read(rows) {
      const notes = (await survey?.next(rows.length)) ?? []
      const leads = rows.map(({ cells }, index) => {
        const note = notes[index]
        if (note?.kind === 'duplicate') return undefined
        const lead = coerce(complete(cells))
        return note === undefined ? lead : { ...lead, account: note.account }
      })
      if (withEvents === undefined) return leads
      const full = (await withEvents(leads.filter(lead => lead !== undefined))).values()
      return leads.map(lead => lead && full.next().value)
    },
    close: () => survey?.close(opened.name),
  }
}

/** A side that judges leads which another side has read. */
export function createView(
  opened: OpenedInput,
  plan: Plan,
  request: SidesRequest,
  { companies, events, memory }: Surroundings,
  like: Side,
  bare: (bound: BoundPlan) => BoundPlan,
): (row: Row, lead: Lead) => Verdict {
  const { binding, complete } = bindTo(opened, plan, request, { companies, events: events?.bound, memory })
  const judge = compileJudge(bare(binding.bound), request.asOf)
  if (readAlike(binding, like.binding)) return (_, lead) => judge(lead)
  const coerce = compileCoercion(binding.bound)
  return ({ cells }, { account, events: known }) =>
    judge({ ...coerce(complete(cells)), ...(account && { account }), ...(known && { events: known }) })
}

/** Whether the leads of one side can be judged by the other. */
export function readAlike(one: Binding, other: Binding): boolean {
  const cells = ({ bound: { fields, zone } }: Binding) => meaning([fields.map(({ read: _, ...field }) => field), zone])
  return cells(one) === cells(other)
}
