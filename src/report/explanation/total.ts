import type { Explanation } from '../../ir/results/explanation.ts'
import { orDash } from '../numbers.ts'
import { labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printConditions } from './conditions.ts'

/** What the scores come to: total, grade, stage and why. */
export function printTotal({ total, grade, chance, stage, excluded }: Explanation, theme: Theme): string[] {
  const { chalk } = theme
  const room = roomOf(theme)
  const points = chalk.bold(orDash(total.points)) + (total.formula === '' ? '' : ` = ${clean(total.formula)}`)
  const why = stage.because === '' ? '' : `  ${clean(stage.because)}`
  return [
    ...labelled('total', wrap(points, room, 2), theme),
    ...(grade === null ? [] : labelled('grade', [clean(grade)], theme)),
    ...(chance === null ? [] : labelled('chance', [`${chance} of 100 such leads bought`], theme)),
    ...labelled('stage', wrap(chalk.bold(clean(stage.name)) + why, room, 2), theme),
    ...labelled('', printConditions(stage.conditions, room, theme), theme),
    ...excluded.flatMap(({ name, conditions }) => [
      ...labelled('excluded', wrap(clean(name), room, 2), theme),
      ...labelled('', printConditions(conditions, room, theme), theme),
    ]),
  ]
}
