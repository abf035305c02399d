import { headingKey } from '../../../ir/values/heading.ts'
import { recogniseSystem } from '../../bind/recognise/recognise.ts'
import { isHeader, mayBeHeader } from '../../known-headings.ts'
import type { Skipped } from '../../records.ts'
import { refuse } from '../../refuse-input.ts'

/**
 * Recognises headers among the records: the same one again, or a second row of names below the first. Another header
 * further down means that files were put together, and what stands below it would be read by the wrong names: that is
 * refused. Without the name of a file, while a delimiter is being detected, no diagnostics are given.
 */
export function makeHeaderCheck(
  header: readonly string[],
  name: string | undefined,
): (cells: readonly string[], line: number) => Skipped | undefined {
  let isFirst = true
  if (name === undefined) return () => undefined
  return (cells, line) => {
    const wasFirst = isFirst
    isFirst = false
    if (!mayBeHeader(cells) && cells[0] !== header[0]) return undefined
    if (isSame(cells, header)) return 'header row'
    if (!mayBeHeader(cells) || !isHeader(cells)) return undefined
    const place = { file: name, line, col: 1 }
    const [first, second] = [systemOf(header), systemOf(cells)]
    if (first && second && first.name !== second.name) {
      const message = `from line ${line} on this is a ${second.title}, above it a ${first.title}`
      throw refuse('file/two-systems', message, place, 'score the two files one by one')
    }
    if (wasFirst) return 'header row'
    throw refuse('file/headers-differ', 'another header: two files were put together', place, APART)
  }
}

const APART = 'score the files one by one; those with equal headers are joined by `-o FILE`'

function isSame(cells: readonly string[], header: readonly string[]): boolean {
  return (
    cells.length === header.length && cells.every((cell, index) => headingKey(cell) === headingKey(header[index] ?? ''))
  )
}

function systemOf(headings: readonly string[]) {
  return recogniseSystem({ name: '', headings, rows: [], around: [] })
}
