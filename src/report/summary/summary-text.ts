import type { Summary } from '../../ir/results/summary.ts'
import { diagnosticLines } from '../diagnostics.ts'
import { wrap } from '../terminal/lines.ts'
import type { Theme } from '../terminal/theme.ts'
import { printAdvice } from './advice.ts'
import { printEvents } from './events.ts'
import { printGuesses } from './guesses.ts'
import { printHead } from './head.ts'
import { printLabels } from './labels.ts'
import { printOutputs } from './outputs.ts'
import { printQuality } from './quality.ts'
import { printReasons } from './reasons.ts'
import { printRejects } from './rejects.ts'
import { printScores } from './scores.ts'
import { printStages } from './stages.ts'

type Section = (summary: Summary, theme: Theme) => readonly string[]

/** Blocks with a blank line between them; a section with nothing to say prints nothing. */
const BLOCKS: readonly (readonly Section[])[] = [
  [printHead],
  [printStages],
  [printScores],
  [printLabels],
  [printReasons],
  [printQuality, printGuesses, printEvents, printAdvice, printRejects],
  [printWarnings, printOutputs],
]

const WARNINGS = 5

/** The summary of a run: the stages first, then the quality of the data. */
export function printSummary(summary: Summary, theme: Theme): string {
  const blocks = BLOCKS.map(sections => sections.flatMap(section => section(summary, theme)))
  const texts = blocks.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

function printWarnings({ warnings }: Summary, theme: Theme): string[] {
  const lines = diagnosticLines(warnings, { theme, textOf: () => undefined, limit: WARNINGS })
  return lines.flatMap(line => wrap(line, theme.width, 3))
}
