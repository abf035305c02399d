import type { Summary } from '../../ir/results/summary.ts'
import { diagnosticLines } from '../diagnostics.ts'
import { wrap } from '../terminal/lines.ts'
import type { Theme } from '../terminal/theme.ts'
import { printAdvice, printUnreachable } from './advice.ts'
import { printCosts } from './costs.ts'
import { printEvents } from './events.ts'
import { printGuesses } from './guesses.ts'
import { printHead } from './head.ts'
import { printLabels } from './labels.ts'
import { printOutputs } from './outputs.ts'
import { printQuality } from './quality.ts'
import { printReasons } from './reasons.ts'
import { printRejects } from './rejects.ts'
import { printScores } from './scores.ts'
import { printScreen } from './screen.ts'
import { printSince } from './since.ts'
import { printSkipped } from './skipped.ts'
import { printStageLine, printStages } from './stages.ts'

type Section = (summary: Summary, theme: Theme) => readonly string[]

/** Everything there is to say: `--verbose`. Blocks have a blank line between them. */
const ALL: readonly (readonly Section[])[] = [
  [printHead],
  [printStages, printUnreachable],
  [printSince],
  [printScores],
  [printLabels],
  [printCosts],
  [printReasons],
  [printQuality, printGuesses, printEvents, printAdvice, printSkipped, printRejects],
  [printWarnings, printOutputs, printStageLine],
]

/**
 * The summary of a run, on one screen: the stages, why leads are in them, what leadq did not use, warnings and files. The
 * counts come last, where somebody looks who has scrolled. `taken`: lines of the screen that are printed already.
 */
export function printSummary(summary: Summary, theme: Theme, taken = 0): string {
  if (theme.verbose !== true) return printScreen(summary, { ...theme, compact: true }, taken)
  const texts = ALL.map(sections => sections.flatMap(section => section(summary, theme)))
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

function printWarnings({ warnings }: Summary, theme: Theme): string[] {
  const graveFirst = [...warnings].sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
  const lines = diagnosticLines(graveFirst, { theme, textOf: () => undefined, limit: Number.POSITIVE_INFINITY })
  return lines.flatMap(line => wrap(line, theme.width, 3))
}
