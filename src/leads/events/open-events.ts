import { bindEvents, type EventBinding } from '../../io/bind/bind-events.ts'
import type { Input } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { STDIO } from '../host.ts'
import { type Files, openFile } from '../open-file.ts'
import { type Sampled, sampleInput } from '../sampled.ts'

/** An event file whose columns are known. */
export interface OpenedEvents {
  readonly name: string
  readonly input: Input
  readonly sample: Sampled
  readonly binding: EventBinding
}

export async function openEvents(path: string, plan: Plan, host: Files): Promise<OpenedEvents> {
  const name = path === STDIO ? 'stdin' : path
  const input = await openFile(path, {}, host)
  const sample = await sampleInput(input)
  const rows = sample.rows.map(({ cells }) => cells)
  const binding = bindEvents(plan, {
    name,
    headings: input.headings,
    rows,
    delimiter: input.delimiter ?? '',
    types: input.types,
  })
  return { name, input, sample, binding }
}
