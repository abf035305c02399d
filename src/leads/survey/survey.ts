import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Companies } from '../companies.ts'
import type { LeadEventPass, LeadEvents } from '../events/events.ts'
import type { Host } from '../host.ts'
import { type Opened, openLeads, type Reading } from '../open.ts'
import type { Points, QuickLeads, QuickReading } from '../quick.ts'
import { rereading } from '../rereading.ts'
import { createGathered, type Gathered, type NoteReader } from './gathered.ts'
import { fieldsOfNotes, LABEL_FIELDS, lookAt, narrowed } from './look.ts'
import type { Note } from './note.ts'

/**
 * Duplicates and accounts, found by reading all inputs once before any lead is judged. The second reading takes the notes
 * in the order of the leads. Memory holds the keys of some two million leads; of more it holds no more than three sorters.
 */
export interface Survey {
  /** The notes of the next leads. */
  next(count: number): Promise<readonly (Note | undefined)[]>
  /** Ends an input; refuses it if it has changed since the survey. */
  close(name: string): void
  drop(): Promise<void>
}

export interface SurveyRequest extends Reading {
  readonly inputs: readonly string[]
  readonly asOf: number
}

/** The background with which leads are read. */
export interface Beside {
  readonly companies: Companies | undefined
  readonly events: LeadEvents | undefined
  /** Reads inputs in another way than row by row, where that is quicker. */
  readonly quick?: QuickReading['leads'] | undefined
}

/**
 * Runs a job with a survey of its inputs, if the rulebook uses duplicates or accounts. The job reads
 * the inputs through the host that it is given, in the same order.
 */
export async function withSurvey<T>(
  plan: Plan,
  request: SurveyRequest,
  host: Host,
  beside: Beside,
  job: (host: Host, survey: Survey | undefined) => Promise<T>,
): Promise<T> {
  if (plan.dedupe === undefined && plan.account === undefined) return job(host, undefined)
  const again = rereading(host)
  try {
    const survey = await surveyInputs(plan, request, again.host, beside)
    try {
      return await job(again.host, survey)
    } finally {
      await survey.drop()
    }
  } finally {
    await again.drop()
  }
}

async function surveyInputs(
  plan: Plan,
  request: SurveyRequest,
  host: Host,
  { companies, events, quick }: Beside,
): Promise<Survey> {
  const gathered = createGathered(host)
  const others = { companies, events: events?.bound }
  const pass = events?.pass()
  try {
    const counts: number[] = []
    for (const path of request.inputs) {
      const first = counts.reduce((sum, count) => sum + count, 0)
      const opened = await openLeads(path, plan, request, host, others)
      counts.push(await gather({ opened, first, request, pass, quick }, gathered))
    }
    return surveyOf(await gathered.decide(), counts)
  } finally {
    await gathered.drop()
  }
}

/** One input of a survey; its first lead has the place `first` among all. */
interface Gathering {
  readonly opened: Opened
  readonly first: number
  readonly request: SurveyRequest
  readonly pass: LeadEventPass | undefined
  readonly quick: QuickReading['leads'] | undefined
}

/** Takes in the leads of one input; gives their number. */
async function gather({ opened, first, request, pass, quick }: Gathering, into: Gathered): Promise<number> {
  const bound = narrowed(opened.binding.bound)
  const look = lookAt(bound, opened, request)
  let count = 0
  const add = (lead: Lead, line: number, points: () => Points) => {
    into.add(look.at(lead, line, first + count, points))
    count += 1
  }
  // Accounts alone are made of judged leads.
  const isJudged = bound.account !== undefined
  const withEvents = isJudged ? pass?.giver(bound) : undefined
  if (quick !== undefined && withEvents === undefined) {
    const fields = fieldsOfNotes(bound)
    const looked = { ...bound, fields }
    const coerce = compileCoercion(looked)
    const job: QuickLeads = {
      ...{ asOf: request.asOf, isJudged, settle: into.settle },
      columns: [...new Set(fields.flatMap(field => field.columns))],
      take: (cells, line, points) => add(coerce(cells), line, points),
      numbers: {
        ...{ bound: looked, label: LABEL_FIELDS, tables: into.held },
        take(lead, line, points) {
          into.held()?.addNumbers(look.numbers(lead, line, points))
          count += 1
        },
      },
    }
    if (await quick(opened, bound, job)) return count
  }
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  for await (const { rows } of opened.batches) {
    const read = rows.map(({ cells }) => coerce(opened.complete(cells)))
    const leads = withEvents === undefined ? read : await withEvents(read)
    for (const [index, lead] of leads.entries()) add(lead, rows[index]?.line ?? 0, () => judge(lead))
    await into.settle()
  }
  return count
}

function surveyOf(notes: NoteReader, counts: readonly number[]): Survey {
  let inputs = 0
  let read = 0
  return {
    async next(count) {
      read += count
      return notes.next(count)
    },
    close(name) {
      if (read !== counts[inputs]) throw changed(name)
      inputs += 1
      read = 0
    },
    drop: notes.drop,
  }
}

function changed(name: string): Refusal {
  const hint = 'try again when it is no longer being written'
  return new Refusal(diagnose('file/changed', `${name} changed while it was being read`, { hint }), 'tryAgain')
}
