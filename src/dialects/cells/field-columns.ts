import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { type Column, type Step, slug, uniqueNames } from '../dialect/write.ts'
import { foldCell, trimCell } from './query-text.ts'
import { needsTrimmed, type Reading, readField, standingCells } from './read-cell.ts'
import type { Standing } from './typed-cell.ts'
import type { FieldColumns, Wanted } from './wanted.ts'

export interface Fields {
  readonly steps: readonly Step[]
  columnsOf(field: string): FieldColumns
  /** The column with the trimmed cell at one of the positions that are read whether or not a field asks for them. */
  trimmed(position: number): Sql
}

/** The rows whose fields are read. */
export interface Records {
  /** What they stand behind FROM as. */
  readonly from: Sql
  /** The text of the cell at a position. */
  cellOf(position: number): Sql
  /** The same as it stands in a column whose kind of values is known. */
  typedCellOf?(position: number): Standing | undefined
  /** What the column at a position is called. */
  headingOf(position: number): string
  /** Positions that are read whether or not a field asks for them. */
  readonly cells?: readonly number[]
  /** Further columns. */
  readonly kept: readonly Column[]
  /** What the first step is called. */
  readonly name: string
  /** What a further step is called. */
  stepName?(name: string): string
}

/** Reads the fields of a bound plan. */
export function readFields(
  bound: Pick<BoundPlan, 'fields' | 'zone'>,
  wanted: ReadonlyMap<string, Wanted>,
  records: Records,
  dialect: Dialect,
): Fields {
  const { cells = [], stepName = (name: string) => name, typedCellOf = () => undefined } = records
  const unique = uniqueNames()
  const fields = bound.fields.flatMap(field => {
    const own = wanted.get(field.name)
    if (own === undefined || field.columns.length === 0) return []
    const name = unique(`f_${slug(field.name)}`)
    return [{ field, wanted: own, name, standing: standingCells(field, typedCellOf) }]
  })
  const read = readCells(fields, cells, records, dialect)
  const readings = new Map(
    fields.map(({ field, ...own }): [string, Reading] => [
      field.name,
      readField(field, { ...own, zone: bound.zone, dialect, ...read }),
    ]),
  )
  const step = (name: string, about: string, columnsOf: (reading: Reading) => readonly Column[]): Step => ({
    name: stepName(name),
    about,
    columns: [...readings.values()].flatMap(columnsOf),
  })
  return {
    steps: [
      {
        name: records.name,
        about: 'the columns that are read: values as they are, texts as they are compared',
        isWhole: true,
        from: records.from,
        columns: [...records.kept, ...[...readings.values()].flatMap(({ taken }) => taken), ...read.columns],
      },
      step('items', 'the elements of lists', reading => reading.items),
      step('known', 'texts that do not say that there is nothing, and the days of instants', reading => reading.known),
      step('picked', 'of several columns the first that says something', reading => reading.picked),
      step('truths', 'yes and no', reading => reading.truths),
      step('usual', 'what is not plain in its usual spelling', reading => reading.usual),
      step('pieces', 'numbers and dates taken apart', reading => reading.pieces),
      step('digits', 'the digits of numbers, the calendar of dates', reading => reading.digits),
      step('times', 'the size of numbers, times of day and their zones', reading => reading.times),
      step('instants', 'days that exist, and instants', reading => reading.instants),
      step('local_days', 'the days of instants', reading => reading.days),
      step('readings', 'the cells by the type of their field; what cannot be read is nothing', reading => reading.read),
      step('fields', 'with what stands for nothing', reading => reading.values),
      step('words', 'texts as their words, and what is a mail address', reading => reading.aspects),
      step('mails', 'of which kind the addresses are', reading => reading.kinds),
      step('work_mails', 'those that are on no list', reading => reading.business),
    ],
    trimmed: read.trimmed,
    columnsOf: name =>
      readings.get(name)?.columns ??
      missing(
        bound.fields.find(field => field.name === name),
        dialect,
      ),
  }
}

interface ReadField {
  readonly field: BoundField
  readonly wanted: Wanted
  readonly standing: readonly Standing[] | undefined
}

/** The cells that fields read: folded, trimmed, and as they stand. */
function readCells(
  fields: readonly ReadField[],
  cells: readonly number[],
  { cellOf, headingOf }: Records,
  dialect: Dialect,
) {
  const unique = uniqueNames()
  const names = new Map<number, string>()
  const nameOf = (position: number) => {
    const known = names.get(position)
    if (known !== undefined) return known
    const name = unique(slug(headingOf(position)))
    names.set(position, name)
    return name
  }
  const positions = (of: readonly ReadField[]) =>
    [...new Set(of.flatMap(({ field }) => field.columns))].sort((a, b) => a - b)
  const texts = fields.filter(({ standing }) => standing === undefined)
  const folded = (position: number) => `folded_${nameOf(position)}`
  const trimmed = (position: number) => `cell_${nameOf(position)}`
  const shown = [...new Set([...cells, ...positions(texts.filter(each => needsTrimmed(each.field, each.wanted)))])]
  const columns: Column[] = [
    ...positions(texts).map(position => ({ name: folded(position), call: foldCell(dialect), of: cellOf(position) })),
    ...shown.map(position => ({ name: trimmed(position), call: trimCell(dialect), of: cellOf(position) })),
  ]
  return { columns, folded, trimmed }
}

/** A field that the input has no column for. */
function missing(field: BoundField | undefined, { types }: Dialect): FieldColumns {
  const typed = { text: types.text, list: types.texts, number: types.decimal, date: types.whole, boolean: 'BOOLEAN' }
  const isList = field?.type === 'list'
  const text = `CAST(NULL AS ${isList ? types.texts : types.text})`
  return {
    isList,
    read: `CAST(NULL AS ${types.text})`,
    isMissing: true,
    value: `CAST(NULL AS ${typed[field?.type ?? 'text']})`,
    text: "''",
    words: text,
    mail: text,
    isMail: () => 'CAST(NULL AS BOOLEAN)',
    filled: 'FALSE',
    invalid: 'FALSE',
    range: 'FALSE',
  }
}
