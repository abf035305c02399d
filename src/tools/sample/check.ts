import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { type Opened, openLeads, type Reading } from '../../leads/open.ts'
import type { Files } from '../../leads/open-file.ts'
import type { Chosen } from './choose.ts'
import { textFormatOf } from './write.ts'

/** The result of verifying a pseudonymised sample. */
export interface Checked {
  /** Lines of the input whose leads are judged otherwise in the sample. */
  readonly differing: readonly number[]
  /** The system to name with `--from` when reading the sample, if its rows no longer show it. */
  readonly from?: From
}

export interface CheckRequest extends Reading {
  readonly asOf: number
  /** The name of the sample: it can identify a system. */
  readonly out: string
}

/** Verifies the sample: it is read as a file of its own, and every lead is judged in both forms. */
export async function checkSample(
  text: string,
  chosen: readonly Chosen[],
  opened: Opened,
  plan: Plan,
  request: CheckRequest,
  host: Files,
): Promise<Checked> {
  const differing = await judgedOtherwise(text, chosen, opened, plan, request, host)
  const from = opened.binding.system?.name
  if (differing.length === 0 || from === undefined || request.from !== undefined) return { differing }
  const named = await judgedOtherwise(text, chosen, opened, plan, { ...request, from }, host)
  return named.length === 0 ? { differing: [], from } : { differing }
}

async function judgedOtherwise(
  text: string,
  chosen: readonly Chosen[],
  { binding, input }: Opened,
  plan: Plan,
  request: CheckRequest,
  host: Files,
): Promise<readonly number[]> {
  if (chosen.length === 0) return []
  const memory = { ...host, read: async () => bytesOf(text) }
  const reading = { ...request, inputFormat: textFormatOf(input.format) }
  const again = await openLeads(request.out, plan, reading, memory, { companies: undefined, events: undefined })
  const before = compileOutcome(binding.bound, request.asOf)
  const after = compileOutcome(again.binding.bound, request.asOf)
  const read: (readonly string[])[] = []
  for await (const { rows } of again.batches) for (const { cells } of rows) read.push(cells)
  // A lost row shifts all rows after it.
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

/**
 * The parts that have to be equal: every rule, score, criterion, stage, segment and tag. The owner depends on the id
 * and may differ.
 */
function outcomeOf({ points, scores, total, grade, criteria, excluded, stage, segments, tags }: Verdict): string {
  return JSON.stringify([points, scores, total, grade, criteria.map(String), excluded, stage, segments, tags])
}
