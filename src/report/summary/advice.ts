import type { Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { flow, labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printSnippet } from './snippet.ts'

const NAME = 24

/** Stages that this input cannot reach, and the columns that would change this. */
export function printAdvice(summary: Summary, theme: Theme): string[] {
  const lines = [...unreachable(summary, theme), ...wanted(summary, theme)]
  return [...labelled('advice', lines, theme), ...printSnippet(summary, theme)]
}

function unreachable({ advice, scores }: Summary, theme: Theme): string[] {
  if (advice.unreachable.length === 0) return []
  const limits = Object.entries(scores).flatMap(([name, { known, reachable }]) => {
    if (!known) return [`${clean(name)} is unknown`]
    return reachable === null ? [] : [`${clean(name)} reaches ${thousands(reachable)}`]
  })
  const why = limits.length === 0 ? '' : `: ${limits.join(', ')}`
  const stages = advice.unreachable.map(stage => clean(stage)).join(', ')
  const [first = '', ...rest] = wrap(`no lead here can become ${stages}${why}`, roomOf(theme), 2)
  return [theme.chalk.yellow(first), ...rest.map(line => theme.chalk.yellow(line))]
}

/** `employees could add 25 points, department 10`: the first says what the numbers are. */
function wanted({ advice }: Summary, theme: Theme): string[] {
  const gains = advice.wanted.filter(({ points }) => points > 0)
  const items = gains.map(({ field, points }, index) => {
    const gain = index === 0 ? `could add ${plural(points, 'point')}` : thousands(points)
    return `${cut(clean(field), NAME, theme.glyphs.ellipsis)} ${gain}`
  })
  return flow(items, theme, { lines: 2 })
}
