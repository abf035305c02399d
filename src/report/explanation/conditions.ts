import type { ExplainedCondition } from '../../ir/results/explanation.ts'
import { wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printSeen } from './seen.ts'

/** `✓ score.fit at least 60 (score.fit = 82)`, each on its own line. */
export function printConditions(conditions: readonly ExplainedCondition[], width: number, theme: Theme): string[] {
  return conditions.flatMap(condition => marked(condition.state, conditionText(condition), width, theme))
}

/** A text behind its mark, hanging in where it takes more than a line. */
export function marked(state: ExplainedCondition['state'], text: string, width: number, theme: Theme): string[] {
  return wrap(`${markOf(state, theme)} ${text}`, width, 4)
}

/** A condition and the values it looked at. */
export function conditionText({ text, saw }: ExplainedCondition): string {
  return clean(text) + (saw.length === 0 ? '' : ` (${printSeen(saw)})`)
}

export function markOf(state: ExplainedCondition['state'], { chalk, glyphs }: Theme): string {
  return {
    holds: chalk.green(glyphs.holds),
    fails: chalk.red(glyphs.fails),
    unknown: chalk.yellow(glyphs.unknown),
  }[state]
}
