import type { Explanation, MissingForStage } from '../../ir/results/explanation.ts'
import { thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { ALL, type Room } from './room.ts'
import { printCell } from './seen.ts'

type Way = MissingForStage['ways'][number]

/** The smallest changes that would lift the lead: what to ask, and which columns to add to the export. */
export function printMissing({ missing }: Explanation, theme: Theme, room: Room): string[] {
  if (missing === null) return []
  const title = `What would make it ${clean(missing.stage)}`
  if (missing.ways.length === 0)
    return wrap(`${title}: no single change of this file's columns is enough`, theme.width, 2)
  // One more takes no more room than the line that would count it.
  const most = missing.ways.length === room.ways + 1 && room.ways < ALL.ways ? room.ways + 1 : room.ways
  const shown = missing.ways.slice(0, most)
  const hidden = missing.ways.length - most
  const outside = shown.some(({ changes }) => changes.some(({ in_file }) => !in_file))
  return [
    ...wrap(title, theme.width, 2).map(line => theme.chalk.bold(line)),
    ...shown.flatMap((way, index) => printWay(way, index + 1, theme)),
    ...(hidden > 0 ? [`  +${hidden} more`] : []),
    ...(outside ? [theme.chalk.dim('  * this file has no such column')] : []),
  ]
}

/** `1. budget: (empty) -> 10000, consent: no -> yes *   then fit 82` */
function printWay({ changes, scores }: Way, number: number, { width }: Theme): string[] {
  const texts = changes.map(({ field, from, to, in_file }) => {
    return `${clean(field)}: ${printCell(from)} -> ${printCell(to)}${in_file ? '' : ' *'}`
  })
  const then = Object.entries(scores).map(([name, points]) => `${clean(name)} ${thousands(points)}`)
  const effect = then.length === 0 ? '' : `  (then ${then.join(', ')})`
  return wrap(`  ${number}. ${texts.join(', ')}${effect}`, width, 5)
}
