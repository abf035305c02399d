import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { type BoundField, type BoundPlan, NULLS, NULLS_UNLESS_TEXT } from '../../ir/bound-plan.ts'
import type { SystemName } from '../../ir/catalogue/systems.ts'
import type { DateFormat } from '../../ir/date.ts'
import type { BoundEvents } from '../../ir/events.ts'
import { fold, normalise } from '../../ir/fold.ts'
import { fieldsToBind } from '../../ir/key-fields.ts'
import { type Field, fieldsOfPlan, type Plan } from '../../ir/plan.ts'
import type { BoundColumn, UnmatchedColumn } from '../../ir/summary.ts'
import { zoneOf } from '../../ir/zone.ts'
import { refuse, startOf } from '../refuse.ts'
import { ambiguousHeadings } from './ambiguous.ts'
import { codesOf } from './codes.ts'
import { COMPANY_HEADINGS, companyFields, joinFields } from './companies.ts'
import { decideDates, decideNumbers, isMarks } from './formats.ts'
import { catalogueField, type Dictionary, isCatalogueField, knownColumns, type Match, matchColumns } from './match.ts'
import { markKnown, prunePlan } from './prune.ts'
import { type Recognised, recogniseSystem } from './recognise.ts'
import { samenessProblems } from './sameness.ts'
import { unmatchedColumns } from './unmatched.ts'

/** What a plan is bound to: the headings of an input and its first records. */
export interface Sample {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The empty text for JSON. */
  readonly delimiter: string
  /** Keys of a JSON document around its records, or labels of the lines above a table. */
  readonly around?: readonly string[]
}

/** The system that a file is said to come from: it is then not recognised by looking. */
export type From = SystemName | 'generic'

export interface Binding {
  readonly bound: BoundPlan
  readonly system: Recognised | undefined
  readonly columns: readonly BoundColumn[]
  readonly unmatched: readonly UnmatchedColumn[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Columns that another file adds behind those of the input, by the fields that they fill where they are empty. */
export interface Further {
  readonly name: string
  readonly fields: readonly string[]
}

/** What else is known of an input than what stands in it. */
export interface Beside {
  readonly from?: From | undefined
  readonly further?: Further | undefined
  readonly events?: BoundEvents | undefined
}

/**
 * Binds a plan to an input: columns, null spellings, number and date formats, decided from its first records; and to its
 * events, if there are any.
 */
export function bindPlan(plan: Plan, sample: Sample, { from, further, events }: Beside = {}): Binding {
  const read = new Set(fieldsOfPlan(plan))
  const fields = fieldsToBind(plan).map(name => plan.fields[name] ?? catalogueField(name))
  const system = from === 'generic' ? undefined : recogniseSystem(sample, from)
  const dictionary = dictionaryOf(system)
  const matches = matchColumns(fields, sample.headings, dictionary)
  const bindings = fields
    .map(field => bindField(field, matches.get(field.name), { plan, sample, system, read }))
    .map(binding => addColumn(binding, sample.headings.length, further))
  refuseTotals(system, bindings, sample)
  const missing = new Set(bindings.flatMap(({ field }) => (field.columns.length === 0 ? [field.name] : [])))
  const {
    fields: _fields,
    locale,
    events: _events,
    ...pruned
  } = prunePlan(plan, { fields: missing, rules: events === undefined ? eventRules(plan) : new Set() })
  return {
    bound: {
      ...pruned,
      scores: markKnown(pruned.scores, missing, events !== undefined),
      fields: bindings.map(({ field }) => field),
      ...(events && { events }),
      zone: zoneOf(locale.timezone),
    },
    system,
    columns: bindings.flatMap(({ column }) => column ?? []),
    unmatched: unmatchedColumns(
      sample,
      new Set([...knownColumns(sample.headings, dictionary), ...matchedPositions(matches)]),
    ),
    diagnostics: [
      ...bindings.flatMap(({ diagnostics }) => diagnostics),
      ...nothingMatched(bindings, sample),
      ...samenessProblems(plan, missing, sample.name),
      ...(system === undefined && from === undefined
        ? ambiguousHeadings(sample, findable(bindings), matchedPositions(matches))
        : []),
    ],
  }
}

/** Binds fields to a file of companies, in which `Name` and `ID` are the company's. */
export function bindCompanies(
  plan: Plan,
  sample: Sample,
  from?: From,
): Pick<BoundPlan, 'fields' | 'zone'> & Pick<Binding, 'columns'> {
  const system = from === 'generic' ? undefined : recogniseSystem(sample, from)
  const { companyHeadings, headings = {}, paths } = system?.system ?? {}
  const read = fieldsOfPlan(plan).map(name => plan.fields[name] ?? catalogueField(name))
  const filled = companyFields(read, sample.headings)
  const names = new Set(filled.map(({ name }) => name))
  const fields = [...filled, ...joinFields().filter(({ name }) => !names.has(name))]
  const own = { ...COMPANY_HEADINGS, ...headings, ...companyHeadings }
  const matches = matchColumns(fields, sample.headings, { headings: own, ...(paths && { paths }) })
  const context = { plan, sample, system, read: names }
  const bindings = fields.map(field => bindField(field, matches.get(field.name), context))
  return {
    fields: bindings.map(({ field }) => field),
    zone: zoneOf(plan.locale.timezone),
    columns: bindings.flatMap(({ column }) => column ?? []),
  }
}

/** Where the headings hold what leads and companies are joined by. */
export function joinColumns(
  { headings }: Sample,
  system: Recognised | undefined,
): ReadonlyMap<string, readonly number[]> {
  const fields = [...joinFields(), catalogueField('email')]
  const matches = matchColumns(fields, headings, dictionaryOf(system))
  return new Map([...matches].map(([name, { columns }]) => [name, columns]))
}

function addColumn(binding: FieldBinding, width: number, further: Further | undefined): FieldBinding {
  const index = further?.fields.indexOf(binding.field.name) ?? -1
  if (further === undefined || index < 0) return binding
  const { field, column, diagnostics } = binding
  const { name, type } = field
  return {
    field: { ...field, columns: [...field.columns, width + index] },
    column: {
      ...(column ?? { field: name, by: 'companies', type }),
      columns: [...(column?.columns ?? []), further.name],
    },
    diagnostics: diagnostics.filter(({ code }) => code !== 'bind/missing-column'),
  }
}

function eventRules({ scores }: Plan): ReadonlySet<string> {
  const rules = scores.flatMap(score => score.groups.flatMap(group => group.rules))
  return new Set(rules.filter(({ earns }) => earns.kind === 'events').map(({ id }) => id))
}

/** The same binding of the plan as if every column were there: for what a lead could be, beyond what its file can say. */
export function unpruned(plan: Plan, bound: BoundPlan): BoundPlan {
  const { fields: _fields, locale: _locale, events: _events, ...whole } = plan
  return { ...bound, ...whole, scores: plan.scores.map(score => ({ ...score, known: true })) }
}

interface Context {
  readonly plan: Plan
  readonly sample: Sample
  readonly system: Recognised | undefined
  readonly read: ReadonlySet<string>
}

interface FieldBinding {
  readonly field: BoundField
  readonly column: BoundColumn | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function bindField(wanted: Field, match: Match | undefined, { plan, sample, system, read }: Context): FieldBinding {
  const field = inWordsOf(system, wanted, plan)
  const columns = match?.columns ?? []
  const nulls = [
    ...NULLS,
    ...(field.type === 'text' ? [] : NULLS_UNLESS_TEXT),
    ...plan.locale.nulls,
    ...(system?.system.nulls ?? []).map(fold),
  ]
  const cells = sampledCells(field, columns, nulls, sample)
  const dates = decideDates(cells, plan.locale.dates, sample.delimiter, system?.export?.language)
  const bound: BoundField = {
    ...field,
    columns,
    read: read.has(field.name),
    number: decideNumbers(cells, plan.locale.numbers, sample.delimiter),
    date: { order: dates.order },
    blankIsNo: field.type === 'boolean' && isMarks(cells),
    nulls,
  }
  const names = columns.map(position => sample.headings[position] ?? '')
  return {
    field: bound,
    column: match && { field: field.name, columns: names, by: match.by, type: field.type, ...readAs(bound, cells) },
    diagnostics: [
      ...missingColumns(field, match, sample),
      ...(field.type === 'date' && dates.guessed ? [ambiguousDates(names, dates.order, sample)] : []),
    ],
  }
}

function dictionaryOf(recognised: Recognised | undefined): Dictionary | undefined {
  if (recognised === undefined) return undefined
  const { headings, paths } = recognised.system
  return { headings, paths }
}

/** A field as the system writes it: its codes, and what separates its lists. What the rulebook says comes first. */
function inWordsOf(recognised: Recognised | undefined, field: Field, plan: Plan): Field {
  if (recognised === undefined || !isCatalogueField(field.name)) return field
  const { split, values } = recognised.system
  const separator = field.from.length === 0 ? split?.[field.name] : undefined
  return {
    ...field,
    ...(field.type === 'list' && separator !== undefined && { split: separator }),
    map: [...codesOf(values?.[field.name], field.name, plan), ...field.map],
  }
}

/** Sampled texts of the types whose spelling varies, without what means nothing and what the map already says. */
function sampledCells(field: Field, columns: readonly number[], nulls: readonly string[], { rows }: Sample): string[] {
  if (columns.length === 0 || field.type === 'text' || field.type === 'list') return []
  const skipped = new Set([...nulls, ...field.map.map(({ from }) => from)])
  const cells = new Set(rows.flatMap(row => columns.map(column => row[column] ?? '')))
  return [...cells].map(cell => normalise(cell).trim()).filter(cell => cell !== '' && !skipped.has(fold(cell)))
}

function readAs(field: BoundField, cells: readonly string[]): { read_as?: string } {
  if (field.type === 'number' && cells.some(cell => /[.,]/.test(cell))) {
    return { read_as: field.number.decimal === ',' ? 'decimal comma' : 'decimal point' }
  }
  if (field.type === 'date' && cells.some(cell => /^\d{1,2}[./]/.test(cell))) {
    return {
      read_as: field.date.order === 'dmy' || cells.some(cell => /^\d{1,2}\./.test(cell)) ? 'day first' : 'month first',
    }
  }
  return field.blankIsNo ? { read_as: 'marks' } : {}
}

function missingColumns(field: Field, match: Match | undefined, { name, headings }: Sample): Diagnostic[] {
  if (field.from.length === 0 || match !== undefined) return []
  const wanted = field.from.map(column => `\`${column}\``).join(' or ')
  return [
    diagnose('bind/missing-column', `${name} has no column ${wanted} for the field \`${field.name}\``, {
      place: field.place,
      hint:
        headings.length > 0
          ? `its columns: ${headings.slice(0, 12).join(', ')}${headings.length > 12 ? ' ...' : ''}`
          : undefined,
    }),
  ]
}

function ambiguousDates(columns: readonly string[], format: DateFormat['order'], { name }: Sample): Diagnostic {
  const order = format === 'dmy' ? 'day' : 'month'
  return diagnose(
    'bind/ambiguous-date',
    `${name}: the dates in \`${columns.join(', ')}\` are read ${order} first, nothing in them says so`,
    {
      hint: 'say it in the rulebook: `locale: { dates: dmy }` or `mdy`',
    },
  )
}

function nothingMatched(bindings: readonly FieldBinding[], { name, headings }: Sample): Diagnostic[] {
  if (headings.length === 0 || bindings.some(({ field }) => field.read && field.columns.length > 0)) return []
  return [
    diagnose('bind/nothing-matched', `${name} has no column that the rulebook can use`, {
      hint: 'name its columns in the rulebook: `fields: { job_title: { from: Rolle } }`, or its system: `--from hubspot`',
    }),
  ]
}

/** Fields that the rulebook reads, that have no column, and for which it names none. */
function findable(bindings: readonly FieldBinding[]): ReadonlySet<string> {
  const missing = bindings.filter(({ field }) => field.read && field.columns.length === 0 && field.from.length === 0)
  return new Set(missing.map(({ field }) => field.name))
}

/** Of an aggregated report no row is anybody, unless it names them. */
function refuseTotals(recognised: Recognised | undefined, bindings: readonly FieldBinding[], { name }: Sample): void {
  if (recognised?.export?.holds !== 'totals') return
  if (bindings.some(({ field }) => KEYS.has(field.name) && field.columns.length > 0)) return
  const message = `a ${recognised.title}: its rows are totals, and none of them is a lead`
  const hint =
    'export who did something (events with a user id) and not how often; `--from generic` reads it all the same'
  throw refuse('file/totals', message, startOf(name), hint)
}

const KEYS = new Set(['id', 'email'])

function matchedPositions(matches: ReadonlyMap<string, Match>): number[] {
  return [...matches.values()].flatMap(({ columns }) => columns)
}
