import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { type Column, firstOf, type Step, slug, uniqueNames } from '../dialect/write.ts'
import { isOddCell, lowered, textOfCell } from './query-text.ts'
import { type Reading, readField } from './read-cell.ts'
import type { FieldColumns, Wanted } from './wanted.ts'

export interface Fields {
  readonly steps: readonly Step[]
  columnsOf(field: string): FieldColumns
}

/** The rows whose fields are read. */
export interface Records {
  /** What they stand behind FROM as. */
  readonly from: Sql
  /** The cell at a position. */
  cellOf(position: number): Sql
  /** Positions that are read whether or not a field asks for them. */
  readonly cells?: readonly number[]
  /** Further columns. */
  readonly kept: readonly Column[]
  /** What the first step is called. */
  readonly name: string
  /** What a further step is called. */
  stepName?(name: string): string
}

/** The column with the trimmed cell at a position. */
export const cellName = (position: number): Sql => `cell_${position + 1}`

/** Reads the fields of a bound plan. */
export function readFields(
  bound: Pick<BoundPlan, 'fields' | 'zone'>,
  wanted: ReadonlyMap<string, Wanted>,
  records: Records,
  dialect: Dialect,
): Fields {
  const { cells = [], stepName = (name: string) => name } = records
  const unique = uniqueNames()
  const fields = bound.fields.filter(field => field.columns.length > 0 && wanted.has(field.name))
  const positions = [...new Set([...cells, ...fields.flatMap(({ columns }) => columns)])].sort((a, b) => a - b)
  const readings = new Map<string, Reading>()
  for (const field of fields) {
    const own = wanted.get(field.name)
    if (own === undefined) continue
    const name = unique(`f_${slug(field.name)}`)
    readings.set(field.name, readField(field, { name, wanted: own, zone: bound.zone, dialect, cell: cellName }))
  }
  const step = (name: string, about: string, columnsOf: (reading: Reading) => readonly Column[]): Step => ({
    name: stepName(name),
    about,
    columns: [...readings.values()].flatMap(columnsOf),
  })
  return {
    steps: [
      ...cellSteps(positions, { ...records, stepName }, dialect),
      step('items', 'the elements of lists', reading => reading.items),
      step('filled', 'of several columns the first that says something', reading => reading.picked),
      step('more', 'which numbers and dates are not plain ones', reading => reading.more),
      step('usual', 'those in their usual spelling', reading => reading.usual),
      step('pieces', 'numbers and dates taken apart', reading => reading.pieces),
      step('digits', 'the digits of numbers, the calendar of dates', reading => reading.digits),
      step('times', 'times of day and their zones', reading => reading.times),
      step('instants', 'days that exist, and instants', reading => reading.instants),
      step('readings', 'the cells by the type of their field; what cannot be read is nothing', reading => reading.read),
      step('fields', 'with what stands for nothing', reading => reading.values),
      step('words', 'texts as their words, and what is a mail address', reading => reading.aspects),
      step('mails', 'of which kind the addresses are', reading => reading.kinds),
      step('work_mails', 'those that are on no list', reading => reading.business),
    ],
    columnsOf: name =>
      readings.get(name)?.columns ??
      missing(
        bound.fields.find(field => field.name === name),
        dialect,
      ),
  }
}

/** The cells as texts, trimmed, and folded. */
function cellSteps(
  positions: readonly number[],
  { from, cellOf, kept, name, stepName }: Required<Pick<Records, 'stepName'>> & Records,
  dialect: Dialect,
): Step[] {
  const odd = (position: number) => `${cellName(position)}_odd`
  const columns = (sqlOf: (position: number) => Sql) =>
    positions.map(position => ({ name: cellName(position), sql: sqlOf(position) }))
  return [
    {
      name,
      about: 'the cells as texts',
      isWhole: true,
      from,
      columns: [...kept, ...columns(position => `CAST(${cellOf(position)} AS ${dialect.types.text})`)],
    },
    {
      name: stepName('odd'),
      about: 'which of them are more than plain letters with a space here and there',
      columns: positions.map(position => ({ name: odd(position), sql: isOddCell(cellName(position), dialect) })),
    },
    {
      name: stepName('trimmed'),
      about: 'in form C, without white space around them',
      isWhole: true,
      columns: [
        ...kept.map(({ name }) => ({ name, sql: name })),
        ...positions.map(position => ({ name: odd(position), sql: odd(position) })),
        ...columns(position =>
          firstOf([{ when: odd(position), give: textOfCell(cellName(position), dialect) }], cellName(position)),
        ),
      ],
    },
    {
      name: stepName('folded'),
      about: 'as texts are compared: one space for runs of white space, lower case',
      columns: positions.map(position => ({
        name: `${cellName(position)}_folded`,
        sql: firstOf(
          [{ when: odd(position), give: lowered(cellName(position), dialect) }],
          dialect.lower(cellName(position)),
        ),
      })),
    },
  ]
}

/** A field that the input has no column for. */
function missing(field: BoundField | undefined, { types }: Dialect): FieldColumns {
  const typed = { text: types.text, list: types.texts, number: types.decimal, date: types.whole, boolean: 'BOOLEAN' }
  const isList = field?.type === 'list'
  const text = `CAST(NULL AS ${isList ? types.texts : types.text})`
  return {
    isList,
    raw: `CAST(NULL AS ${types.text})`,
    lower: `CAST(NULL AS ${types.text})`,
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
