import { printPlace } from '../../base/place.ts'
import type { Coverage, Mutation } from '../../ir/results/test-report.ts'
import { percent, thousands } from '../numbers.ts'
import { labelled, wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** Lines that are shown of what is missing. */
const MAX_SHOWN_LINES = 100

/** What the tests of rulebooks do not cover. */
export function printCoverage(coverages: readonly Coverage[], theme: Theme): string {
  return coverages
    .map(({ rulebook, items, covered, missing }) => {
      const share = `${percent(covered, items)} covered, ${thousands(covered)} of ${thousands(items)}`
      return block('coverage', `${clean(rulebook)}: ${share}`, missing, theme)
    })
    .join('')
}

/** Mutants of rulebooks that no test catches. */
export function printMutations(mutations: readonly Mutation[], theme: Theme): string {
  return mutations
    .map(({ rulebook, mutants, killed, survivors }) => {
      const share = `${thousands(killed)} of ${thousands(mutants)} caught, ${percent(killed, mutants)}`
      return block('mutants', `${clean(rulebook)}: ${share}`, survivors, theme)
    })
    .join('')
}

function block(label: string, head: string, listed: Coverage['missing'], theme: Theme): string {
  const lines = listed.slice(0, MAX_SHOWN_LINES).flatMap(({ what, place }) => {
    const where = place === null ? '' : `${theme.chalk.dim(clean(printPlace(place)))} `
    return wrap(`  ${where}${clean(what)}`, theme.width - 11, 6)
  })
  const more =
    listed.length > MAX_SHOWN_LINES ? [theme.chalk.dim(`  and ${thousands(listed.length - MAX_SHOWN_LINES)} more`)] : []
  return `\n${labelled(label, [head, ...lines, ...more], theme).join('\n')}\n`
}
