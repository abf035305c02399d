import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { type BoundField, type BoundPlan, NULLS, NULLS_UNLESS_TEXT } from '../../ir/bound-plan.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { System } from '../../ir/catalogue/system.ts'
import type { DateFormat } from '../../ir/date.ts'
import type { BoundEvents } from '../../ir/events.ts'
import { fold, normalise } from '../../ir/fold.ts'
import { type Field, fieldsOfPlan, fieldsToBind, type Plan } from '../../ir/plan.ts'
import type { BoundColumn, UnmatchedColumn } from '../../ir/summary.ts'
import { zoneOf } from '../../ir/zone.ts'
import { decideDates, decideNumbers, isMarks } from './formats.ts'
import { isCatalogueField, knownColumns, type Match, matchColumns } from './match.ts'
import { markKnown, prunePlan } from './prune.ts'
import { recogniseSystem } from './recognise.ts'
import { unmatchedColumns } from './unmatched.ts'

/** What a plan is bound to: the headings of an input and its first records. */
export interface Sample {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The empty text for JSON. */
  readonly delimiter: string
}

export interface Binding {
  readonly bound: BoundPlan
  readonly system: System | undefined
  readonly columns: readonly BoundColumn[]
  readonly unmatched: readonly UnmatchedColumn[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Binds a plan to an input: columns, null spellings, number and date formats, decided from its first records; and to its
 * events, if there are any.
 */
export function bindPlan(plan: Plan, sample: Sample, events?: BoundEvents): Binding {
  const read = new Set(fieldsOfPlan(plan))
  const fields = fieldsToBind(plan).map(name => plan.fields[name] ?? catalogueField(name))
  const system = recogniseSystem(sample.headings)
  const matches = matchColumns(fields, sample.headings, system)
  const bindings = fields.map(field => bindField(field, matches.get(field.name), { plan, sample, system, read }))
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
      new Set([...knownColumns(sample.headings, system), ...matchedPositions(matches)]),
    ),
    diagnostics: [...bindings.flatMap(({ diagnostics }) => diagnostics), ...nothingMatched(bindings, sample, events)],
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
  readonly system: System | undefined
  readonly read: ReadonlySet<string>
}

interface FieldBinding {
  readonly field: BoundField
  readonly column: BoundColumn | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function bindField(field: Field, match: Match | undefined, { plan, sample, system, read }: Context): FieldBinding {
  const columns = match?.columns ?? []
  const nulls = [
    ...NULLS,
    ...(field.type === 'text' ? [] : NULLS_UNLESS_TEXT),
    ...plan.locale.nulls,
    ...(system?.nulls ?? []).map(fold),
  ]
  const cells = sampledCells(field, columns, nulls, sample)
  const dates = decideDates(cells, plan.locale.dates, sample.delimiter)
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
  if (field.type === 'date' && cells.some(cell => /[./]/.test(cell))) {
    return {
      read_as: field.date.order === 'dmy' || cells.some(cell => cell.includes('.')) ? 'day first' : 'month first',
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

function nothingMatched(
  bindings: readonly FieldBinding[],
  { name, headings }: Sample,
  events: BoundEvents | undefined,
): Diagnostic[] {
  // Of leads with events it may be enough to know who they are.
  const isUsed = ({ field }: FieldBinding) => field.read || events?.join.includes(field.name) === true
  if (headings.length === 0 || bindings.some(each => isUsed(each) && each.field.columns.length > 0)) return []
  return [
    diagnose('bind/nothing-matched', `${name} has no column that the rulebook can use`, {
      hint: 'name its columns in the rulebook: `fields: { job_title: { from: Rolle } }`',
    }),
  ]
}

function matchedPositions(matches: ReadonlyMap<string, Match>): number[] {
  return [...matches.values()].flatMap(({ columns }) => columns)
}

function catalogueField(name: string): Field {
  return { name, type: isCatalogueField(name) ? FIELDS[name].type : 'text', from: [], map: [] }
}
