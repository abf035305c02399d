import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileAccountName, compileReachable } from '../../engine/account.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { isFilled } from '../../engine/completeness.ts'
import { compileKey, compileRank } from '../../engine/duplicate.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import { hasLines } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { accountSources, CONTACT_FIELDS, duplicateFieldsOf } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { Companies } from '../companies.ts'
import type { LeadEventPass, LeadEvents } from '../events/events.ts'
import type { Host } from '../host.ts'
import { type Opened, openLeads, type Reading } from '../open.ts'
import { rereading } from '../rereading.ts'
import { type Accounts, createAccounts, type Member } from './account-notes.ts'
import { createDuplicates, type DuplicateCandidate, type Duplicates } from './duplicate-notes.ts'
import { createNotes, type Note, type Noted, type Notes } from './note.ts'

/**
 * Duplicates and accounts, found by reading all inputs once before any lead is
 * judged. The second reading takes the notes in the order of the leads. Whatever the number of leads, memory holds no
 * more
 * than three sorters.
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
  readonly quick?: QuickSurvey | undefined
}

/** The points of a lead. */
export type Points = Pick<Verdict, 'total' | 'scores'>

/**
 * Gives the leads of an input one by one: their cells, of which those of some columns are read, their lines and their
 * points. `settle` is called now and then. False if the input is not one to be read in this way.
 */
export type QuickSurvey = (
  opened: Opened,
  bound: BoundPlan,
  job: {
    readonly asOf: number
    readonly columns: readonly number[]
    readonly isJudged: boolean
    take(cells: readonly string[], line: number, points: () => Points): void
    settle(): Promise<void>
  },
) => Promise<boolean>

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
  const gathered = { duplicates: createDuplicates(host), accounts: createAccounts(host) }
  const notes = createNotes(host)
  const others = { companies, events: events?.bound }
  const pass = events?.pass()
  try {
    const counts: number[] = []
    for (const path of request.inputs) {
      const first = counts.reduce((sum, count) => sum + count, 0)
      const opened = await openLeads(path, plan, request, host, others)
      counts.push(await gather({ opened, first, request, pass, quick }, gathered))
    }
    await decide(gathered, notes)
    return surveyOf(notes, counts)
  } catch (error) {
    await notes.drop()
    throw error
  } finally {
    await gathered.duplicates.drop()
    await gathered.accounts.drop()
  }
}

interface Gathered {
  readonly duplicates: Duplicates
  readonly accounts: Accounts
}

/** One input of a survey; its first lead has the place `first` among all. */
interface Gathering {
  readonly opened: Opened
  readonly first: number
  readonly request: SurveyRequest
  readonly pass: LeadEventPass | undefined
  readonly quick: QuickSurvey | undefined
}

/** Takes in the leads of one input; gives their number. */
async function gather({ opened, first, request, pass, quick }: Gathering, into: Gathered): Promise<number> {
  const bound = narrowed(opened.binding.bound)
  const coerce = compileCoercion(bound)
  const look = lookAt(bound, opened, request)
  const judge = compileJudge(bound, request.asOf)
  let candidates: DuplicateCandidate[] = []
  let members: Member[] = []
  let count = 0

  function add(lead: Lead, line: number, points: () => Points): void {
    const { candidate, member } = look(lead, line, first + count, points)
    count += 1
    if (candidate !== undefined) candidates.push(candidate)
    else if (member !== undefined) members.push(member)
  }

  async function settle(): Promise<void> {
    await into.duplicates.add(candidates)
    await into.accounts.add(members)
    candidates = []
    members = []
  }

  // Accounts alone are made of judged leads.
  const isJudged = bound.account !== undefined
  const withEvents = isJudged ? pass?.giver(bound) : undefined
  if (quick !== undefined && withEvents === undefined) {
    const own = compileCoercion({ ...bound, fields: fieldsOfNotes(bound) })
    const columns = [...new Set(fieldsOfNotes(bound).flatMap(field => field.columns))]
    const take = (cells: readonly string[], line: number, points: () => Points) => add(own(cells), line, points)
    const isRead = await quick(opened, bound, { asOf: request.asOf, columns, isJudged, take, settle })
    await settle()
    if (isRead) return count
  }
  for await (const { rows } of opened.batches) {
    const read = rows.map(({ cells }) => coerce(opened.complete(cells)))
    const leads = withEvents === undefined ? read : await withEvents(read)
    for (const [index, lead] of leads.entries()) add(lead, rows[index]?.line ?? 0, () => judge(lead))
    await settle()
  }
  return count
}

/** The fields that notes are made of, apart from points; others count as missing. */
function fieldsOfNotes(bound: BoundPlan): BoundPlan['fields'] {
  if (bound.dedupe?.keep === 'most_complete') return bound.fields
  const named = [...LABEL_FIELDS, ...CONTACT_FIELDS, ...duplicateFieldsOf(bound)]
  const needed = new Set([...named, ...(bound.account === undefined ? [] : accountSources(bound.account))])
  return bound.fields.map(field => (needed.has(field.name) ? field : { ...field, columns: [] }))
}

interface Look {
  readonly candidate: DuplicateCandidate | undefined
  readonly member: Member | undefined
}

/** The notes that one lead contributes. */
function lookAt(
  bound: BoundPlan,
  opened: Opened,
  request: SurveyRequest,
): (lead: Lead, line: number, position: number, points: () => Points) => Look {
  const keyOf = compileKey(bound)
  const rankOf = compileRank(bound)
  const memberOf = compileMember(bound)
  const labelOf = compileLabel(bound, opened, request)
  let record = 0
  return (lead, line, position, points) => {
    record += 1
    const member = memberOf(lead, position, points)
    const key = keyOf(lead)
    if (key === undefined) return { candidate: undefined, member }
    return { candidate: { key, rank: rankOf(lead), position, label: labelOf(lead, line, record), member }, member }
  }
}

/** The survey judges scores only, and only for accounts; it reads no column that this does not need. */
function narrowed(bound: BoundPlan): BoundPlan {
  const { grade: _, ...rest } = bound
  const scoresOnly = { ...rest, criteria: [], exclude: [], stages: [], segments: [], tags: [], owners: [], next: [] }
  if (bound.account !== undefined || bound.dedupe?.keep === 'most_complete') return scoresOnly
  const needed = new Set([...LABEL_FIELDS, ...duplicateFieldsOf(bound)])
  const fields = bound.fields.map(field => (needed.has(field.name) ? field : { ...field, columns: [] }))
  return { ...scoresOnly, fields }
}

function compileMember(bound: BoundPlan): (lead: Lead, position: number, points: () => Points) => Member | undefined {
  if (bound.account === undefined) return () => undefined
  const accountOf = compileAccountName(bound)
  const isReachable = compileReachable(bound)
  const engaged = bound.scores.findIndex(({ name }) => name === bound.account?.engaged)
  return (lead, position, points) => {
    const account = accountOf(lead)
    if (account === undefined) return undefined
    const { total, scores } = points()
    const shown = engaged < 0 ? undefined : (scores[engaged] ?? 0) > 0
    return { account, position, total, engaged: shown, reachable: isReachable(lead) }
  }
}

const LABEL_FIELDS = ['id', 'email']

/** The name of a lead: its id, else its e-mail address, else its position. */
function compileLabel(
  { fields }: BoundPlan,
  { name, input }: Opened,
  { inputs }: SurveyRequest,
): (lead: Lead, line: number, record: number) => string {
  const slots = LABEL_FIELDS.map(field => fields.findIndex(each => each.name === field))
  const file = inputs.length > 1 ? `${name} ` : ''
  const byLine = hasLines(input.format)
  return ({ readings }, line, record) => {
    for (const slot of slots) {
      const reading = readings[slot]
      // An id that a spreadsheet has rounded is invalid and identifies no lead.
      if (reading !== undefined && isFilled(reading.state)) return reading.text
    }
    return file + (byLine ? `line ${line}` : `record ${record}`)
  }
}

async function decide({ duplicates, accounts }: Gathered, notes: Notes): Promise<void> {
  for await (const decided of duplicates.decide()) {
    await accounts.add(decided.kept)
    await notes.add(decided.dropped)
  }
  await duplicates.drop()
  for await (const noted of accounts.figures()) await notes.add(noted)
}

function surveyOf(notes: Notes, counts: readonly number[]): Survey {
  const sorted = notes.sorted()
  let upcoming: readonly Noted[] = []
  let taken = 0
  let ended = false
  let position = 0
  let inputs = 0
  let read = 0
  const readOn = async () => {
    const { done, value } = await sorted.next()
    ended = done === true
    upcoming = value ?? []
    taken = 0
  }
  return {
    async next(count) {
      const found: (Note | undefined)[] = []
      for (const end = position + count; position < end; position += 1) {
        if (taken === upcoming.length && !ended) await readOn()
        const next = upcoming[taken]
        const isHere = next?.position === position
        found.push(isHere ? next.note : undefined)
        if (isHere) taken += 1
      }
      read += count
      return found
    },
    close(name) {
      if (read !== counts[inputs]) throw changed(name)
      inputs += 1
      read = 0
    },
    async drop() {
      await sorted.return(undefined)
      await notes.drop()
    },
  }
}

function changed(name: string): Refusal {
  const hint = 'try again when it is no longer being written'
  return new Refusal(diagnose('file/changed', `${name} changed while it was being read`, { hint }), 'tryAgain')
}
