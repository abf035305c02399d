import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { diagnosticLines } from '../diagnostics.ts'
import { plural } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { roomThatFits, SCREEN } from '../terminal/screen.ts'
import type { Theme } from '../terminal/theme.ts'
import { printAdvice, printUnreachable } from './advice.ts'
import { printCosts } from './costs.ts'
import { printEvents } from './events.ts'
import { printUnused } from './guesses.ts'
import { printHead } from './head.ts'
import { printOutputs } from './outputs.ts'
import { printQuality } from './quality.ts'
import { printReasons, TOP } from './reasons.ts'
import { printRejects } from './rejects.ts'
import { printSince } from './since.ts'
import { printStageLine, printStages } from './stages.ts'

/** How much of each part is shown. */
interface Room {
  readonly reasons: number
  readonly warnings: number
  readonly remarks: boolean
  readonly columns: boolean
  readonly outputs: number
  readonly stages: number
  readonly matrix: boolean
  /** Why stages cannot be reached. */
  readonly why: boolean
  /** Where hardly a column is used: lines for the rulebook that name them. */
  readonly advice: boolean
  readonly hints: boolean
  /** Blank lines between the blocks. */
  readonly airy: boolean
}

const MIN_REASONS = 2

const ALL: Room = {
  reasons: MIN_REASONS,
  warnings: 4,
  remarks: true,
  columns: true,
  outputs: 6,
  stages: Number.POSITIVE_INFINITY,
  matrix: true,
  why: true,
  advice: true,
  hints: true,
  airy: true,
}

/** What gives way if there is no room, the least important first; each step keeps those before it. */
const STEPS: readonly Partial<Room>[] = [
  { columns: false },
  { remarks: false },
  { outputs: 3 },
  { warnings: 3 },
  { stages: 8 },
  { warnings: 2 },
  { hints: false },
  { outputs: 1 },
  { airy: false },
  { why: false },
  { warnings: 1 },
  { matrix: false },
  { reasons: 0 },
  { stages: 4 },
  { advice: false },
]

/**
 * The summary of a run on one screen, whose first lines other remarks may have taken. What does not fit is counted, and
 * `--verbose` shows it.
 */
export function printScreen(summary: Summary, theme: Theme, taken: number): string {
  const lines = SCREEN - taken
  const size = (room: Room) => {
    // The same room whichever engine it was.
    const text = onScreen({ ...summary, engine: { name: 'stream' } }, theme, room)
    return text.split('\n').length - 1
  }
  const room = roomThatFits(ALL, STEPS, each => size(each) <= lines)
  // As many reasons as there is room for.
  const free = room.reasons === 0 ? 0 : lines - size(room)
  return onScreen(summary, theme, { ...room, reasons: Math.min(TOP, room.reasons + Math.max(0, free)) })
}

function onScreen(summary: Summary, theme: Theme, room: Room): string {
  const blocks: readonly (readonly string[])[] = [
    printHead(summary, theme),
    [...printStages(summary, theme, room.stages), ...printUnreachable(summary, theme, room.why)],
    printSince(summary, theme, room.matrix),
    printReasons(summary, theme, room.reasons),
    printCosts(summary, theme),
    [
      ...(room.columns ? printColumnsNotUsed(summary, theme) : []),
      ...printBadCells(summary, theme),
      ...printEvents(summary, theme),
      ...(room.advice ? printSnippetOnly(summary, theme) : []),
      ...printRejects(summary, theme),
      ...printWarnings(summary, theme, room),
      ...printOutputs(summary, theme, room.outputs),
      ...printStageLine(summary, theme),
    ],
  ]
  return `${blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join(room.airy ? '\n\n' : '\n')}\n`
}

/** Of one input; of several, `--verbose` says it. */
function printColumnsNotUsed({ inputs }: Summary, theme: Theme): string[] {
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

const RANKS = { error: 0, warning: 1, info: 2 } as const

/** The gravest first; those without room are counted by their codes. */
function printWarnings({ warnings }: Summary, theme: Theme, room: Room): string[] {
  const graveFirst = [...warnings].sort((a, b) => RANKS[a.severity] - RANKS[b.severity])
  const allowed = graveFirst.filter(({ severity }) => room.remarks || severity !== 'info')
  const errors = allowed.filter(({ severity }) => severity === 'error').length
  const shown = allowed.slice(0, Math.max(errors, room.warnings)).map(room.hints ? whole : withoutHint)
  const lines = [
    ...diagnosticLines(shown, { theme, textOf: () => undefined }),
    ...counted(graveFirst.slice(shown.length), theme),
  ]
  return lines.flatMap(line => wrap(line, theme.width, 3))
}

function whole(diagnostic: Diagnostic): Diagnostic {
  return diagnostic
}

function withoutHint({ hint: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic
}

/** `+2 warnings (bind/new-keys, lead/formula), 3 notes: see \`--verbose\`` */
function counted(hidden: readonly Diagnostic[], { chalk }: Theme): string[] {
  const warnings = hidden.filter(({ severity }) => severity !== 'info')
  const remarks = hidden.length - warnings.length
  const codes = [...new Set(warnings.map(({ code }) => code))].join(', ')
  const parts = [
    ...(warnings.length > 0 ? [`${plural(warnings.length, 'more warning')} (${codes})`] : []),
    ...(remarks > 0 ? [plural(remarks, 'note')] : []),
  ]
  return parts.length === 0 ? [] : [chalk.yellow(`+${parts.join(', ')}: see \`--verbose\``)]
}
