/** The values of a field, lead by lead. */
export type Column = NumberColumn | LevelColumn

interface Named {
  /** The field of the rulebook. */
  readonly field: string
  /** The column's heading, for people. */
  readonly heading: string
  /** Its rules stand behind a condition of the rulebook, and so have no other one. */
  readonly isGated?: true
  /** Of a date: the share of filled leads that have one after the day they came in. */
  readonly later?: number
}

export interface NumberColumn extends Named {
  readonly kind: 'number'
  /** `NaN`: empty. */
  readonly values: Float64Array
}

export interface LevelColumn extends Named {
  readonly kind: 'levels'
  /** Positions in `levels`; -1: empty. */
  readonly codes: Int32Array
  readonly levels: readonly LevelText[]
  /** One thing that the text holds or not (a word, a kind of mail); levels are then `has not` and `has`. */
  readonly test?: ColumnTest
}

export interface LevelText {
  readonly value: string | boolean
  readonly text: string
}

/** A condition that makes two levels of a text, a date or the events of a lead. */
export type ColumnTest = FieldTest | EventTest

export interface FieldTest {
  readonly operator: 'has_word' | 'is' | 'ends_with' | 'equals' | 'in_last'
  readonly value: string
}

/** So many events of a name, at most so many days ago. */
export interface EventTest {
  readonly operator: 'event'
  readonly value: string
  readonly count: number
  readonly within: number | undefined
}

/** The field of all columns that hold events. */
export const EVENTS = 'event'

/** `has word CEO`, `3 and more in 30d` */
export function testText(test: ColumnTest): string {
  if (test.operator !== 'event') return `${test.operator.replaceAll('_', ' ')} ${test.value}`
  const within = test.within === undefined ? '' : ` in ${test.within}d`
  return `${test.count === 1 ? 'once' : `${test.count} times`} or more${within}`
}

/** The name of a column and its test, for people. */
export function columnName({ heading, ...column }: Column): string {
  const test = 'test' in column ? column.test : undefined
  return test === undefined ? heading : `${heading} ${testText(test)}`
}
