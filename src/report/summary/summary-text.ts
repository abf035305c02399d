import type { Summary } from '../../ir/results/summary.ts'
import { diagnosticLines } from '../diagnostics.ts'
import { wrap } from '../terminal/lines.ts'
import { atMost, type Theme } from '../terminal/theme.ts'
import { printAdvice, printUnreachable } from './advice.ts'
import { printCosts } from './costs.ts'
import { printEvents } from './events.ts'
import { printGuesses, printUnused } from './guesses.ts'
import { printHead } from './head.ts'
import { printLabels } from './labels.ts'
import { printOutputs } from './outputs.ts'
import { printQuality } from './quality.ts'
import { printReasons, TOP } from './reasons.ts'
import { printRejects } from './rejects.ts'
import { printScores } from './scores.ts'
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

/** Lines of a terminal, less the one of the next command. */
const SCREEN = 23
const MIN_REASONS = 2
const WARNINGS = 4

/**
 * The summary of a run, on one screen: the stages, why leads are in them, what leadq did not use, warnings and files. The
 * counts come last, where somebody looks who has scrolled.
 */
export function printSummary(summary: Summary, theme: Theme): string {
  return theme.verbose === true ? joined(ALL, summary, theme) : printScreen(summary, { ...theme, compact: true })
}

function printScreen(summary: Summary, theme: Theme): string {
  const screen = (top: number, shown: Summary) => joined(onScreen(top), shown, theme)
  // As many reasons as there is room for, whichever engine it was.
  const least = screen(MIN_REASONS, { ...summary, engine: { name: 'stream' } })
  const room = SCREEN - least.split('\n').length + 1
  return screen(room > 0 ? Math.min(TOP, MIN_REASONS + room) : MIN_REASONS, summary)
}

/** What is said on one screen, with so many reasons. */
function onScreen(top: number): readonly (readonly Section[])[] {
  return [
    [printHead],
    [printStages, printUnreachable],
    [printSince],
    [(summary, theme) => printReasons(summary, theme, top)],
    [printCosts],
    [
      ...[printUnusedColumns, printBadCells, printEvents, printSnippetOnly, printRejects],
      ...[printWarnings, printOutputs, printStageLine],
    ],
  ]
}

function joined(blocks: readonly (readonly Section[])[], summary: Summary, theme: Theme): string {
  const texts = blocks
    .map(sections => sections.flatMap(section => section(summary, theme)))
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

/** Of one input; of several, `--verbose` says it. */
function printUnusedColumns({ inputs }: Summary, theme: Theme): string[] {
  const [only] = inputs
  return only !== undefined && inputs.length === 1 ? printUnused(only, theme) : []
}

/** Cells that did not fit their type: the one thing about the data that somebody can mend. */
function printBadCells(summary: Summary, theme: Theme): string[] {
  const invalid = summary.quality.filter(field => field.invalid > 0)
  return invalid.length === 0 ? [] : printQuality({ ...summary, quality: invalid }, theme)
}

/** Where hardly a column is used, how to name them. */
function printSnippetOnly(summary: Summary, theme: Theme): string[] {
  return summary.inputs.some(({ bound }) => bound.length > 2) ? [] : printAdvice(summary, theme)
}

function printWarnings({ warnings }: Summary, theme: Theme): string[] {
  const graveFirst = [...warnings].sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
  const lines = diagnosticLines(graveFirst, { theme, textOf: () => undefined, limit: atMost(WARNINGS, theme) })
  return lines.flatMap(line => wrap(line, theme.width, 3))
}
