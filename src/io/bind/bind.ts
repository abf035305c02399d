import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import type { BoundColumn, UnmatchedColumn, UnusedColumn } from '../../ir/results/summary.ts'
import { zoneOf } from '../../ir/values/zone.ts'
import { ambiguousHeadings } from './ambiguous.ts'
import { type BeforeColumns, bindBefore } from './bind-before.ts'
import { bindField, dictionaryOf, type FieldBinding } from './bind-field.ts'
import { proofsOf } from './cells/proofs.ts'
import { duplicateKeyProblems } from './duplicate-keys.ts'
import { catalogueField, knownColumns, type Match, matchColumns } from './match.ts'
import { markKnown, prunePlan } from './prune.ts'
import { type Recognised, recogniseSystem } from './recognise/recognise.ts'
import { refuseOthers } from './recognise/refuse-others.ts'
import { refuseWithoutRequired, renamedColumns } from './required.ts'
import type { From, Sample } from './sampled-columns.ts'
import { unfit } from './unfit.ts'
import { unmatchedColumns } from './unmatched.ts'

export interface Binding {
  readonly bound: BoundPlan
  readonly system: Recognised | undefined
  readonly columns: readonly BoundColumn[]
  /** Columns that have a meaning, and that the rulebook does not read. */
  readonly unused: readonly UnusedColumn[]
  readonly unmatched: readonly UnmatchedColumn[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Columns that another file adds behind those of the input, by the fields that they fill where they are empty. */
export interface Further {
  readonly name: string
  readonly fields: readonly string[]
}

/** Facts about an input that come from outside it. */
export interface Beside {
  readonly from?: From | undefined
  readonly further?: Further | undefined
  readonly events?: BoundEvents | undefined
  readonly before?: BeforeColumns | undefined
}

/**
 * Binds a plan to an input: columns, null spellings, number and date formats, decided from its first records; and to
 * its
 * events, if there are any.
 */
export function bindPlan(plan: Plan, sample: Sample, { from, further, events, before }: Beside = {}): Binding {
  const read = new Set(fieldsOfPlan({ ...plan, segments: plan.segments.filter(({ hidden }) => hidden !== true) }))
  const fields = fieldsToBind(plan).map(name => plan.fields[name] ?? catalogueField(name))
  const system = from === 'generic' ? undefined : recogniseSystem(sample, from)
  const dictionary = dictionaryOf(system)
  const matches = matchColumns(fields, sample.headings, dictionary, sample.rows)
  const proofs = proofsOf(sample, plan.locale.nulls)
  const bindings = fields
    .map(field => bindField(field, matches.get(field.name), { plan, sample, system, read, proofs }))
    .map(binding => addColumn(binding, sample.headings.length, further))
  const beforeFields = bindBefore(plan, before, { plan, sample, system, read, proofs })
  const hasKey = bindings.some(({ field }) => KEYS.has(field.name) && field.columns.length > 0)
  refuseOthers(system, from, sample, hasKey)
  refuseWithoutRequired(
    bindings.map(({ field }) => field),
    sample,
  )
  const known = knownColumns(sample.headings, dictionary)
  const used = new Set(bindings.flatMap(({ field }) => field.columns))
  const bound = [...bindings.map(({ field }) => field), ...beforeFields]
  const missing = new Set(bound.flatMap(({ name, columns }) => (columns.length === 0 ? [name] : [])))
  const unmatched = unmatchedColumns(sample, new Set([...known.keys(), ...used]))
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
      fields: bound,
      ...(events && { events }),
      zone: zoneOf(locale.timezone),
      ...(sample.ownColumns?.length && { ownColumns: sample.ownColumns }),
    },
    system,
    columns: bindings.flatMap(({ column }) => column ?? []),
    unused: [...known]
      .filter(([position]) => !used.has(position) && sample.headings[position]?.trim() !== '')
      .sort(([a], [b]) => a - b)
      .map(([position, field]) => ({ column: sample.headings[position] ?? '', field })),
    unmatched,
    diagnostics: [
      ...bindings.flatMap(({ diagnostics }) => diagnostics),
      ...unfit(
        bindings.map(({ field }) => field),
        sample,
      ),
      ...duplicateKeyProblems(plan, missing, sample.name),
      ...renamedColumns(
        bindings.map(({ field }) => field),
        unmatched.map(({ column }) => column),
        sample,
      ),
      ...nothingMatched(bindings, sample, events),
      ...(system === undefined && from === undefined
        ? ambiguousHeadings(sample, findable(bindings), matchedPositions(matches))
        : []),
    ],
  }
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

/** The same binding as if the input had every column: for questions about possible leads rather than this file. */
export function unpruned(plan: Plan, bound: BoundPlan): BoundPlan {
  const { fields: _fields, locale: _locale, events: _events, ...whole } = plan
  return { ...bound, ...whole, scores: plan.scores.map(score => ({ ...score, known: true })) }
}

function nothingMatched(
  bindings: readonly FieldBinding[],
  { name, headings }: Sample,
  events: BoundEvents | undefined,
): Diagnostic[] {
  // With events, columns that identify the leads can be enough.
  const isUsed = ({ field }: FieldBinding) => field.read || events?.join.includes(field.name) === true
  if (headings.length === 0 || bindings.some(each => isUsed(each) && each.field.columns.length > 0)) return []
  const named = headings.filter(heading => heading.trim() !== '')
  const shown = named.slice(0, MAX_NAMED).map(heading => `\`${heading}\``)
  const more = named.length > MAX_NAMED ? ` and ${named.length - MAX_NAMED} more` : ''
  const field = bindings.find(each => each.field.read)?.field.name ?? 'job_title'
  return [
    diagnose('bind/nothing-matched', `${name} has no column that the rulebook can use`, {
      hint: `its columns are ${shown.join(', ')}${more}: map them in the rulebook, \`fields: { ${field}: { from: COLUMN } }\`, or name its system: \`--from hubspot\``,
    }),
  ]
}

/** Fields that the rulebook reads, that have no column, and for which it names none. */
function findable(bindings: readonly FieldBinding[]): ReadonlySet<string> {
  const missing = bindings.filter(({ field }) => field.read && field.columns.length === 0 && field.from.length === 0)
  return new Set(missing.map(({ field }) => field.name))
}

/** Columns that a hint lists. */
const MAX_NAMED = 8

const KEYS = new Set(['id', 'email'])

function matchedPositions(matches: ReadonlyMap<string, Match>): number[] {
  return [...matches.values()].flatMap(({ columns }) => columns)
}
