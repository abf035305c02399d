import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { flow, labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printSnippet } from './snippet.ts'

const NAME = 24
const MAX_NAMED = 3
/** As many fields are listed in one sentence. */
const FEW = 6
/** Fields that add fewer points than this are counted only. */
const SMALL = 10

/** Directly below the stages: which of them no lead of this input can reach, why, and what to do next. */
export function printUnreachable(
  { advice, scores, inputs, rulebook }: Summary,
  theme: Theme,
  withReasons = true,
): string[] {
  if (advice.unreachable.length === 0) return []
  const limits = Object.entries(scores).flatMap(([name, { known, reachable }]) => {
    if (!known) return [`${clean(name)} has no data`]
    return reachable === null ? [] : [`${clean(name)} can reach at most ${thousands(reachable)}`]
  })
  const why = limits.length === 0 || !withReasons ? '' : `: ${limits.join(', ')}`
  const stages = alternatives(advice.unreachable.map(clean))
  const [one] = inputs
  const where = inputs.length === 1 ? 'this file' : 'these files'
  const missing = advice.wanted.filter(({ points }) => points > 0).map(({ field }) => clean(field))
  const lacks =
    missing.length === 0 || !withReasons ? '' : ` Nothing in ${where} on ${alternatives(missing.slice(0, MAX_NAMED))}.`
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
  if (theme.compact !== true && gains.length > FEW) return byPoints(gains, theme)
  const items = gains.map(({ field, points }, index) => {
    const name = cut(clean(field), NAME, theme.glyphs.ellipsis)
    return index === 0
      ? `a column for ${name} would add up to ${plural(points, 'point')}`
      : `${name} ${thousands(points)}`
  })
  return flow(items, theme, { lines: 2 })
}

/** `up to 40 points: demo_requested, quote_requested`: a line for each number of points, and one for all small ones. */
function byPoints(gains: Summary['advice']['wanted'], theme: Theme): string[] {
  const small = gains.filter(({ points }) => points < SMALL)
  const amounts = [...new Set(gains.map(({ points }) => points))].filter(points => points >= SMALL)
  const lines = amounts.map(amount => {
    const names = gains.filter(({ points }) => points === amount).map(({ field }) => clean(field))
    return `up to ${plural(amount, 'point')}: ${names.join(', ')}`
  })
  const rest = small.length === 0 ? [] : [`fewer than ${SMALL} points each: ${plural(small.length, 'other field')}`]
  return ['columns that would add points:', ...lines, ...rest].flatMap(line => wrap(line, roomOf(theme), 2))
}

function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
