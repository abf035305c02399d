import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { bindPlan } from '../../io/bind/bind.ts'
import type { From, Sample } from '../../io/bind/sampled-columns.ts'
import { MEMORY_FIELDS } from '../../ir/plan/before.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { memoryKey } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { beforeFieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import { askingPlan } from '../asking-plan.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'
import type { QuickReading } from '../quick.ts'
import { sampleInput } from '../sampled.ts'
import { memoryOf } from './from-verdicts.ts'
import { hasKey, keyReader } from './keys.ts'
import { createMemory, type Memory } from './memory.ts'
import { ownColumns } from './own-columns.ts'
import { previousFile } from './previous-file.ts'
import { readVerdicts } from './verdict-table.ts'

export interface PreviousRequest {
  /** What leadq wrote in the run before: a file, or the folder of a run. */
  readonly previous?: string | undefined
  readonly prefix: string
  readonly from?: From | undefined
}

export interface PreviousReaders {
  /** Plans that ask for what leads were, too. */
  readonly others?: readonly Plan[]
  /** Reads a file in another way where that is quicker. */
  readonly quick?: QuickReading['previous'] | undefined
}

/** Reads what the leads of the run before were, if a request names that run. */
export async function readPrevious(
  { previous, prefix, from }: PreviousRequest,
  plan: Plan,
  host: Host,
  { others = [], quick }: PreviousReaders = {},
): Promise<Memory | undefined> {
  if (previous === undefined) return undefined
  const path = await previousFile(previous, host)
  const { key, fields } = recalledBy(plan, others)
  if (path.endsWith(`/${RUN_FILES.verdicts}`)) return memoryOf(await readVerdicts(path, host), path, key, fields)
  const input = await openFile(path, {}, host)
  const sampled = await sampleInput(input)
  const { headings, delimiter = '', around, sheet } = input
  const rows = sampled.rows.map(({ cells }) => cells)
  const sample = { name: path, headings, rows, delimiter, around, sheet }
  const bound = bindPrevious(plan, sample, { prefix, from }, others)
  const memory = createMemory(path, key, fields)
  const { numberOf } = memory
  const isRead = await quick?.({ input, name: path, sample: sampled }, bound, {
    key,
    fields,
    numberOf,
    take: memory.addHashed,
  })
  if (isRead === true) return memory
  const coerce = compileCoercion(bound)
  const keysOf = keyReader(bound, key)
  const slots = fields.map(field => bound.fields.findIndex(({ name }) => name === field))
  for await (const batch of sampled.batches) {
    for (const { cells } of batch.rows) {
      const lead = coerce(cells)
      memory.add(
        keysOf(lead),
        Int32Array.from(slots, slot => numberOf(lead.readings[slot])),
      )
    }
  }
  return memory
}

/** Reads what the leads of the run before were, as `readPrevious` does. */
export type MemoryReader = (
  request: PreviousRequest,
  plan: Plan,
  host: Host,
  readers?: PreviousReaders,
) => Promise<Memory | undefined>

/** Reads a run before once for all that ask for the same of it. */
export function createMemoryReader(): MemoryReader {
  const known = new Map<string, Promise<Memory | undefined>>()
  return (request, plan, host, readers) => {
    const { previous, prefix, from } = request
    const name = JSON.stringify([previous, prefix, from, recalledBy(plan, readers?.others), plan.locale, plan.fields])
    const read = known.get(name) ?? readPrevious(request, plan, host, readers)
    known.set(name, read)
    return read
  }
}

/** By what a lead is found again, and the fields that say what it was. */
export function recalledBy(
  plan: Plan,
  others: readonly Plan[] = [],
): { readonly key: readonly string[]; readonly fields: readonly string[] } {
  return {
    key: memoryKey(plan),
    fields: [...new Set([...MEMORY_FIELDS, ...[plan, ...others].flatMap(beforeFieldsOfPlan)])],
  }
}

/** Binds the keys of a plan, and what it asks of the run before, to the columns of what leadq wrote then. */
export function bindPrevious(
  plan: Plan,
  sample: Sample,
  { prefix, from }: Pick<PreviousRequest, 'prefix' | 'from'>,
  others: readonly Plan[] = [],
): BoundPlan {
  const { key, fields } = recalledBy(plan, others)
  const { name, headings } = sample
  const scores = [plan, ...others].flatMap(each => each.scores.map(score => score.name))
  const before = ownColumns(headings, scores, prefix)
  if (before === undefined) throw noStage(name, prefix)
  const own = new Set([...before.values()].flat())
  const named = headings.map((heading, position) => (own.has(position) ? '' : heading))
  const { bound } = bindPlan(askingPlan(plan, fields), { ...sample, headings: named }, { from, before })
  if (!hasKey(bound, key)) throw noKey(name, key)
  return bound
}

function noStage(path: string, prefix: string): Refusal {
  const message = `${path} does not say the stages of its leads: it has no column \`${prefix}stage\``
  const hint = '`--previous` takes an output of `leadq score` with all its columns, or the folder of a run'
  return new Refusal(diagnose('previous/no-stage', message, { hint }), 'data')
}

function noKey(path: string, key: readonly string[]): Refusal {
  const message = `${path} has no column for ${key.map(name => `\`${name}\``).join(' or ')}, so its leads cannot be found again`
  const hint = 'the fields that identify a lead are set by `key: [id, email]` in the rulebook'
  return new Refusal(diagnose('previous/no-key', message, { hint }), 'data')
}
