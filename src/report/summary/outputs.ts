import type { Summary } from '../../ir/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { clean, cutFront, padEnd, padStart, widest } from '../text.ts'
import type { Theme } from '../theme.ts'

const SHOWN = 6
/** Room for `wrote` and the number of leads. */
const NUMBERS = 26

/** leadq's own name for the file of rejected records. */
const REJECTS = /\.rejects\.[^/\\]*$/

/** The files that are there now. Of a long path the end is kept, that is where the name is. */
export function printOutputs({ inputs }: Summary, { chalk, glyphs, width }: Theme): string[] {
  const outputs = inputs.flatMap(input => input.outputs)
  const shown = outputs.slice(0, SHOWN)
  const paths = shown.map(({ path }) => cutFront(clean(path), width - NUMBERS, glyphs.ellipsis))
  const counts = shown.map(({ leads }) => thousands(leads))
  const lines = shown.map((output, index) => {
    const path = padEnd(paths[index] ?? '', widest(paths))
    const count = padStart(counts[index] ?? '', widest(counts))
    return `${chalk.green('wrote')} ${path}  ${count} ${nounOf(output)}`
  })
  const hidden = outputs.length - SHOWN
  return hidden > 0 ? [...lines, chalk.dim(`+${plural(hidden, 'more file')}`)] : lines
}

function nounOf({ path, leads }: { readonly path: string; readonly leads: number }): string {
  const noun = REJECTS.test(path) ? 'record' : 'lead'
  return leads === 1 ? noun : `${noun}s`
}
