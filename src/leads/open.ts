import { type Binding, bindPlan } from '../io/bind/bind.ts'
import type { BeforeColumns } from '../io/bind/bind-before.ts'
import { expandCells, findRecordCells, type JsonMember } from '../io/bind/cells/json-cells.ts'
import { findRetired } from '../io/bind/find-retired.ts'
import type { From, Sample } from '../io/bind/sampled-columns.ts'
import type { Batch, Input, Mixed, PlainCutter, Row } from '../io/records.ts'
import { MEMORY_FIELDS } from '../ir/plan/before.ts'
import type { BoundEvents } from '../ir/plan/bound-events.ts'
import type { Plan } from '../ir/plan/plan.ts'
import { beforeFieldsOfPlan } from '../ir/plan/plan-fields.ts'
import type { Retired } from '../ir/plan/retired.ts'
import type { TextFormat } from '../ir/results/summary.ts'
import { type Companies, type Join, joinCompanies } from './companies.ts'
import { STDIO } from './host.ts'
import { splitHeadings } from './leadq-columns.ts'
import { joinMemory, type MemoryJoin } from './memory/join-memory.ts'
import type { Memory } from './memory/memory.ts'
import { ownColumns } from './memory/own-columns.ts'
import { type Files, openFile } from './open-file.ts'
import { createRetiredFilter, liveSample, type RetiredFilter, retiredRemarks } from './retired.ts'
import { sampleInput } from './sampled.ts'

/** How inputs are read. */
export interface Reading {
  readonly inputFormat?: TextFormat | undefined
  /** Of a workbook: the name of a sheet, or its number. */
  readonly sheet?: string | undefined
  /** Whether the file has a header row; absent: leadq looks. */
  readonly header?: boolean | undefined
  /** Names of the columns of a file without a header. */
  readonly names?: readonly string[] | undefined
  /** Of the columns of an earlier run, which are not read. */
  readonly prefix: string
  /** The system that is said to have written the input. */
  readonly from?: From | undefined
  /** Deleted, archived, merged and historic records are leads like all others. */
  readonly withDeleted?: boolean | undefined
}

/** Data about leads from other files. */
export interface Others {
  readonly companies: Companies | undefined
  readonly events: BoundEvents | undefined
  /** What the leads were in the run before; absent: leadq's own columns of the input say it. */
  readonly memory?: Memory | undefined
}

/** An input whose first records have been read ahead. */
export interface OpenedInput {
  readonly path: string
  /** Its name in diagnostics. */
  readonly name: string
  readonly input: Input
  /** Positions of the columns that stay, and headings of those that do not. */
  readonly kept: readonly number[]
  readonly dropped: readonly string[]
  /** What plans are bound to: its first records, which come again with the batches. */
  readonly sample: Sample
  readonly batches: AsyncIterable<Batch>
  /** The same with plain records cut by a cutter, where the input can do that and all its records are live. */
  mixed?(cutter: PlainCutter): AsyncIterable<Mixed>
  /** Members of JSON records inside cells, as columns after those of the input. */
  readonly inside: readonly JsonMember[]
  /** The column that marks records as not live; such records are in no batch. */
  readonly retired: Retired | undefined
  readonly filter: RetiredFilter
}

/** A plan beside an input. */
export interface BoundInput {
  readonly binding: Binding
  /** The leads beside their companies, if there is a file of those. */
  readonly join: Join | undefined
  /** The leads beside what they were in another file. */
  readonly remembered: MemoryJoin | undefined
  /** The cells of a record with those inside of them. */
  own(cells: readonly string[]): readonly string[]
  /** The same with those of its company, and those that say what it was before. */
  complete(cells: readonly string[]): readonly string[]
  /** The same for a lead that is counted already. */
  again(cells: readonly string[]): readonly string[]
}

/** An input that a plan is bound to, and its leads. */
export interface Opened extends OpenedInput, BoundInput {}

/** Opens an input, reads its first records ahead and binds the plan to them. Every pass over an input begins here. */
export async function openLeads(
  path: string,
  plan: Plan,
  reading: Reading,
  host: Files,
  others: Others,
): Promise<Opened> {
  const opened = await openSampled(path, reading, host)
  return { ...opened, ...bindTo(opened, plan, reading, others) }
}

/** An input for any number of plans, each of which is bound to it by `bindTo`. */
export async function openSampled(
  path: string,
  { inputFormat, sheet, header, names, prefix, from, withDeleted }: Reading,
  host: Files,
): Promise<OpenedInput> {
  const name = path === STDIO ? 'stdin' : path
  const input = await openFile(path, { format: inputFormat, sheet, header, names }, host)
  const sampled = await sampleInput(input)
  const { kept, dropped } = splitHeadings(input.headings, prefix)
  const plain = sampleOf({ name, input, kept }, sampled.rows)
  const inside = findRecordCells(plain.headings, plain.rows)
  const all = withInside(plain, inside)
  const retired = withDeleted === true ? undefined : findRetired(all, from)
  const filter = createRetiredFilter(retired, expandCells(inside))
  const diagnostics = () => [...input.diagnostics(), ...retiredRemarks(name, filter.counted())]
  return {
    path,
    name,
    input: { ...input, diagnostics },
    kept,
    dropped,
    sample: liveSample(all, retired, filter),
    batches: retired === undefined ? sampled.batches : liveBatches(sampled.batches, filter),
    ...(retired === undefined && sampled.mixed && { mixed: sampled.mixed }),
    inside,
    retired,
    filter,
  }
}

function withInside(sample: Sample, inside: readonly JsonMember[]): Sample {
  if (inside.length === 0) return sample
  const headings = [...sample.headings, ...inside.map(({ heading }) => heading)]
  return { ...sample, headings, rows: sample.rows.map(expandCells(inside)) }
}

async function* liveBatches(batches: AsyncIterable<Batch>, filter: RetiredFilter): AsyncGenerator<Batch> {
  for await (const batch of batches) yield filter.live(batch)
}

/** Binds one plan to an input that is open. */
export function bindTo(
  { name, input, sample, inside }: Pick<OpenedInput, 'name' | 'input' | 'sample' | 'inside'>,
  plan: Plan,
  { from, prefix }: Pick<Reading, 'from' | 'prefix'>,
  { companies, events, memory }: Others,
): BoundInput {
  const width = sample.headings.length + (companies?.fields.length ?? 0)
  const scores = plan.scores.map(score => score.name)
  const before =
    memory === undefined
      ? wantedOf(ownColumns(input.headings, scores, prefix), plan)
      : new Map(memory.fields.map((field, index) => [field, [width + index]]))
  const binding = bindPlan(plan, sample, { from, further: companies, events, before })
  const join = companies && joinCompanies(companies, sample, binding.system, binding.bound)
  const remembered = memory && joinMemory(memory, binding.bound, name)
  const expand = expandCells(inside)
  const completing = (way: 'complete' | 'again') => {
    const joined = join === undefined ? expand : (cells: readonly string[]) => join[way](expand(cells))
    return remembered === undefined ? joined : (cells: readonly string[]) => remembered[way](joined(cells))
  }
  return { binding, join, remembered, own: expand, complete: completing('complete'), again: completing('again') }
}

/** Of what leadq wrote before, that which the plan looks at. */
function wantedOf(columns: BeforeColumns | undefined, plan: Plan): BeforeColumns | undefined {
  if (columns === undefined) return undefined
  const wanted = new Set([...MEMORY_FIELDS, ...beforeFieldsOfPlan(plan)])
  return new Map([...columns].filter(([name]) => wanted.has(name)))
}

/** The sample for binding: some records of an input, without the columns of an earlier run. */
export function sampleOf({ name, input, kept }: Pick<Opened, 'name' | 'input' | 'kept'>, rows: readonly Row[]): Sample {
  const isKept = new Set(kept)
  return {
    name,
    headings: input.headings.map((heading, position) => (isKept.has(position) ? heading : '')),
    ownColumns: input.headings.flatMap((_, position) => (isKept.has(position) ? [] : [position])),
    rows: rows.map(({ cells }) => cells),
    delimiter: input.delimiter ?? '',
    around: input.around,
    sheet: input.sheet,
    types: input.types,
  }
}
