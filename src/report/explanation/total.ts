import type { Explanation } from '../../ir/results/explanation.ts'
import { orDash } from '../numbers.ts'
import { labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printConditions } from './conditions.ts'
import type { Room } from './room.ts'

/** What the scores come to: total, grade, stage and why. */
export function printTotal(
  { total, grade, chance, stage, excluded }: Explanation,
  theme: Theme,
  shown: Room,
): string[] {
  const { chalk } = theme
  const room = roomOf(theme)
  const points = chalk.bold(orDash(total.points)) + (total.formula === '' ? '' : ` = ${clean(total.formula)}`)
  const graded = grade === null ? '' : `, grade ${clean(grade)}`
  const why = [...entered(stage), stage.because].filter(text => text !== '').map(clean)
  return [
    ...labelled('total', wrap(points + (shown.airy ? '' : graded), room, 2), theme),
    ...(grade !== null && shown.airy ? labelled('grade', [clean(grade)], theme) : []),
    ...(chance === null ? [] : labelled('chance', [`${chance} of 100 such leads bought`], theme)),
    ...labelled(
      'stage',
      wrap(chalk.bold(clean(stage.name)) + (why.length === 0 ? '' : `  ${why.join(', ')}`), room, 2),
      theme,
    ),
    ...(shown.stage ? labelled('', printConditions(stage.conditions, room, theme), theme) : []),
    ...stage.held_back.flatMap(({ stage: better, until }) =>
      labelled(
        'held back',
        wrap(`not ${clean(better)} before ${until}: the lead left it too recently`, room, 2),
        theme,
      ),
    ),
    ...excluded.flatMap(({ name, conditions }) => [
      ...labelled('excluded', wrap(clean(name), room, 2), theme),
      ...labelled('', printConditions(conditions, room, theme), theme),
    ]),
  ]
}

/** `since 2026-03-12, kept`; nothing for a lead without anything before. */
function entered({ name, since, before, kept }: Explanation['stage']): string[] {
  if (before === null) return []
  const from = before.stage === name ? [] : [`before it ${before.stage}`]
  return [`since ${since}`, ...from, ...(kept ? ['kept'] : [])]
}
