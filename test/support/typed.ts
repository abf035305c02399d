import fc from 'fast-check'
import { typeOfValues } from '../../src/dialects/types/column-type.ts'
import { bindPlan } from '../../src/io/bind/bind.ts'
import type { BoundPlan } from '../../src/ir/plan/bound-plan.ts'
import { columnsOf } from '../../src/ir/plan/columns.ts'
import { KIND_OF_VALUES, type ValueKind } from '../../src/ir/values/column-type.ts'
import { WIDE_HEADINGS, wideLead } from './draw-wide.ts'
import { answerOf, type Form, HAS_NO_FORM_C, type QueryEngine, tableOf } from './engines.ts'
import { AS_OF, planOf } from './plans.ts'

/** Tables whose columns have types: what a query answers of them, and what the reference says of the texts of their cells. */

export interface TypedLeads {
  readonly kinds: readonly ValueKind[]
  /** Of each row the values, as texts that a cast reads; null: nothing. */
  readonly rows: readonly (readonly (string | null)[])[]
}

const INTEGERS = [
  '0',
  '1',
  '-5',
  '49',
  '50',
  '51',
  '1234567',
  '999999999999999',
  '1000000000000000',
  '-9223372036854775808',
]
const DECIMALS = [
  '0',
  '49.99999949',
  '50.0000005',
  '-2.5',
  '1234567.89',
  '0.1234565',
  '123456789012345.678',
  '12345678901234567890.5',
]
const FLOATS = [
  '0',
  '2.5',
  '-0.0000004',
  '50',
  '1e-7',
  '1e20',
  '0.30000000000000004',
  'NaN',
  'Infinity',
  '-Infinity',
  '1234567.891',
]
const DATES = [
  '2024-02-29',
  '2025-12-31',
  '2026-02-28',
  '2026-03-01',
  '2026-03-02',
  '2027-01-01',
  '1599-12-31',
  '1600-01-01',
  '2400-12-31',
  '2401-01-01',
]
const TIMES = ['00:00:00', '23:59:59.999', '12:30:00', '22:30:00', '01:15:00.5']
const stamps = fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...TIMES)).map(([day, time]) => `${day} ${time}`)

const VALUES: Readonly<Partial<Record<ValueKind, fc.Arbitrary<string>>>> = {
  integer: fc.constantFrom(...INTEGERS),
  decimal: fc.constantFrom(...DECIMALS),
  float: fc.constantFrom(...FLOATS),
  boolean: fc.constantFrom('true', 'false'),
  date: fc.constantFrom(...DATES),
  timestamp: stamps,
  timestamptz: stamps.map(stamp => `${stamp}+00`),
}
const KINDS = Object.keys(VALUES) as ValueKind[]

/** The kinds that a column of a heading has: mostly those that suit it. */
const SUITABLE: Readonly<Record<string, readonly ValueKind[]>> = {
  'Lead ID': ['text', 'integer'],
  Employees: ['integer', 'decimal', 'float'],
  'Page Views': ['integer', 'decimal', 'float'],
  'Demo Date': ['date', 'timestamp', 'timestamptz'],
  'Demo Requested': ['boolean', 'boolean', 'date', 'timestamptz'],
  Tier: ['integer', 'decimal', 'text'],
  Phone: ['text', 'integer'],
}

const kindOf = (heading: string) => {
  const suitable = SUITABLE[heading]
  const usual = fc.constantFrom(...(suitable ?? (['text'] as const)))
  return fc.oneof(
    { weight: 9, arbitrary: usual },
    { weight: 1, arbitrary: fc.constantFrom<ValueKind>('text', ...KINDS) },
  )
}

export const typedLeads: fc.Arbitrary<TypedLeads> = fc
  .tuple(...WIDE_HEADINGS.map(kindOf))
  .chain(kinds =>
    fc.record({ kinds: fc.constant(kinds), rows: fc.array(rowOf(kinds), { minLength: 1, maxLength: 10 }) }),
  )

function rowOf(kinds: readonly ValueKind[]): fc.Arbitrary<(string | null)[]> {
  const values = kinds.map(kind => fc.option(VALUES[kind] ?? fc.constant(''), { freq: 6 }))
  return fc
    .tuple(wideLead, fc.tuple(...values))
    .map(([cells, typed]) =>
      kinds.map((kind, index) => (kind === 'text' ? (cells[index] ?? '') : (typed[index] ?? null))),
    )
}

const TYPES: Readonly<Record<QueryEngine['dialect']['name'], Readonly<Partial<Record<ValueKind, string>>>>> = {
  duckdb: { decimal: 'DECIMAL(38, 10)', timestamptz: 'TIMESTAMPTZ' },
  postgres: {
    integer: 'bigint',
    decimal: 'numeric',
    float: 'double precision',
    timestamptz: 'timestamptz',
    text: 'text',
  },
  snowflake: {
    integer: 'NUMBER(38, 0)',
    decimal: 'NUMBER(38, 10)',
    float: 'FLOAT',
    timestamp: 'TIMESTAMP_NTZ',
    timestamptz: 'TIMESTAMP_TZ',
  },
  spark: { decimal: 'DECIMAL(38, 10)', timestamp: 'TIMESTAMP_NTZ', timestamptz: 'TIMESTAMP', text: 'STRING' },
  bigquery: {
    integer: 'INT64',
    decimal: 'BIGNUMERIC',
    float: 'FLOAT64',
    timestamp: 'DATETIME',
    timestamptz: 'TIMESTAMP',
    text: 'STRING',
  },
}
const USUAL: Readonly<Partial<Record<ValueKind, string>>> = { integer: 'BIGINT', float: 'DOUBLE', text: 'VARCHAR' }

const ORDER = 'order_of_rows'

/** The rows of a query, and the texts of the cells for the reference. */
export async function answersOf(engine: QueryEngine, rulebook: object, { kinds, rows }: TypedLeads) {
  const { dialect } = engine
  const { text, types } = dialect
  const values = rows.map((row, index) => {
    const cells = row.map((value, position) => {
      const kind = kinds[position] ?? 'text'
      const written = value !== null && HAS_NO_FORM_C.has(dialect.name) ? value.normalize('NFC') : value
      const type = TYPES[dialect.name][kind] ?? USUAL[kind] ?? kind
      return `CAST(${written === null ? 'NULL' : text(written)} AS ${type})`
    })
    return [String(index), ...cells]
  })
  const columns = WIDE_HEADINGS.map((_, index) => `c${index}`)
  const source = tableOf(dialect, [ORDER, ...columns], values)
  const columnTypes = kinds.map(kind => typeOfValues(kind, dialect))
  const cells = columns.map((column, index) => columnTypes[index]?.spelled(dialect.identifier(column)) ?? column)
  const read = await engine.query(
    `SELECT ${cells.map(cell => `coalesce(CAST(${cell} AS ${types.text}), '')`).join(', ')} FROM ${source} AS s ORDER BY ${dialect.identifier(ORDER)}`,
  )
  const texts = read.map(row => row.map(cell => cell ?? ''))
  const bound = boundTo(rulebook, kinds, texts)
  const request = {
    source,
    headings: columns,
    all: [ORDER, ...columns],
    spelled: (cell: string, position: number) => columnTypes[position]?.spelled(cell) ?? cell,
    typed: (cell: string, position: number) => ({ kind: kinds[position] ?? 'other', sql: cell }),
    asOf: String(AS_OF),
    columns: columnsOf(bound),
    prefix: 'leadq_',
    comment: [],
  }
  const answer = (form: Form) => answerOf(engine, bound, request, form)
  return {
    bound,
    texts,
    answer,
    inline: () => answer('inline'),
    withFunctions: () => answer('functions'),
  }
}

function boundTo(rulebook: object, kinds: readonly ValueKind[], rows: readonly (readonly string[])[]): BoundPlan {
  const types = kinds.map(kind => ({ kind: KIND_OF_VALUES[kind], typeName: kind }))
  const sample = { name: 'leads', headings: WIDE_HEADINGS, rows, types, delimiter: '' }
  return bindPlan(planOf(rulebook), sample).bound
}
