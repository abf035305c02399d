import { bindEvents, type EventBinding } from '../../io/bind/bind-events.ts'
import { openInput } from '../../io/read.ts'
import type { Input } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { type Host, STDIO } from '../host.ts'
import { type Sampled, sampleInput } from '../sampled.ts'

/** An event file whose columns are known. */
export interface OpenedEvents {
  readonly name: string
  readonly input: Input
  readonly sample: Sampled
  readonly binding: EventBinding
}

export async function openEvents(path: string, plan: Plan, host: Pick<Host, 'read'>): Promise<OpenedEvents> {
  const name = path === STDIO ? 'stdin' : path
  const input = await openInput(await host.read(path), { name })
  const sample = await sampleInput(input)
  const rows = sample.rows.map(({ cells }) => cells)
  const binding = bindEvents(plan, { name, headings: input.headings, rows, delimiter: input.delimiter ?? '' })
  return { name, input, sample, binding }
}
