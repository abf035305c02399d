import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { DAY_FIRST_HEADINGS } from '../../ir/catalogue/guesses.ts'
import { ANY_YES } from '../../ir/catalogue/several.ts'
import { headingsOf } from '../../ir/catalogue/system.ts'
import { type BoundField, nullsOf } from '../../ir/plan/bound-field.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { BoundColumn } from '../../ir/results/summary.ts'
import { readBoolean, SPELLINGS } from '../../ir/values/boolean.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import type { DateFormat } from '../../ir/values/date.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey, scaleOf } from '../../ir/values/heading.ts'
import { NEVER } from '../../ir/values/nulls.ts'
import { decideDates, decideNumbers, isMarks } from './cells/cell-formats.ts'
import { codesOf } from './cells/codes.ts'
import type { Proofs } from './cells/proofs.ts'
import { truthsOf } from './cells/truths.ts'
import { type Dictionary, isCatalogueField, type Match } from './match.ts'
import { nearHeading } from './near-heading.ts'
import type { Recognised } from './recognise/recognise.ts'
import { isTyped, type Sample } from './sampled-columns.ts'

export interface FieldContext {
  readonly plan: Plan
  readonly sample: Sample
  readonly system: Recognised | undefined
  readonly read: ReadonlySet<string>
  readonly proofs: Proofs
}

export interface FieldBinding {
  readonly field: BoundField
  readonly column: BoundColumn | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** How numbers and dates of typed columns are written, whatever a rulebook says of files. */
const TYPED = { numbers: 'en', dates: 'iso' } as const

/** Binds a field to its columns, if it has any, and decides from their first cells how they are read. */
export function bindField(
  wanted: Field,
  match: Match | undefined,
  { plan, sample, system, read, proofs }: FieldContext,
): FieldBinding {
  const told = inWordsOf(system, wanted, plan)
  const field = match?.words === undefined ? told : { ...told, map: [...match.words, ...told.map] }
  const further = [...plan.locale.nulls, ...(system?.system.nulls ?? []).map(fold)]
  const hasTypes = match?.columns.some(position => isTyped(sample, position)) ?? false
  const nulls = nullsOf(field, field.type === 'date' && !hasTypes ? [...further, ...NEVER] : further)
  const columns = datesFirst(field, match?.columns ?? [], nulls, sample)
  const names = columns.map(position => sample.headings[position] ?? '')
  const map = [...truthsOf(field, names, nulls, () => sampledCells(field, columns, nulls, sample)), ...field.map]
  const cells = sampledCells(field, columns, nulls, sample)
  const locale = hasTypes ? TYPED : plan.locale
  const isDayFirst = system?.export?.language === 'de' || (system === undefined && speaksDayFirst(sample.headings))
  const dates = decideDates(cells, locale.dates, sample.delimiter, isDayFirst, proofs)
  const bound: BoundField = {
    ...field,
    map,
    columns,
    ...(columns.length > 1 && ANY_YES.has(field.name) && { winning: winningTexts({ map }, nulls) }),
    read: read.has(field.name),
    number: {
      ...(columns.some(column => sample.sheet?.columns[column]?.decimals)
        ? { decimal: '.' as const }
        : decideNumbers(cells, locale.numbers, sample.delimiter, proofs)),
      ...scaleOfAll(field, names),
    },
    date: dates.format,
    blankIsNo: field.type === 'boolean' && isMarks(cells, names),
    nulls,
  }
  return {
    field: bound,
    column: match && {
      field: field.name,
      columns: names,
      by: match.by,
      type: field.type,
      ...((!hasTypes || bound.number.scale !== undefined) && readAs(bound, cells)),
    },
    diagnostics: [
      ...missingColumns(field, match, sample),
      ...(field.type === 'date' && dates.guessed ? [ambiguousDates(names, dates.format.order, sample)] : []),
    ],
  }
}

/** Whether at least two headings are words of languages in which nobody writes the month first. */
function speaksDayFirst(headings: readonly string[]): boolean {
  return headings.filter(heading => DAY_FIRST_HEADINGS.has(headingKey(heading))).length > 1
}

/** A date in `Unsubscribed Date` means yes, so that column comes before one of yes and no. */
function datesFirst(
  field: Field,
  columns: readonly number[],
  nulls: readonly string[],
  sample: Sample,
): readonly number[] {
  if (columns.length < 2 || !ANY_YES.has(field.name)) return columns
  const isOfDates = (column: number) =>
    sampledCells(field, [column], nulls, sample).every(cell => readBoolean(fold(cell)) === undefined)
  return [...columns].sort((a, b) => Number(isOfDates(b)) - Number(isOfDates(a)))
}

/** All columns that can mean yes for the field. */
function winningTexts({ map }: Pick<Field, 'map'>, nulls: readonly string[]): string[] {
  const said = new Map<string, unknown>([...SPELLINGS, ...map.map(({ from, to }) => [from, to] as const)])
  const mapped = new Set(map.map(({ from }) => from))
  return [...said].flatMap(([text, value]) =>
    value === true && (mapped.has(text) || !nulls.includes(text)) ? [text] : [],
  )
}

/** The headings of a system's files. */
export function dictionaryOf(recognised: Recognised | undefined): Dictionary | undefined {
  if (recognised === undefined) return undefined
  const { paths, nulls } = recognised.system
  return { headings: headingsOf(recognised.system), paths, nulls }
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

/** Sampled texts of types with several spellings, without spellings of "empty" and texts in the field's map. */
function sampledCells(field: Field, columns: readonly number[], nulls: readonly string[], { rows }: Sample): string[] {
  if (columns.length === 0 || field.type === 'text' || field.type === 'list') return []
  const skipped = new Set([...nulls, ...field.map.map(({ from }) => from)])
  const cells = new Set(rows.flatMap(row => columns.map(column => row[column] ?? '')))
  return [...cells].map(cellText).filter(cell => cell !== '' && !skipped.has(fold(cell)))
}

/** The scale that the headings of all columns of a number field agree on. */
function scaleOfAll({ type }: Field, headings: readonly string[]): { scale?: number } {
  if (type !== 'number') return {}
  const [scale, ...others] = new Set(headings.map(heading => scaleOf(heading)?.scale))
  return scale === undefined || others.length > 0 ? {} : { scale }
}

function readAs(field: BoundField, cells: readonly string[]): { read_as?: string } {
  if (field.type === 'number') {
    const { decimal, scale } = field.number
    const told = [
      ...(cells.some(cell => /[.,]/.test(cell)) ? [decimal === ',' ? 'decimal comma' : 'decimal point'] : []),
      ...(scale === undefined ? [] : [`in ${SCALE_NAMES.get(scale)}`]),
    ]
    return told.length === 0 ? {} : { read_as: told.join(', ') }
  }
  if (field.type === 'date' && cells.some(cell => /^\d{1,2}[./]/.test(cell))) {
    return {
      read_as: field.date.order === 'dmy' || cells.some(cell => /^\d{1,2}\./.test(cell)) ? 'day first' : 'month first',
    }
  }
  return field.blankIsNo ? { read_as: 'marks' } : {}
}

const SCALE_NAMES: ReadonlyMap<number, string> = new Map([
  [1e3, 'thousands'],
  [1e6, 'millions'],
  [1e9, 'thousand millions'],
  [1e12, 'million millions'],
])

function missingColumns(field: Field, match: Match | undefined, { name, headings }: Sample): Diagnostic[] {
  // Where all names are those of catalogue fields, nobody has named a column of this file.
  const isAsUsual =
    (isCatalogueField(field.name) && field.from.includes(field.name)) || field.from.every(isCatalogueField)
  if (isAsUsual || match !== undefined) return []
  const wanted = field.from.map(column => `\`${column}\``).join(' or ')
  const close = nearHeading(field, headings)
  return [
    diagnose('bind/missing-column', `${name} has no column ${wanted} for the field \`${field.name}\``, {
      place: field.place,
      hint:
        close !== undefined
          ? `did you mean \`${close}\`?`
          : headings.length > 0
            ? `its columns: ${headings.slice(0, 12).join(', ')}${headings.length > 12 ? ' ...' : ''}`
            : undefined,
    }),
  ]
}

function ambiguousDates(columns: readonly string[], format: DateFormat['order'], { name }: Sample): Diagnostic {
  const order = format === 'dmy' ? 'day' : 'month'
  return diagnose(
    'bind/ambiguous-date',
    `${name}: the dates in \`${columns.join(', ')}\` are read ${order} first, their values do not show the order`,
    {
      hint: 'set it in the rulebook: `locale: { dates: dmy }` or `mdy`',
    },
  )
}
