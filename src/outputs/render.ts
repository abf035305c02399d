import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCells, compileMember } from '../engine/cells.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../io/formula.ts'
import { appendToJson, jsonRows } from '../io/json/json-write.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Renderer, Rendering, Spelling } from './renderer.ts'
import { sheetRows } from './sheet-rows.ts'

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
