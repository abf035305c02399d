import { compileCells, compileMember } from '../engine/cells.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../io/formula.ts'
import { aroundMember, jsonRows } from '../io/json/json-write.ts'
import type { Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { parquetRows } from './parquet/parquet-rows.ts'
import type { JsonRows, Renderer, Rendering, Spelling } from './renderer.ts'
import { sheetRows } from './sheet-rows.ts'

export function createRenderer(rendering: Rendering, bound: BoundPlan): Renderer {
  switch (rendering.format) {
    case 'csv':
    case 'tsv':
      return delimited(rendering, bound)
    case 'json':
      return { ...records(rendering, bound), head: '[\n', joint: ',\n', tail: '\n]\n' }
    case 'ndjson': {
      const { lead, around, formulas } = records(rendering, bound)
      return {
        head: '',
        joint: '',
        tail: '',
        formulas,
        lead: (row, verdict) => `${onOneLine(lead(row, verdict))}\n`,
        around(row) {
          const [front, back] = around(row)
          return [onOneLine(front), `${onOneLine(back)}\n`]
        },
      }
    }
    case 'xlsx':
      return sheetRows(rendering, bound)
    case 'parquet':
      return parquetRows(rendering, bound)
  }
}

const BOM = '\u{feff}'

/** The delimiter and line end of the input, and a BOM if it had one or was not UTF-8, so that Excel reads the output alike. */
export function spellingOf({ format, input }: Pick<Rendering, 'format' | 'input'>): Spelling {
  if (format === 'parquet') return PARQUET_LINES
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
  const write = ({ cells, text }: Row, texts: readonly string[]) => {
    const checked = check(keep(cells))
    const record = copies && !text.includes('"') ? text : csvRow(checked, delimiter)
    return record + delimiter + csvRow(check(texts), delimiter) + lineEnd
  }
  return {
    head: bom + csvRow(check(headings), delimiter) + lineEnd,
    joint: '',
    tail: '',
    formulas: () => formulas,
    lead: (row, verdict) => write(row, cellsOf(verdict)),
    write,
  }
}

function records(
  { input, kept, columns }: Rendering,
  bound: BoundPlan,
): Pick<Renderer, 'lead' | 'formulas'> & JsonRows {
  const memberOf = compileMember(bound, columns)
  const isJson = input.format === 'json' || input.format === 'ndjson'
  const write = jsonRows(kept.map(position => input.headings[position] ?? ''))
  const around = ({ cells, text }: Row): readonly [string, string] =>
    isJson ? aroundMember(text) : write(kept.map(position => cells[position] ?? ''))
  return {
    formulas: () => 0,
    around,
    lead(row, verdict) {
      const [front, back] = around(row)
      return front + memberOf(verdict) + back
    },
  }
}

/** A pretty-printed record on one line: JSON has line breaks only between its tokens. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}

/** How the lines are spelled that a Parquet file is made of. */
const PARQUET_LINES: Spelling = { delimiter: ',', lineEnd: '\n', bom: '' }
