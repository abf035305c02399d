import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { flow, labelled, wrap } from '../terminal/lines.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printSnippet } from './snippet.ts'

const NAME = 24
const MAX_NAMED = 3

/** Directly below the stages: which of them no lead of this input can reach, why, and what to do next. */
export function printUnreachable({ advice, scores, inputs, rulebook }: Summary, theme: Theme): string[] {
  if (advice.unreachable.length === 0) return []
  const limits = Object.entries(scores).flatMap(([name, { known, reachable }]) => {
    if (!known) return [`${clean(name)} has no data`]
    return reachable === null ? [] : [`${clean(name)} can reach at most ${thousands(reachable)}`]
  })
  const why = limits.length === 0 ? '' : `: ${limits.join(', ')}`
  const stages = alternatives(advice.unreachable.map(clean))
  const [one] = inputs
  const where = inputs.length === 1 ? 'this file' : 'these files'
  const missing = advice.wanted.filter(({ points }) => points > 0).map(({ field }) => clean(field))
  const lacks = missing.length === 0 ? '' : ` Nothing in ${where} on ${alternatives(missing.slice(0, MAX_NAMED))}.`
  const isFile = one !== undefined && one.format !== 'table' && one.name !== 'stdin'
  const next = rulebook.source.startsWith('built-in') && isFile ? ` Next: ${nextStep(one)}` : ''
  const text = `No lead in ${where} can become ${stages}${why}.${lacks}${next}`
  return wrap(text, theme.width, 2).map(line => theme.chalk.yellow(line))
}

/** Where the file says who was won, rules are learned from that. */
function nextStep({ name, won }: InputSummary): string {
  if (won === undefined) return `\`leadq init ${clean(name)}\` writes a rulebook for it.`
  return `\`leadq tune ${clean(name)} --won "${clean(won)}"\` learns a rulebook from its outcomes.`
}

/** The columns that would raise the scores. */
export function printAdvice(summary: Summary, theme: Theme): string[] {
  return [...labelled('advice', wanted(summary, theme), theme), ...printSnippet(summary, theme)]
}

/** `a column for employees would add up to 25 points, department 10`: the first says what the numbers are. */
function wanted({ advice }: Summary, theme: Theme): string[] {
  const gains = advice.wanted.filter(({ points }) => points > 0)
  const items = gains.map(({ field, points }, index) => {
    const name = cut(clean(field), NAME, theme.glyphs.ellipsis)
    return index === 0
      ? `a column for ${name} would add up to ${plural(points, 'point')}`
      : `${name} ${thousands(points)}`
  })
  return flow(items, theme, { lines: 2 })
}

function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
