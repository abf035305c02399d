import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../ir/plan/columns.ts'
import type { Spelling } from '../../../outputs/renderer.ts'
import type { Query } from './duckdb-query.ts'
import { columnName } from './duckdb-source.ts'
import type { RowFormat } from './duckdb-write.ts'
import { mayBeFormula, mayNeedQuotes, ownTexts } from './own-texts.ts'
import type { Staged } from './staged.ts'

/** Delimited text as `io/csv/csv-write.ts` and `io/formula.ts` write it, said in DuckDB's words. */

const { finds, codePoint, identifier, text } = DUCKDB

export interface Delimited {
  readonly bound: BoundPlan
  readonly staged: Staged
  readonly kept: readonly number[]
  readonly columns: readonly Column[]
  readonly spelling: Spelling
  readonly escapeFormulas: boolean
}

/**
 * Cells are put into quotes here and not by `COPY`, which has ideas of its own about which of them need any; columns that
 * nothing of the kind can be in are left alone.
 */
export function delimitedRows(query: Query, delimited: Delimited): RowFormat {
  const { bound, staged, kept, columns, spelling, escapeFormulas } = delimited
  const { delimiter } = spelling
  const quote = (cell: Sql) => quotedCell(cell, delimiter)
  const escaped = (cell: Sql) => (escapeFormulas ? escapedCell(cell) : cell)
  const mayNeed = (position: number) => staged.quoted[position] || staged.delimiter !== delimiter
  const ofInput = kept.map(position => {
    const cell = textOf(staged, position)
    const safe = staged.formulas[position] === 0 ? cell : escaped(cell)
    return mayNeed(position) ? quote(safe) : safe
  })
  const own = columns.map(column => {
    const cell = query.nameOf(column)
    const texts = ownTexts(column, bound)
    const safe = mayBeFormula(texts) ? escaped(`CAST(${cell} AS VARCHAR)`) : cell
    return mayNeedQuotes(texts, delimiter) ? quote(safe) : safe
  })
  const lineEnd = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' }[spelling.lineEnd] ?? '\\n'
  return {
    cells: [...ofInput, ...own],
    options: [
      'FORMAT csv',
      'HEADER false',
      "QUOTE ''",
      "ESCAPE ''",
      "NULLSTR ''",
      `DELIMITER ${text(delimiter)}`,
      `NEW_LINE ${text(lineEnd)}`,
    ],
    joint: 0,
  }
}

/** The text of a cell of the input. */
export function textOf({ spelled = cell => cell }: Staged, position: number): Sql {
  return spelled(identifier(columnName(position)), position)
}

function quotedCell(cell: Sql, delimiter: string): Sql {
  const special = finds(cell, `["\\r\\n${codePoint(delimiter.codePointAt(0) ?? 0)}]`)
  return `CASE WHEN ${special} THEN '"' || replace(${cell}, '"', '""') || '"' ELSE ${cell} END`
}

/** White space as JavaScript's patterns know it. */
const SPACES = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'

/** Whether a spreadsheet would run a cell. */
export function isFormulaCell(cell: Sql): Sql {
  return finds(cell, `(?s)^(?:[=@\\t\\r]|[+-].*[^0-9().,/%${SPACES}-])`)
}

function escapedCell(cell: Sql): Sql {
  return `CASE WHEN ${isFormulaCell(cell)} THEN '''' || ${cell} ELSE ${cell} END`
}
