import type { Explanation } from '../../ir/results/explanation.ts'
import { printJson } from '../json.ts'
import type { Theme } from '../terminal/theme.ts'
import { printConclusions } from './conclusions.ts'
import { printExplainedHead } from './head.ts'
import { printMissing } from './missing.ts'
import { printExplainedScores } from './scores.ts'
import { printTotal } from './total.ts'

/** One lead from its cells to its stage: every point with the cell it comes from, and what is lacking for more. */
export function printExplanation(explanation: Explanation, theme: Theme): string {
  const blocks = [
    printExplainedHead(explanation, theme),
    ...printExplainedScores(explanation.scores, theme),
    printTotal(explanation, theme),
    printConclusions(explanation, theme),
    printMissing(explanation, theme),
  ]
  const texts = blocks.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

/** What `explain --json` prints. */
export function explanationJson(explanation: Explanation): string {
  return printJson(explanation)
}
