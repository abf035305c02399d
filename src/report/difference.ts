import type { Difference } from '../ir/difference.ts'
import { markdownDifference } from './diff/markdown.ts'
import { textDifference } from './diff/text.ts'
import { printJson } from './json.ts'
import type { Theme } from './theme.ts'

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const

export type DiffFormat = (typeof DIFF_FORMATS)[number]

const PRINTERS: Readonly<Record<DiffFormat, (difference: Difference, theme: Theme) => string>> = {
  text: textDifference,
  json: printJson,
  markdown: markdownDifference,
}

/** What a change of the rulebook does to leads, for a terminal, a program or a pull request. */
export function printDifference(difference: Difference, format: DiffFormat, theme: Theme): string {
  return PRINTERS[format](difference, theme)
}
