import type { Explanation } from '../../ir/results/explanation.ts'
import { printJson } from '../json.ts'
import { heightOf, roomThatFits } from '../terminal/screen.ts'
import type { Theme } from '../terminal/theme.ts'
import { printConclusions } from './conclusions.ts'
import { printExplainedHead } from './head.ts'
import { printMissing } from './missing.ts'
import { ALL, type Room, STEPS } from './room.ts'
import { printExplainedScores } from './scores.ts'
import { printTotal } from './total.ts'

/**
 * One lead from its cells to its stage: every point with the cell it comes from, and what is lacking for more. In so
 * many lines of a terminal, by default all of it.
 */
export function printExplanation(explanation: Explanation, theme: Theme, lines = Number.POSITIVE_INFINITY): string {
  const fits = (room: Room) => heightOf(printIn(room, explanation, theme), theme.width) <= lines
  return printIn(roomThatFits(ALL, STEPS, fits), explanation, theme)
}

function printIn(room: Room, explanation: Explanation, theme: Theme): string {
  const blocks = [
    printExplainedHead(explanation, theme),
    ...printExplainedScores(explanation.scores, theme, room),
    printTotal(explanation, theme, room),
    printConclusions(explanation, theme, room),
    printMissing(explanation, theme, room),
    room.silent ? [] : [theme.chalk.dim(REST)],
  ]
  const texts = blocks.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return `${texts.join(room.airy ? '\n\n' : '\n')}\n`
}

const REST = '`--verbose` shows every rule, criterion and label'

/** What `explain --json` prints. */
export function explanationJson(explanation: Explanation): string {
  return printJson(explanation)
}
