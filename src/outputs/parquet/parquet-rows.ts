import { compileCells } from '../../engine/cells.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { uniqueNames } from '../../io/headings.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Column, contentOf } from '../../ir/plan/columns.ts'
import type { Renderer, Rendering } from '../renderer.ts'
import type { ParquetColumns, ParquetType } from './parquet-columns.ts'

/** Leads as lines of delimited text, from which a Parquet file is made once all of them are there. */
export function parquetRows(rendering: Rendering, bound: BoundPlan): Renderer {
  const { input, kept, columns } = rendering
  const cellsOf = compileCells(bound, columns)
  const isFromParquet = input.parquet !== undefined
  const inputCells = (cells: readonly string[]) => kept.map(position => cells[position] ?? '')
  const parquet = columnsOf(rendering)
  const write = ({ line, cells }: Row, texts: readonly string[]) =>
    `${csvRow([...(isFromParquet ? [String(line)] : inputCells(cells)), ...texts], ',')}\n`
  return {
    // It is not written: it tells whether inputs can be joined.
    head: JSON.stringify(parquet.ofInput),
    joint: '',
    tail: '',
    parquet,
    formulas: () => 0,
    lead: (row, verdict) => write(row, cellsOf(verdict)),
    write,
  }
}

function columnsOf({ input, kept, columns, prefix }: Rendering): ParquetColumns {
  const headings = kept.map(position => input.headings[position] ?? '')
  const names = distinct([...uniqueNames(headings), ...columns.map(({ name }) => prefix + name)])
  return {
    ofInput: names.slice(0, headings.length),
    ofLeadq: columns.map((column, index) => ({ name: names[headings.length + index] ?? '', type: typeOf(column) })),
    ...(input.parquet && { from: { file: input.parquet, columns: headings } }),
  }
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let free = name
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name}#${count}`
    taken.add(free.toLowerCase())
    return free
  })
}

function typeOf(column: Column): ParquetType {
  if (column.kind === 'completeness') return 'INTEGER'
  return contentOf(column) === 'figure' ? 'BIGINT' : 'VARCHAR'
}
