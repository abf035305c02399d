import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCoercion } from '../engine/coerce.ts'
import { compileJudge } from '../engine/judge.ts'
import type { Lead } from '../engine/lead.ts'
import { bindPlan, type From, unpruned } from '../io/bind/bind.ts'
import { openInput } from '../io/read.ts'
import type { Input, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { isDamagedKey } from '../ir/damaged.ts'
import type { Explanation } from '../ir/explanation.ts'
import { fold } from '../ir/fold.ts'
import { splitHeadings } from './columns.ts'
import { joinCompanies, readCompanies } from './companies.ts'
import { explainVerdict } from './explain-verdict.ts'
import type { Host } from './host.ts'
import { type Format, STDIO } from './outputs.ts'
import type { Complete } from './run.ts'
import { sampleInput } from './sampled.ts'
import type { Rulebook } from './score.ts'

/** How a lead is asked for: by its id, its e-mail, or the line its record starts on (the n-th record of a JSON file). */
export type Wanted =
  | { readonly by: 'id' | 'email'; readonly text: string }
  | { readonly by: 'row'; readonly number: number }

export interface ExplainRequest {
  readonly input: string
  readonly inputFormat?: Format | undefined
  readonly wanted: Wanted
  readonly asOf: number
  readonly prefix: string
  /** A file of companies that completes the leads. */
  readonly companies?: string | undefined
  /** The system that is said to have written the input. */
  readonly from?: From | undefined
}

/** Why one lead got what it got, and what it lacks for the next stage. */
export async function explain(rulebook: Rulebook, request: ExplainRequest, host: Host): Promise<Explanation> {
  const { input: path, inputFormat, asOf, prefix } = request
  const name = path === STDIO ? 'stdin' : path
  const input = await openInput(await host.read(path), { name, ...(inputFormat && { format: inputFormat }) })
  const sample = await sampleInput(input)
  const { kept } = splitHeadings(input.headings, prefix)
  const looked = {
    name,
    headings: input.headings.map((heading, position) => (kept.includes(position) ? heading : '')),
    rows: sample.rows.map(({ cells }) => cells),
    delimiter: input.delimiter ?? '',
    around: input.around,
  }
  const companies =
    request.companies === undefined
      ? undefined
      : await readCompanies(request.companies, rulebook.plan, request.from, host)
  const { bound, system } = bindPlan(rulebook.plan, looked, request.from, companies)
  const complete = companies && joinCompanies(companies, looked, system, bound).complete
  const found = await findLead(sample.batches, input, bound, request.wanted, complete)
  if (found === undefined) throw notFound(name, request.wanted, bound, input.headings)
  const verdict = compileJudge(bound, asOf)(found.lead)
  return explainVerdict({
    ...found,
    verdict,
    bound,
    whole: unpruned(rulebook.plan, bound),
    asOf,
    file: name,
    rulebook: rulebook.summary,
  })
}

export interface FoundLead {
  readonly row: Row
  readonly lead: Lead
}

async function findLead(
  batches: Awaited<ReturnType<typeof sampleInput>>['batches'],
  input: Input,
  bound: BoundPlan,
  wanted: Wanted,
  complete: Complete = cells => cells,
): Promise<FoundLead | undefined> {
  const coerce = compileCoercion(bound)
  const matches = matcherOf(wanted, input, bound)
  let position = 0
  for await (const { rows } of batches) {
    for (const row of rows) {
      position += 1
      const lead = coerce(complete(row.cells))
      if (matches(row, lead, position)) return { row, lead }
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

function notFound(name: string, wanted: Wanted, bound: BoundPlan, headings: readonly string[]): Refusal {
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
    return `no column of the file is the field \`${name}\`: name it in the rulebook, or use --row`
  return `looked for in the column ${columns.map(column => `\`${headings[column] ?? ''}\``).join(', ')}`
}
