import {
  commentAbove,
  commentBeside,
  entryOf,
  keysOf,
  type ListPart,
  type MapPart,
  mapOf,
  mapsOf,
  partOf,
  put,
  setCommentAbove,
  setCommentBeside,
  spread,
  textOf,
} from '../yaml/yaml-edit.ts'
import { withoutOwn } from './marks.ts'

/**
 * New thresholds in the rows that ask for scores alone. Rows that ask for anything else are a person's: a hand-raise, a
 * criterion, a stage that `tune` does not know.
 */
export function joinStages(base: ListPart, fresh: ListPart): void {
  spread(base)
  for (const learned of mapsOf(fresh)) {
    const stage = textOf(partOf(learned, 'stage'))
    const when = partOf(learned, 'when')
    if (when === undefined) continue
    const [before, ...others] = mapsOf(base).filter(
      row => textOf(partOf(row, 'stage')) === stage && asksScoresOnly(row),
    )
    if (before === undefined) {
      const last = base.items.length - (isLastRow(mapsOf(base).at(-1)) ? 1 : 0)
      base.items.splice(last, 0, learned)
      continue
    }
    put(before, 'when', when)
    setCommentAbove(before, [...withoutOwn(commentAbove(before)), ...withoutOwn(commentBeside(before))])
    setCommentBeside(before, commentBeside(learned))
    base.items = base.items.filter(row => !others.some(other => other === row))
  }
}

function isLastRow(row: MapPart | undefined): boolean {
  return row !== undefined && entryOf(row, 'when') === undefined
}

function asksScoresOnly(row: MapPart): boolean {
  const when = mapOf(row, 'when')
  return when !== undefined && keysOf(when).length > 0 && keysOf(when).every(key => key.startsWith('score.'))
}
