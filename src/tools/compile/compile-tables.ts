import type { Diagnostic } from '../../base/diagnostic.ts'
import { bindPlan } from '../../io/bind/bind.ts'
import { findRetired } from '../../io/bind/find-retired.ts'
import { catalogueField } from '../../io/bind/match.ts'
import { kindOfType } from '../../ir/catalogue/type-names.ts'
import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { columnsOf } from '../../ir/plan/columns.ts'
import type { Field } from '../../ir/plan/field.ts'
import { duplicateFieldsOf, fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import type { Retired } from '../../ir/plan/retired.ts'
import { KIND_OF_VALUES, type TypedColumn, type ValueKind } from '../../ir/values/column-type.ts'
import { boundEvents, joinOf } from '../../leads/events/bound-events.ts'
import type { Host } from '../../leads/host.ts'
import { splitHeadings } from '../../leads/leadq-columns.ts'
import { createMemory, type Memory } from '../../leads/memory/memory.ts'
import { bindPrevious, recalledBy } from '../../leads/memory/previous.ts'
import { bindTo, openSampled } from '../../leads/open.ts'
import { joinedColumns } from '../warehouse/table/bind-previous-table.ts'
import { bindEventTable } from './compile-event-table.ts'
import type { CompileRequest } from './compile-request.ts'
import { asInTables, type Headings, refuseUnknown } from './table-headings.ts'

/** A plan bound to tables whose data is not read. */
export interface BoundTables {
  readonly bound: BoundPlan
  readonly leads: Headings
  /** The kinds of their values, of columns whose types are known. */
  readonly kinds: Kinds
  /** Whether the columns of the table are known, rather than taken from the rulebook. */
  readonly isSeen: boolean
  /** Columns that mark deleted rows, if a file shows the columns of the table. */
  readonly retired: Retired | undefined
  readonly events: { readonly source: string; readonly headings: Headings; readonly kinds: Kinds } | undefined
  readonly previous: BoundPreviousTable | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export async function bindTables(plan: Plan, request: CompileRequest, host: Host): Promise<BoundTables> {
  const events = request.events && (await bindEventTable(plan, request.events, host))
  const leads = await bindLeads(plan, request, events && boundEvents(plan, [events.source]), host)
  return {
    bound: leads.bound,
    leads: leads.headings,
    kinds: kindsOf(leads.types ?? request.types ?? []),
    isSeen: request.like !== undefined || request.types !== undefined,
    retired: leads.retired,
    previous: bindPreviousTable(plan, request),
    events: request.events &&
      events && {
        source: request.events.source,
        headings: events.headings,
        kinds: kindsOf(request.events.types ?? []),
      },
    diagnostics: [...leads.diagnostics, ...(events?.diagnostics ?? [])],
  }
}

/** By the names of columns. */
export type Kinds = ReadonlyMap<string, ValueKind>

function kindsOf(types: readonly TypedColumn[]): Kinds {
  return new Map(types.map(({ name, kind }) => [name, kind]))
}

interface BoundLeads {
  readonly bound: BoundPlan
  readonly headings: Headings
  /** Of a file that knows the types of its columns. */
  readonly types?: readonly TypedColumn[] | undefined
  readonly retired?: Retired | undefined
  readonly diagnostics: readonly Diagnostic[]
}

async function bindLeads(
  plan: Plan,
  request: CompileRequest,
  events: BoundEvents | undefined,
  host: Host,
): Promise<BoundLeads> {
  const mapped = mappedPlan(plan, request)
  if (request.like !== undefined) {
    const memory = request.previous === undefined ? undefined : nothingOf(request.previous, plan)
    const opened = await openSampled(request.like, request, host)
    const { kept, input, sample } = opened
    // leadq's own columns of a scored file are no columns of the table.
    const ofTable = { ...opened, input: { ...input, headings: sample.headings } }
    const { binding } = bindTo(ofTable, mapped, request, { companies: undefined, events, memory })
    // The rest of the file is not read.
    await opened.batches[Symbol.asyncIterator]().return?.()
    const headings = input.headings.map((heading, position) => (kept.includes(position) ? heading : undefined))
    const types = input.types?.map(({ typeName }, position) => ({
      name: input.headings[position] ?? '',
      kind: kindOfType(typeName, 'duckdb') ?? 'other',
    }))
    const { retired } = opened
    return { bound: binding.bound, headings, types: request.types ?? types, retired, diagnostics: binding.diagnostics }
  }
  if (request.types !== undefined) return bindTyped(mapped, { ...request, types: request.types }, plan, events)
  const fixed = asInTables(mapped)
  const headings = [...new Set(Object.values(fixed.fields).flatMap(({ from }) => from))]
  const sample = { name: request.source, headings, rows: [], delimiter: '' }
  const before = request.previous === undefined ? undefined : joinedColumns(plan, headings.length)
  const { bound, diagnostics } = bindPlan(fixed, sample, { from: 'generic', events, before })
  return { bound, headings, diagnostics }
}

/** Binds to the columns of a table, of which names and types are known. */
function bindTyped(
  mapped: Plan,
  { source, types, prefix, withDeleted, previous }: CompileRequest & { readonly types: readonly TypedColumn[] },
  plan: Plan,
  events: BoundEvents | undefined,
): BoundLeads {
  const names = types.map(({ name }) => name)
  const kept = new Set(splitHeadings(names, prefix).kept)
  const sample = {
    name: source,
    headings: names.map((name, position) => (kept.has(position) ? name : '')),
    rows: [],
    types: types.map(({ kind }) => ({ kind: KIND_OF_VALUES[kind], typeName: kind })),
    delimiter: '',
  }
  const before = previous === undefined ? undefined : joinedColumns(plan, names.length)
  const { bound, diagnostics } = bindPlan(asInTables(mapped), sample, { events, before })
  const headings = names.map((name, position) => (kept.has(position) ? name : undefined))
  return { bound, headings, retired: withDeleted ? undefined : findRetired(sample, undefined), diagnostics }
}

/**
 * The plan with a column for every field that a query needs: as the rulebook says, as the request says, or its name.
 */
function mappedPlan(plan: Plan, { columns, like, types, events, previous }: CompileRequest): Plan {
  const fields = fieldsToBind(plan)
  refuseUnknown('--columns', columns, fields)
  const found = events === undefined ? [] : joinOf(plan)
  const needed = new Set([
    ...fieldsOfPlan(plan),
    ...duplicateFieldsOf(plan),
    ...keysOf(plan),
    ...found,
    ...(previous === undefined ? [] : recalledBy(plan).key),
  ])
  const given = new Map(columns.map(({ field, column }) => [field, column === '' ? [] : [column]]))
  const withColumns = (field: Field): Field => {
    const ofRequest = given.get(field.name)
    if (ofRequest !== undefined) return { ...field, from: ofRequest }
    if (field.from.length > 0 || like !== undefined || types !== undefined || !needed.has(field.name)) return field
    return { ...field, from: [field.name] }
  }
  return {
    ...plan,
    fields: Object.fromEntries(fields.map(name => [name, withColumns(plan.fields[name] ?? catalogueField(name))])),
  }
}

/** A table with the results of the run before, its keys and leadq's own columns. */
export interface BoundPreviousTable {
  readonly source: string
  readonly headings: Headings
  /** The kinds of their values, of columns whose types are known. */
  readonly kinds: Kinds
  readonly fields: readonly BoundField[]
  readonly key: readonly string[]
}

/** It has the key columns of the leads, and those that leadq writes. */
function bindPreviousTable(plan: Plan, request: CompileRequest): BoundPreviousTable | undefined {
  const { previous: source, prefix, previousTypes } = request
  if (source === undefined) return undefined
  const { key } = recalledBy(plan)
  const kinds = kindsOf(previousTypes ?? [])
  const fixed = asInTables(mappedPlan(plan, { ...request, like: undefined, types: undefined }))
  if (previousTypes !== undefined) {
    const names = previousTypes.map(({ name }) => name)
    const types = previousTypes.map(({ kind }) => ({ kind: KIND_OF_VALUES[kind], typeName: kind }))
    const sample = { name: source, headings: names, rows: [], types, delimiter: '' }
    const mapped = asInTables(mappedPlan(plan, { ...request, like: undefined, types: previousTypes }))
    return { source, headings: names, kinds, key, fields: bindPrevious(mapped, sample, { prefix }).fields }
  }
  const ofKeys = key.flatMap(name => fixed.fields[name]?.from ?? [])
  const own = columnsOf(plan).filter(({ kind }) => TOLD.has(kind))
  const headings = [...new Set([...ofKeys, ...own.map(({ name }) => prefix + name)])]
  const sample = { name: source, headings, rows: [], delimiter: '' }
  const { fields } = bindPrevious(fixed, sample, { prefix, from: 'generic' })
  return { source, headings, kinds, fields, key }
}

/** leadq's columns that say what a lead was. */
const TOLD: ReadonlySet<string> = new Set(['stage', 'since', 'stage_before', 'total', 'score'])

/** A memory of the same fields without a lead: the table itself is not read. */
function nothingOf(name: string, plan: Plan): Memory {
  const { key, fields } = recalledBy(plan)
  return createMemory(name, key, fields)
}

/** The fields that assign leads to owners and name duplicates. */
export function keysOf({ owners, dedupe }: Pick<Plan, 'owners' | 'dedupe'>): string[] {
  return dedupe !== undefined || owners.some(row => 'to' in row && row.to.length > 1) ? ['id'] : []
}
