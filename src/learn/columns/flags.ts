import type { LevelText } from '../bins/column.ts'

/** The levels of a thing that a lead has or has not. */
export const FLAG_LEVELS: readonly LevelText[] = [
  { value: false, text: 'has not' },
  { value: true, text: 'has' },
]
