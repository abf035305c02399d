import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import { hasLines, type Input, type Reject, type Row, type SkippedLine, type SkippedRow } from '../../io/records.ts'
import type { RetiredReason } from '../../ir/catalogue/retired.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Explanation } from '../../ir/results/explanation.ts'
import { isDamagedKey } from '../../ir/values/damaged.ts'
import { fold } from '../../ir/values/fold.ts'
import { type Background, withBackground } from '../../leads/background.ts'
import { readCompaniesOf } from '../../leads/companies.ts'
import type { LeadEventPass } from '../../leads/events/events.ts'
import type { Host } from '../../leads/host.ts'
import { readPrevious } from '../../leads/memory/previous.ts'
import { type Opened, openLeads, type Reading } from '../../leads/open.ts'
import type { Survey } from '../../leads/survey/survey.ts'
import { type RulebookSource, spellingsOf } from '../../rulebook/index.ts'
import { quickReading } from '../score/quick-reading.ts'
import type { Rulebook } from '../score/score-request.ts'
import { explainVerdict } from './explain-verdict.ts'
import type { FoundLead } from './found-lead.ts'

/**
 * The request for a lead: by its id, its e-mail, or the line its record starts on (for JSON the number of the record).
 */
export type Wanted =
  | { readonly by: 'id' | 'email'; readonly text: string }
  | { readonly by: 'row'; readonly number: number }

export interface ExplainRequest extends Reading {
  readonly input: string
  /** Event files, `-` for stdin. */
  readonly events: readonly string[]
  readonly wanted: Wanted
  /** The texts of the rulebook, for the spelling of values. */
  readonly sources: readonly RulebookSource[]
  readonly asOf: number
  /** A file of companies that completes the leads. */
  readonly companies?: string | undefined
  /** What leadq wrote in the run before: a file, or the folder of a run. */
  readonly previous?: string | undefined
}

/** Explains the verdict on one lead, and what it lacks for the next stage. */
export async function explain(rulebook: Rulebook, request: ExplainRequest, host: Host): Promise<Explanation> {
  const { plan, summary } = rulebook
  const { input, asOf, sources } = request
  const companies = await readCompaniesOf(request, plan, host)
  const quick = quickReading(undefined)
  const memory = await readPrevious(request, plan, host, { quick: quick.previous })
  const explainIn = async (reread: Host, { survey, events }: Background) => {
    const opened = await openLeads(input, plan, request, reread, { companies, events: events?.bound, memory })
    const found = await findLead(opened, request.wanted, survey, events?.pass())
    if (found === undefined) throw notFound(opened, request.wanted)
    if ('mark' in found) throw refuseSkipped(opened.name, found)
    const { bound } = opened.binding
    const verdict = compileJudge(bound, asOf)(found.lead)
    return explainVerdict({
      ...found,
      verdict,
      bound,
      asOf,
      file: opened.name,
      rulebook: summary,
      spell: spellingsOf(sources),
    })
  }
  return withBackground(plan, { ...request, inputs: [input] }, host, companies, explainIn, quick)
}

/** Finds the requested lead; among several of one id or e-mail the one that is scored. Skipped records come last. */
async function findLead(
  { name, batches, input, binding: { bound }, complete }: Opened,
  wanted: Wanted,
  survey: Survey | undefined,
  events: LeadEventPass | undefined,
): Promise<FoundLead | SkippedRow | undefined> {
  const coerce = compileCoercion(bound)
  const matches = matcherOf(wanted, input, bound)
  const withEvents = events?.giver(bound)
  let position = 0
  let duplicate: FoundLead | undefined
  let skippedRow: SkippedRow | undefined
  const isRejected = rejectMatcher(wanted, input)
  let reject: Reject | undefined
  for await (const { rows, rejects, skipped = [], skippedLines = [] } of batches) {
    reject ??= rejects.find(isRejected)
    const apart = wanted.by === 'row' && skippedLines.find(({ line }) => line === wanted.number)
    if (apart) throw refuseSkippedLine(name, apart)
    skippedRow ??= skipped.find(({ row }) => matches(row, coerce(complete(row.cells)), undefined))
    const notes = (await survey?.next(rows.length)) ?? []
    for (const [index, row] of rows.entries()) {
      position += 1
      const lead = coerce(complete(row.cells))
      if (!matches(row, lead, position)) continue
      const [full = lead] = (await withEvents?.([lead])) ?? []
      const note = notes[index]
      if (note?.kind !== 'duplicate')
        return { row, lead: note === undefined ? full : { ...full, account: note.account } }
      duplicate ??= { row, lead: full, duplicateOf: note.duplicateOf }
    }
  }
  if (duplicate === undefined && skippedRow === undefined && reject !== undefined)
    throw refuseRejected(name, reject, wanted)
  return duplicate ?? skippedRow
}

function matcherOf(
  wanted: Wanted,
  input: Input,
  { fields }: BoundPlan,
): (row: Row, lead: Lead, position: number | undefined) => boolean {
  if (wanted.by === 'row') {
    const byLine = hasLines(input.format)
    return ({ line }, _, position) => (byLine ? line : position) === wanted.number
  }
  const slot = fields.findIndex(({ name }) => name === wanted.by)
  const text = fold(wanted.text)
  return (_, { readings }) => fold(readings[slot]?.text ?? '') === text
}

function refuseSkipped(file: string, { row, mark }: SkippedRow): Refusal {
  const place = { file, line: row.line, col: 1 }
  const message = `this record is skipped: it is ${PRINTED[mark.reason]} (column \`${mark.heading}\`)`
  return new Refusal(diagnose('lead/not-found', message, { place, hint: '`--with-deleted` explains it' }), 'data')
}

const PRINTED: Readonly<Record<RetiredReason, string>> = {
  'deleted record': 'deleted',
  'archived record': 'archived',
  'merged record': 'merged into another one',
  'historic record': 'an earlier version',
  'inactive record': 'inactive',
}

/** Whether a rejected record is the requested one: on that line, or with that id or e-mail in one of its cells. */
function rejectMatcher(wanted: Wanted, { format, delimiter = ',' }: Input): (reject: Reject) => boolean {
  if (wanted.by === 'row') return ({ line }) => hasLines(format) && line === wanted.number
  const text = fold(wanted.text)
  return reject => reject.text.split(delimiter).some(cell => fold(cell.replace(/^"|"$/g, '')) === text)
}

function refuseRejected(file: string, { line, message }: Reject, wanted: Wanted): Refusal {
  const place = { file, line, col: 1 }
  const who = wanted.by === 'row' ? `row ${line}` : `the record with the ${NAMED[wanted.by]} \`${wanted.text}\``
  return new Refusal(diagnose('lead/not-found', `${who} was rejected: ${message}`, { place }), 'data')
}

const NAMED = { id: 'id', email: 'e-mail' } as const

function refuseSkippedLine(file: string, { line, kind }: SkippedLine): Refusal {
  const message = `row ${line} was skipped as a ${kind}`
  return new Refusal(diagnose('lead/not-found', message, { place: { file, line, col: 1 } }), 'data')
}

function notFound({ name, binding: { bound }, input: { headings } }: Opened, wanted: Wanted): Refusal {
  const what = wanted.by === 'row' ? `on row ${wanted.number}` : `with the ${wanted.by} \`${wanted.text}\``
  const isDamaged = wanted.by === 'id' && isDamagedKey('id', wanted.text)
  const hint = isDamaged ? DAMAGED_HINT : wanted.by === 'row' ? ROW_HINT : columnHint(wanted.by, bound, headings)
  return new Refusal(diagnose('lead/not-found', `${name} has no lead ${what}`, { hint }), 'data')
}

const ROW_HINT = 'a row is the line that the record starts on; the header is row 1'

const DAMAGED_HINT = 'a spreadsheet has rounded this id, so that many leads may have it: use --email or --row'

function columnHint(name: string, { fields }: BoundPlan, headings: readonly string[]): string {
  const columns = fields.find(field => field.name === name)?.columns ?? []
  if (columns.length === 0)
    return `no column of the file is bound to the field \`${name}\`: name it in the rulebook, or use --row`
  return `looked for in the column ${columns.map(column => `\`${headings[column] ?? ''}\``).join(', ')}`
}
