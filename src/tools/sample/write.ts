import { csvRow } from '../../io/csv-write.ts'
import { uniqueNames } from '../../io/headings.ts'
import type { OpenedInput } from '../open.ts'
import { type Spelling, spellingOf } from '../render.ts'
import type { Chosen } from './choose.ts'

/** The chosen rows as a file of the format that they came from. `change`: what becomes of their cells, if anything. */
export function writeSample(
  { input, kept }: OpenedInput,
  chosen: readonly Chosen[],
  change: ((cells: readonly string[]) => readonly string[]) | undefined,
): string {
  const { format } = input
  if (format === 'csv' || format === 'tsv')
    return table(input.headings, kept, chosen, change, spellingOf({ format, input }))
  const names = uniqueNames(input.headings, [])
  const records = chosen.map(({ row }) => {
    if (change === undefined) return row.text
    const cells = change(row.cells)
    // A dotted key reads as the member it stands for.
    return JSON.stringify(Object.fromEntries(kept.map(position => [names[position] ?? '', cells[position] ?? ''])))
  })
  return format === 'json' ? `[\n${records.join(',\n')}\n]\n` : records.map(record => `${record}\n`).join('')
}

function table(
  headings: readonly string[],
  kept: readonly number[],
  chosen: readonly Chosen[],
  change: ((cells: readonly string[]) => readonly string[]) | undefined,
  { delimiter, lineEnd, bom }: Spelling,
): string {
  const isWhole = kept.length === headings.length && change === undefined
  const keep = (cells: readonly string[]) =>
    csvRow(
      kept.map(position => cells[position] ?? ''),
      delimiter,
    )
  const rows = chosen.map(({ row }) => (isWhole ? row.text : keep(change?.(row.cells) ?? row.cells)))
  return `${bom}${[keep(headings), ...rows].join(lineEnd)}${lineEnd}`
}
