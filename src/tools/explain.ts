import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCoercion } from '../engine/coerce.ts'
import { compileJudge } from '../engine/judge.ts'
import type { Lead } from '../engine/lead.ts'
import { unpruned } from '../io/bind/bind.ts'
import type { Input, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import type { Explanation } from '../ir/explanation.ts'
import { fold } from '../ir/fold.ts'
import { type LeadEventPass, withEvents } from './events.ts'
import { explainVerdict } from './explain-verdict.ts'
import type { Host } from './host.ts'
import { type Opened, openLeads, type Reading } from './open.ts'
import type { Rulebook } from './score.ts'

/** How a lead is asked for: by its id, its e-mail, or the line its record starts on (the n-th record of a JSON file). */
export type Wanted =
  | { readonly by: 'id' | 'email'; readonly text: string }
  | { readonly by: 'row'; readonly number: number }

export interface ExplainRequest extends Reading {
  readonly input: string
  /** Event files, `-` for stdin. */
  readonly events: readonly string[]
  readonly wanted: Wanted
  readonly asOf: number
}

/** Why one lead got what it got, and what it lacks for the next stage. */
export async function explain(rulebook: Rulebook, request: ExplainRequest, host: Host): Promise<Explanation> {
  const { plan, summary } = rulebook
  const { input, asOf } = request
  return withEvents(plan, { ...request, inputs: [input] }, host, async (reread, events) => {
    const opened = await openLeads(input, plan, request, reread, events?.bound)
    const found = await findLead(opened, request.wanted, events?.pass())
    if (found === undefined) throw notFound(opened, request.wanted)
    const { bound } = opened.binding
    const verdict = compileJudge(bound, asOf)(found.lead)
    const whole = unpruned(plan, bound)
    return explainVerdict({ ...found, verdict, bound, whole, asOf, file: opened.name, rulebook: summary })
  })
}

export interface FoundLead {
  readonly row: Row
  readonly lead: Lead
}

async function findLead(
  { batches, input, binding: { bound } }: Opened,
  wanted: Wanted,
  events: LeadEventPass | undefined,
): Promise<FoundLead | undefined> {
  const coerce = compileCoercion(bound)
  const matches = matcherOf(wanted, input, bound)
  const withEvents = events?.giver(bound)
  let position = 0
  for await (const { rows } of batches) {
    for (const row of rows) {
      position += 1
      const lead = coerce(row.cells)
      if (!matches(row, lead, position)) continue
      const [full = lead] = (await withEvents?.([lead])) ?? []
      return { row, lead: full }
    }
  }
  return undefined
}

function matcherOf(
  wanted: Wanted,
  { format }: Input,
  { fields }: BoundPlan,
): (row: Row, lead: Lead, position: number) => boolean {
  if (wanted.by === 'row') {
    const counted = format === 'json' || format === 'ndjson'
    return ({ line }, _, position) => (counted ? position : line) === wanted.number
  }
  const slot = fields.findIndex(({ name }) => name === wanted.by)
  const text = fold(wanted.text)
  return (_, { readings }) => fold(readings[slot]?.text ?? '') === text
}

function notFound({ name, binding: { bound }, input: { headings } }: Opened, wanted: Wanted): Refusal {
  const what = wanted.by === 'row' ? `on row ${wanted.number}` : `with the ${wanted.by} \`${wanted.text}\``
  const hint = wanted.by === 'row' ? ROW_HINT : columnHint(wanted.by, bound, headings)
  return new Refusal(diagnose('lead/not-found', `${name} has no lead ${what}`, { hint }), 'data')
}

const ROW_HINT = 'a row is the line that the record starts on; the header is row 1'

function columnHint(name: string, { fields }: BoundPlan, headings: readonly string[]): string {
  const columns = fields.find(field => field.name === name)?.columns ?? []
  if (columns.length === 0)
    return `no column of the file is the field \`${name}\`: name it in the rulebook, or use --row`
  return `looked for in the column ${columns.map(column => `\`${headings[column] ?? ''}\``).join(', ')}`
}
