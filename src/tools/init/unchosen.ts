import { fold } from '../../ir/values/fold.ts'
import { UNCHOSEN } from './templates.ts'

/** The placeholders for "nothing selected" found in the cells. */
export function unchosenIn(rows: readonly (readonly string[])[]): string[] {
  const found = new Map<string, string>()
  for (const cells of rows) {
    for (const cell of cells) {
      if (cell.length > MAX_LENGTH) continue
      const key = fold(cell)
      if (!found.has(key) && UNCHOSEN.includes(key)) found.set(key, cell.trim())
    }
  }
  return [...found.values()]
}

const MAX_LENGTH = UNCHOSEN.reduce((most, { length }) => Math.max(most, length + 4), 0)
