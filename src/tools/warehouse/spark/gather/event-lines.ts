import { trimCell } from '../../../../dialects/cells/query-text.ts'
import type { Sql } from '../../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../../dialects/dialect/spark.ts'
import type { Step } from '../../../../dialects/dialect/write.ts'
import { keySteps } from '../../../../dialects/events/keys.ts'
import { keysOf, EVENT as NAMES } from '../../../../dialects/events/read.ts'
import { type Row, rowOf } from '../../../../dialects/relation.ts'
import type { BoundEventSource } from '../../../../ir/plan/bound-events.ts'
import type { BoundEventTable } from '../../table/bind-event-table.ts'
import type { TableColumn } from '../../table/table.ts'
import { CELL, EVENT_ESCAPES, NEEDS_ESCAPES, travellingCells } from '../worker/event-form.ts'

/** An event as it travels. */
export const LINE = 'event_line'

/** A bound table of events with its columns, their texts as they stand there. */
export interface GatheredTable extends BoundEventTable {
  readonly columns: readonly TableColumn[]
}

/** The columns of `lineSteps`; `width`: the most keys that an event of some table has. */
export function lineColumns(width: number): Sql[] {
  return [NAMES.source, ...Array.from({ length: width }, (_, n) => NAMES.key(n + 1)), NAMES.shownKey, LINE]
}

/** The events of one table: the keys of their leads, and their cells as one text. */
export function lineSteps(
  { binding: { source }, relation, columns }: GatheredTable,
  index: number,
  width: number,
): Step[] {
  const row = rowOf(relation, SPARK)
  const cells = source.keys.map((position, n) => ({ name: NAMES.key(n + 1), position, column: columns[position] }))
  const text = (name: string) => `${name}_text`
  const keys = keySteps(
    cells.map(({ name }) => ({ name, text: text(name) })),
    SPARK,
  )
  const called = (name: string) => `event_${index + 1}_${name}`
  return [
    {
      name: called('cells'),
      about: '',
      isWhole: true,
      from: row.from,
      columns: [
        ...cells.map(({ name, column }) => ({ name: `${name}_plain`, sql: plainKey(column, row) })),
        ...cells.map(({ name, position }) => ({ name: `${name}_cell`, sql: row.cellOf(position) })),
        { name: LINE, sql: lineOf(source, index, columns, row) },
      ],
    },
    {
      name: called('texts'),
      about: '',
      columns: cells.map(({ name }) => ({
        name: text(name),
        sql: `CASE WHEN ${name}_plain IS NULL THEN ${trimCell(SPARK).body(`${name}_cell`)} END`,
      })),
    },
    { name: called('folded'), about: '', columns: keys.texts },
    {
      name: called('keys'),
      about: '',
      columns: keys.keys.map(key => ({
        name: key.name,
        sql: `coalesce(${key.name}_plain, ${'sql' in key ? key.sql : key.of})`,
      })),
    },
    {
      name: called('lines'),
      about: '',
      isWhole: true,
      columns: [
        { name: NAMES.source, sql: String(index) },
        ...keysOf(source, width, SPARK),
        {
          name: NAMES.shownKey,
          sql: `coalesce(${[...cells.flatMap(({ name }) => [text(name), `${name}_plain`]), "''"].join(', ')})`,
        },
        { name: LINE, sql: LINE },
      ],
    },
  ]
}

/** A text that is its own key, whatever its capitals: most are. NULL for one that may be an id of Salesforce, or odd. */
function plainKey(column: TableColumn | undefined, row: Row): Sql {
  if (column === undefined) return 'NULL'
  const cell = column.type.spelled(row.column(column.name))
  return `CASE WHEN ${cell} RLIKE '^(?!00)[0-9A-Za-z@._-]*[0-9A-Za-z]$' THEN lower(${cell}) END`
}

/** As `worker/gathered-events.ts` reads it. */
function lineOf(source: BoundEventSource, index: number, columns: readonly TableColumn[], row: Row): Sql {
  const cells = travellingCells(source, columns.length).flatMap(position => columns[position] ?? [])
  const texts = cells.map(({ name, type }) => ({ type, text: type.spelled(row.column(name)) }))
  const mayBeOdd = texts.filter(({ type }) => !PLAIN.has(type.kind)).map(({ text }) => text)
  const lineWith = (cellOf: (text: Sql) => Sql) => {
    const all = texts.map(({ type, text }) => `coalesce(${PLAIN.has(type.kind) ? text : cellOf(text)}, '')`)
    return `concat_ws(${[CELL, String(index)].map(SPARK.text).join(', ')}, ${all.join(', ')})`
  }
  if (mayBeOdd.length === 0) return lineWith(text => text)
  const isOdd = `concat_ws('', ${mayBeOdd.join(', ')}) RLIKE ${SPARK.text(NEEDS_ESCAPES)}`
  return `CASE WHEN ${isOdd} THEN ${lineWith(escaped)} ELSE ${lineWith(text => text)} END`
}

const PLAIN: ReadonlySet<TableColumn['type']['kind']> = new Set(['number', 'date', 'boolean'])

function escaped(text: Sql): Sql {
  return EVENT_ESCAPES.reduce(
    (sql, each) => `replace(${sql}, ${SPARK.text(each.plain)}, ${SPARK.text(each.escaped)})`,
    text,
  )
}
