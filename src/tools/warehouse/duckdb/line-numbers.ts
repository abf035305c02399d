import { openInput } from '../../../io/read.ts'
import type { Source } from './stage.ts'
import type { Staged } from './staged.ts'

/** The lines of some leads, which are named by their number from 1. */
export async function linesAt(
  places: readonly number[],
  { firstLine }: Staged,
  { path, opened, reading, host }: Source,
): Promise<(place: number) => number> {
  if (firstLine !== undefined) return place => (place === 0 ? 0 : firstLine + place - 1)
  const lines = new Map([[0, 0]])
  const last = Math.max(0, ...places)
  if (last > 0) {
    const wanted = new Set(places)
    const { inputFormat, sheet, header, names } = reading
    const input = await openInput(await host.read(path), {
      name: opened.name,
      format: inputFormat,
      sheet,
      header,
      names,
    })
    let place = 0
    for await (const { rows } of input.batches) {
      for (const { line } of rows) {
        place += 1
        if (wanted.has(place)) lines.set(place, line)
      }
      if (place >= last) break
    }
  }
  return place => lines.get(place) ?? 0
}
