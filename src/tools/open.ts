import { type Binding, bindPlan, type From } from '../io/bind/bind.ts'
import { openInput } from '../io/read.ts'
import type { Batch, Input } from '../io/records.ts'
import type { Plan } from '../ir/plan.ts'
import { splitHeadings } from './columns.ts'
import { type Companies, type Join, joinCompanies } from './companies.ts'
import type { Host } from './host.ts'
import { STDIO, type TextFormat } from './outputs.ts'
import { sampleInput } from './sampled.ts'

/** How inputs are read. */
export interface Reading {
  readonly inputFormat?: TextFormat | undefined
  /** Of a workbook: the name of a sheet, or its number. */
  readonly sheet?: string | undefined
  /** Of the columns of an earlier run, which are not read. */
  readonly prefix: string
  /** The system that is said to have written the input. */
  readonly from?: From | undefined
}

/** An input that a plan is bound to, and its leads. */
export interface Opened {
  /** What diagnostics call it. */
  readonly name: string
  readonly input: Input
  /** Positions of the columns that stay, and headings of those that do not. */
  readonly kept: readonly number[]
  readonly dropped: readonly string[]
  readonly binding: Binding
  readonly batches: AsyncIterable<Batch>
  /** The cells of its first records, which come again with the batches. */
  readonly sampled: readonly (readonly string[])[]
  /** The leads beside their companies, if there is a file of those. */
  readonly join: Join | undefined
  /** The cells of a record with those of its company. */
  complete(cells: readonly string[]): readonly string[]
}

/** Opens an input, reads its first records ahead and binds the plan to them. Every pass over an input begins here. */
export async function openLeads(
  path: string,
  plan: Plan,
  { inputFormat, sheet, prefix, from }: Reading,
  host: Host,
  companies: Companies | undefined,
): Promise<Opened> {
  const name = path === STDIO ? 'stdin' : path
  const input = await openInput(await host.read(path), { name, format: inputFormat, sheet })
  const sample = await sampleInput(input)
  const { kept, dropped } = splitHeadings(input.headings, prefix)
  const looked = {
    name,
    headings: input.headings.map((heading, position) => (kept.includes(position) ? heading : '')),
    rows: sample.rows.map(({ cells }) => cells),
    delimiter: input.delimiter ?? '',
    around: input.around,
    sheet: input.sheet,
  }
  const binding = bindPlan(plan, looked, from, companies)
  const join = companies && joinCompanies(companies, looked, binding.system, binding.bound)
  const complete = join?.complete ?? (cells => cells)
  return { name, input, kept, dropped, binding, batches: sample.batches, sampled: looked.rows, join, complete }
}
