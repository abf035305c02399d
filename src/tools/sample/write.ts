import { csvRow } from '../../io/csv/csv-write.ts'
import { uniqueNames } from '../../io/headings.ts'
import type { InputFormat, TextFormat } from '../../ir/results/summary.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { isWritten } from '../../outputs/outputs.ts'
import { spellingOf } from '../../outputs/render.ts'
import type { Chosen } from './choose.ts'

/** How the cells of a row are rewritten. */
export type Change = (cells: readonly string[]) => readonly string[]

/** The chosen rows as a file of the format that they came from. Rows that do not change are written as they stand. */
export function writeSample(opened: OpenedInput, chosen: readonly Chosen[], change: Change | undefined): string {
  const format = textFormatOf(opened.input.format)
  if (format === 'csv' || format === 'tsv') return table(opened, format, chosen, change)
  const records = jsonRecords(opened, chosen, change)
  return format === 'json' ? `[\n${records.join(',\n')}\n]\n` : records.map(record => `${record}\n`).join('')
}

/** Formats other than text become a CSV file. */
export function textFormatOf(format: InputFormat): TextFormat {
  return !isWritten(format) || format === 'xlsx' || format === 'parquet' ? 'csv' : format
}

function table(
  { input, kept }: OpenedInput,
  format: 'csv' | 'tsv',
  chosen: readonly Chosen[],
  change: Change | undefined,
): string {
  const { delimiter, lineEnd, bom } = spellingOf({ format, input })
  const write = (cells: readonly string[]) => {
    const left = kept.map(position => cells[position] ?? '')
    return csvRow(left, delimiter)
  }
  const copies = change === undefined && kept.length === input.headings.length && input.sheet === undefined
  const rows = chosen.map(({ row }) => (copies ? row.text : write(change?.(row.cells) ?? row.cells)))
  return `${bom}${[write(input.headings), ...rows].join(lineEnd)}${lineEnd}`
}

/** A dotted key is read as a nested member. */
function jsonRecords({ input, kept }: OpenedInput, chosen: readonly Chosen[], change: Change | undefined): string[] {
  if (change === undefined) return chosen.map(({ row }) => row.text)
  const names = uniqueNames(input.headings)
  return chosen.map(({ row }) => {
    const cells = change(row.cells)
    return JSON.stringify(Object.fromEntries(kept.map(position => [names[position] ?? '', cells[position] ?? ''])))
  })
}
