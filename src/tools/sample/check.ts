import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { type Opened, openLeads, type Reading } from '../../leads/open.ts'
import type { Chosen } from './choose.ts'
import { textFormatOf } from './write.ts'

/** What reading an anonymised sample has shown. */
export interface Checked {
  /** Lines of the input whose leads are judged otherwise in the sample. */
  readonly differing: readonly number[]
  /** The system that has to be named when the sample is read, as its rows do not show it any more. */
  readonly from?: From
}

export interface CheckRequest extends Reading {
  readonly asOf: number
  /** What the sample will be called: a name can tell a system. */
  readonly out: string
}

/** The proof: the sample is read as a file of its own, and every lead judged as it is there and as it was. */
export async function checkSample(
  text: string,
  chosen: readonly Chosen[],
  opened: Opened,
  plan: Plan,
  request: CheckRequest,
): Promise<Checked> {
  const differing = await judgedOtherwise(text, chosen, opened, plan, request)
  const from = opened.binding.system?.name
  if (differing.length === 0 || from === undefined || request.from !== undefined) return { differing }
  const named = await judgedOtherwise(text, chosen, opened, plan, { ...request, from })
  return named.length === 0 ? { differing: [], from } : { differing }
}

async function judgedOtherwise(
  text: string,
  chosen: readonly Chosen[],
  { binding, input }: Opened,
  plan: Plan,
  request: CheckRequest,
): Promise<readonly number[]> {
  if (chosen.length === 0) return []
  const memory = { read: async () => bytesOf(text) }
  const reading = { ...request, inputFormat: textFormatOf(input.format) }
  const again = await openLeads(request.out, plan, reading, memory, { companies: undefined, events: undefined })
  const before = compileOutcome(binding.bound, request.asOf)
  const after = compileOutcome(again.binding.bound, request.asOf)
  const read: (readonly string[])[] = []
  for await (const { rows } of again.batches) for (const { cells } of rows) read.push(cells)
  // A row that is lost moves all that come after it.
  if (read.length !== chosen.length) return chosen.map(({ row }) => row.line)
  return chosen.flatMap(({ row }, index) => (before(row.cells) === after(read[index] ?? []) ? [] : [row.line]))
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

function compileOutcome(bound: BoundPlan, asOf: number): (cells: readonly string[]) => string {
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, asOf)
  return cells => outcomeOf(judge(coerce(cells)))
}

/** What shall be the same: every rule, score, criterion, stage, segment and tag. Who gets a lead hangs on its id. */
function outcomeOf({ points, scores, total, grade, criteria, excluded, stage, segments, tags }: Verdict): string {
  return JSON.stringify([points, scores, total, grade, criteria.map(String), excluded, stage, segments, tags])
}
