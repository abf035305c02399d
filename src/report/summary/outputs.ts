import type { Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { clean, cutFront, padEnd, padStart, widest } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

const MAX_SHOWN_OUTPUTS = 6
/** Room for `would write` and the number of leads. */
const NUMBERS = 32
/** Several inputs can have a file of rejected records each. */
const MAX_NAMED_REJECTS = 3

/** leadq's own name for the file of rejected records. */
const REJECTS = /\.rejects\.[^/\\]*$/

/** The files that are there now. Of a long path the end is kept, that is where the name is. */
export function printOutputs(
  { inputs, dry_run }: Summary,
  theme: Theme,
  most = atMost(MAX_SHOWN_OUTPUTS, theme),
): string[] {
  const { chalk, glyphs, width } = theme
  const outputs = joined(inputs.flatMap(input => input.outputs))
  const verb = dry_run ? chalk.yellow('would write') : chalk.green('wrote')
  // One more takes no more room than the line that would count it.
  const shown = outputs.length === most + 1 ? outputs : outputs.slice(0, most)
  const paths = shown.map(({ path }) =>
    cutFront(clean(path === '-' ? 'stdout' : path), width - NUMBERS, glyphs.ellipsis),
  )
  const counts = shown.map(({ leads }) => thousands(leads))
  const lines = shown.map((output, index) => {
    const path = padEnd(paths[index] ?? '', widest(paths))
    const count = padStart(counts[index] ?? '', widest(counts))
    return `${verb} ${path}  ${count} ${nounOf(output)}`
  })
  return [...lines, ...counted(outputs.slice(shown.length), theme)]
}

/** The files without a line of their own; that of rejected records is named all the same. */
function counted(hidden: readonly Output[], { chalk, width }: Theme): string[] {
  if (hidden.length === 0) return []
  const rejects = hidden.filter(({ path }) => REJECTS.test(path)).map(({ path }) => clean(path))
  const names = rejects.slice(0, MAX_NAMED_REJECTS).join(', ')
  const others = rejects.length > MAX_NAMED_REJECTS ? `, +${rejects.length - MAX_NAMED_REJECTS} more` : ''
  const named = rejects.length === 0 ? '' : `, rejected records in ${names}${others}`
  return wrap(`+${plural(hidden.length, 'more file')}${named}`, width, 2).map(line => chalk.dim(line))
}

type Output = Summary['inputs'][number]['outputs'][number]

/** Several inputs can go into one file, which is named once. */
function joined(outputs: readonly Output[]): Output[] {
  const leads = new Map<string, number>()
  for (const output of outputs) leads.set(output.path, (leads.get(output.path) ?? 0) + output.leads)
  return [...leads].map(([path, count]) => ({ path, leads: count }))
}

function nounOf({ path, leads }: Output): string {
  const noun = REJECTS.test(path) ? 'record' : 'lead'
  return leads === 1 ? noun : `${noun}s`
}
