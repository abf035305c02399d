import type { ExplainedCondition } from '../../ir/explanation.ts'
import { clean, cut } from '../text.ts'
import type { Theme } from '../theme.ts'
import { printSeen } from './seen.ts'

/** `✓ score.fit at least 60 (score.fit = 82)`, one line each. */
export function printConditions(conditions: readonly ExplainedCondition[], width: number, theme: Theme): string[] {
  return conditions.map(condition => {
    const text = cut(conditionText(condition), width - 2, theme.glyphs.ellipsis)
    return `${markOf(condition.state, theme)} ${text}`
  })
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
