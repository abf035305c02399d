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
  const texts = source.keys.map((position, n) => ({ name: NAMES.text(n + 1), position }))
  const keys = keySteps(
    texts.map(({ name }, n) => ({ name: NAMES.key(n + 1), text: name })),
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
        ...texts.map(({ name, position }) => ({ name, call: trimCell(SPARK), of: row.cellOf(position) })),
        { name: LINE, sql: lineOf(source, index, columns, row) },
      ],
    },
    { name: called('folded'), about: '', columns: keys.texts },
    { name: called('keys'), about: '', columns: keys.keys },
    {
      name: called('lines'),
      about: '',
      isWhole: true,
      columns: [
        { name: NAMES.source, sql: String(index) },
        ...keysOf(source, width, SPARK),
        { name: NAMES.shownKey, sql: `coalesce(${[...texts.map(({ name }) => name), "''"].join(', ')})` },
        { name: LINE, sql: LINE },
      ],
    },
  ]
}

/** As `worker/gathered-events.ts` reads it. */
function lineOf(source: BoundEventSource, index: number, columns: readonly TableColumn[], row: Row): Sql {
  const cells = travellingCells(source, columns.length).flatMap(position => {
    const column = columns[position]
    return column === undefined ? [] : [cellOf(column, row)]
  })
  return `concat_ws(${[CELL, String(index)].map(SPARK.text).join(', ')}, ${cells.join(', ')})`
}

function cellOf({ name, type: { kind, spelled } }: TableColumn, row: Row): Sql {
  const text = spelled(row.column(name))
  if (kind === 'number' || kind === 'date' || kind === 'boolean') return `coalesce(${text}, '')`
  const escaped = EVENT_ESCAPES.reduce(
    (sql, each) => `replace(${sql}, ${SPARK.text(each.plain)}, ${SPARK.text(each.escaped)})`,
    text,
  )
  return `CASE WHEN ${text} RLIKE ${SPARK.text(NEEDS_ESCAPES)} THEN ${escaped} ELSE coalesce(${text}, '') END`
}
