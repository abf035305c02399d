import type { Sql } from '../../dialects/dialect.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import { whiteSpaceClass } from '../../dialects/texts.ts'

/** Cells as `io/csv-write.ts` and `io/formula.ts` treat them, said in DuckDB's words. */

const { finds, codePoint } = DUCKDB

/** A cell as it is written: in quotes only for the delimiter, a quote, CR or LF. */
export function quotedCell(cell: Sql, delimiter: string): Sql {
  const special = finds(cell, `["\\r\\n${codePoint(delimiter.codePointAt(0) ?? 0)}]`)
  return `CASE WHEN ${special} THEN '"' || replace(${cell}, '"', '""') || '"' ELSE ${cell} END`
}

/** Whether a spreadsheet would run a cell. */
export function isFormulaCell(cell: Sql): Sql {
  return finds(cell, `(?s)^(?:[=@\\t\\r]|[+-].*[^0-9().,/%${whiteSpaceClass({ codePoint })}-])`)
}
