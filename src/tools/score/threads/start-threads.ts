import type { FastJob, FastJudge } from '../../../fast/job.ts'
import type { Delimited } from '../../../fast/output/forms.ts'
import { createCrew, MAX_BLOCK } from '../../../fast/threads/crew.ts'
import type { Part } from '../../../fast/threads/part.ts'
import type { Threads } from '../../../leads/host.ts'
import type { Spelling } from '../../../outputs/renderer.ts'
import type { InputContext, InputJob } from '../input-job.ts'
import type { ThreadJob } from './thread-job.ts'

/** Bytes of input that are worth a thread: it takes some tenths of a second to warm up. */
const WORTHWHILE = 50_000_000
/** Blocks that each thread gets at least, and bytes of a block at least. */
const BLOCKS = 8
const MIN_BLOCK = 1_000

/** An engine, and the threads that help it. */
export interface Threaded {
  readonly judge: FastJudge
  end(): Promise<void>
}

/** How the leads of an input are judged and written, as far as threads have to know it. */
interface Shared {
  readonly fast: FastJob
  readonly spelling: Spelling
}

/**
 * Starts threads if they are asked for, or if the input is large enough. They judge delimited text that is written as
 * delimited text in its order; what depends on other leads or files is judged by one thread.
 */
export async function withThreads(
  judge: FastJudge,
  { opened, outputs, importing }: InputJob,
  { request, host, plan, beside, verdicts }: InputContext,
  { fast, spelling }: Shared,
): Promise<Threaded> {
  const alone = { judge, end: async () => {} }
  const { input, name, mixed, join, remembered, inside } = opened
  const { form, chosen, headings, width, delimiter } = fast
  const isCut = mixed !== undefined && input.delimiter === delimiter
  const others = [join, remembered, beside.survey, beside.events, importing, verdicts, chosen.items]
  const isPlain = isCut && inside.length === 0 && others.every(other => other === undefined)
  const { format } = outputs
  if (!isPlain || form.kind !== 'delimited' || (format !== 'csv' && format !== 'tsv')) return alone
  const size = await host.sizeOf(opened.path)
  const { threads: here } = host
  const count = request.threads ?? Math.min(here?.cores ?? 1, Math.floor(size / WORTHWHILE))
  if (here === undefined || count < 2) return alone
  const job: ThreadJob = {
    plan,
    bound: fast.bound,
    asOf: request.asOf,
    columns: fast.columns,
    prefix: request.prefix,
    name,
    input: { format: input.format, headings, delimiter },
    width,
    form: plainForm(form),
    output: format,
    spelling,
    only: request.only,
    split: request.split,
    verify: request.verify,
  }
  const threads: Threads<readonly Part[]> = await here.start(count, job)
  const block = size === 0 ? MAX_BLOCK : Math.max(MIN_BLOCK, Math.min(MAX_BLOCK, Math.floor(size / (BLOCKS * count))))
  const options = { delimiter, width: headings.length, plan, block, identify: fast.identify }
  return { judge: createCrew(judge, threads, options), end: threads.end }
}

function plainForm({ kind, delimiter, lineEnd, escapeFormulas, kept }: Delimited): Delimited {
  return { kind, delimiter, lineEnd, escapeFormulas, kept }
}
