import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCells, compileMember } from '../engine/cells.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../io/formula.ts'
import { appendToJson, jsonRows } from '../io/json/json-write.ts'
import type { Input, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Column } from '../ir/plan/columns.ts'
import type { Duplicate, Verdict } from '../ir/results/verdict.ts'
import type { Format } from './outputs.ts'
import { sheetRows } from './sheet-rows.ts'

/** How the leads of one input are written: texts in, one text out per lead. */
export interface Renderer {
  readonly head: string
  /** Stands between two leads. */
  readonly joint: string
  readonly tail: string
  lead(row: Row, verdict: Verdict | Duplicate): string
  /** How many cells so far a spreadsheet would run as a formula. */
  formulas(): number
  /** The head and the leads are rows of a workbook. */
  readonly isBook?: boolean
  /** How many texts so far are longer than a cell of a workbook. */
  cut?(): number
}

/** What delimited text looks like around its cells. */
export interface Spelling {
  readonly delimiter: string
  readonly lineEnd: string
  readonly bom: string
}

export interface Rendering {
  readonly format: Format
  readonly input: Pick<Input, 'format' | 'headings' | 'delimiter' | 'lineEnd' | 'bom' | 'encoding' | 'sheet'>
  /** Positions of input columns that are kept; those of an earlier run are not. */
  readonly kept: readonly number[]
  readonly columns: readonly Column[]
  readonly prefix: string
  readonly escapeFormulas: boolean
  readonly spelling: Spelling
}

export function createRenderer(rendering: Rendering, bound: BoundPlan): Renderer {
  switch (rendering.format) {
    case 'csv':
    case 'tsv':
      return delimited(rendering, bound)
    case 'json':
      return { ...records(rendering, bound), head: '[\n', joint: ',\n', tail: '\n]\n' }
    case 'ndjson': {
      const { lead, formulas } = records(rendering, bound)
      return { head: '', joint: '', tail: '', formulas, lead: (row, verdict) => `${onOneLine(lead(row, verdict))}\n` }
    }
    case 'xlsx':
      return sheetRows(rendering, bound)
    case 'parquet': {
      const hint = 'take `--engine duckdb`'
      throw new Refusal(diagnose('engine/needed', 'Parquet is written by DuckDB alone', { hint }), 'usage')
    }
  }
}

export const BOM = '\u{feff}'

/** The delimiter and line end of the input, and a BOM if it had one or was not UTF-8, so that Excel reads the output alike. */
export function spellingOf({ format, input }: Pick<Rendering, 'format' | 'input'>): Spelling {
  return {
    delimiter: format === 'tsv' ? '\t' : input.format === 'tsv' ? ',' : (input.delimiter ?? ','),
    lineEnd: { LF: '\n', CRLF: '\r\n', CR: '\r' }[input.lineEnd ?? 'LF'],
    bom: input.bom || input.encoding() !== 'UTF-8' ? BOM : '',
  }
}

function delimited(rendering: Rendering, bound: BoundPlan): Renderer {
  const { input, kept, columns, prefix, escapeFormulas, spelling } = rendering
  const { delimiter, lineEnd, bom } = spelling
  const cellsOf = compileCells(bound, columns)
  const all = kept.length === input.headings.length
  const keep = (cells: readonly string[]) => (all ? cells : kept.map(position => cells[position] ?? ''))
  // A record without quotes is written as it stands: that is what its cells would come to.
  const copies = all && !escapeFormulas && delimiter === input.delimiter
  const headings = [...keep(input.headings), ...columns.map(({ name }) => prefix + name)]
  let formulas = 0
  const check = (cells: readonly string[]) => {
    for (const cell of cells) if (isFormula(cell)) formulas += 1
    return escapeFormulas ? cells.map(neutraliseFormula) : cells
  }
  return {
    head: bom + csvRow(check(headings), delimiter) + lineEnd,
    joint: '',
    tail: '',
    formulas: () => formulas,
    lead: ({ cells, text }, verdict) => {
      const checked = check(keep(cells))
      const record = copies && !text.includes('"') ? text : csvRow(checked, delimiter)
      return record + delimiter + csvRow(check(cellsOf(verdict)), delimiter) + lineEnd
    },
  }
}

function records({ input, kept, columns }: Rendering, bound: BoundPlan): Pick<Renderer, 'lead' | 'formulas'> {
  const memberOf = compileMember(bound, columns)
  const formulas = () => 0
  if (input.format === 'json' || input.format === 'ndjson') {
    return { formulas, lead: ({ text }, verdict) => appendToJson(text, memberOf(verdict)) }
  }
  const write = jsonRows(kept.map(position => input.headings[position] ?? ''))
  return {
    formulas,
    lead: ({ cells }, verdict) =>
      write(
        kept.map(position => cells[position] ?? ''),
        memberOf(verdict),
      ),
  }
}

/** A pretty-printed record on one line: JSON has line breaks only between its tokens. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}
