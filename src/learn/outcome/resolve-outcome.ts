import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import { indexHeadings } from '../../io/bind/match.ts'
import { readBoolean } from '../../ir/values/boolean.ts'
import { fold } from '../../ir/values/fold.ts'
import {
  countValues,
  type Outcome,
  type OutcomeRequest,
  type OutcomeSample,
  type OutcomeTest,
  outcomeText,
  testFor,
} from './ending.ts'
import { findOutcome, listOutcomes, MAX_VALUES } from './find-outcome.ts'
import { LOST_WORDS } from './outcome-words.ts'

/** Finds out which columns say the outcome: as asked for, else by names and values where these are plain. */
export function resolveOutcome(request: OutcomeRequest, sample: OutcomeSample): Outcome {
  const won = request.won.map(text => testOf(text, '--won', sample))
  const lost = request.lost.map(text => testOf(text, '--lost', sample))
  if (won.length > 0) return { won, lost: lost.length > 0 ? lost : lostBeside(won, sample), found: false }
  if (lost.length > 0)
    throw refuse(`\`--lost\` needs \`--won\`: which leads of ${sample.name} were won?`, candidates(sample))
  const found = findOutcome(sample)
  if (found.length === 1 && found[0] !== undefined) return { ...found[0], found: true }
  if (found.length > 1) {
    const several = found.map(({ won: tests }) => `\`${tests[0]?.heading ?? ''}\``).join(', ')
    throw refuse(
      `several columns of ${sample.name} could say the outcome, and they differ: ${several}`,
      candidates(sample),
    )
  }
  throw refuse(`no column of ${sample.name} plainly says which leads were won and lost`, candidates(sample))
}

/** `Status=Won,Customer`; a heading may hold `=` itself. */
function testOf(text: string, option: string, { headings, rows, name }: OutcomeSample): OutcomeTest {
  const index = indexHeadings(headings)
  const signs = [...text].flatMap((sign, at) => (sign === '=' ? [at] : [])).reverse()
  const split = signs.find(at => index.named(text.slice(0, at).trim()) !== undefined)
  const heading = text.slice(0, split ?? signs.at(-1) ?? text.length).trim()
  const position = index.named(heading)
  if (position === undefined) {
    const hint = didYouMean(heading, headings) ?? `its columns: ${headings.slice(0, MAX_HEADINGS).join(', ')}`
    throw refuse(`\`${option}\`: ${name} has no column \`${heading}\``, hint)
  }
  const written = split === undefined ? undefined : text.slice(split + 1).trim()
  const column = headings[position] ?? ''
  if (written === undefined)
    throw refuse(`\`${option}\` needs a value: \`${option} "${column}=VALUE"\``, valuesHint(column, rows, position))
  const base = {
    position,
    heading: column,
    spelled: written.split(',').map(value => value.trim()),
    text: `${column}=${written}`,
  }
  if (written === '') return { ...base, values: 'none', text: `no ${column}` }
  if (written === '*') return { ...base, values: 'any', text: `any ${column}` }
  const values = written.split(',').map(fold)
  return { ...base, values: new Set(values.flatMap(value => spellingsIn(value, rows, position))) }
}

const MAX_HEADINGS = 40

/** `1` also stands for `true` and `yes` where the column writes it so. */
function spellingsIn(value: string, rows: OutcomeSample['rows'], position: number): string[] {
  const truth = readBoolean(value)
  if (truth === undefined) return [value]
  const cells = new Set(rows.map(cells => fold(cells[position] ?? '')))
  return cells.has(value) ? [value] : [value, ...[...cells].filter(cell => readBoolean(cell) === truth)]
}

/** Which leads are lost where only won ones were named: the only other value, else those whose words say so. */
function lostBeside(won: readonly OutcomeTest[], { name, rows }: OutcomeSample): OutcomeTest[] {
  const found = won.flatMap(test => {
    const { position, heading, values } = test
    if (values === 'any' || values === 'none') return []
    const others = [...countValues(rows, position).keys()].filter(value => !values.has(fold(value)))
    const lost = others.length === 1 ? others : others.filter(value => LOST_WORDS.has(fold(value)))
    return lost.length === 0 ? [] : [testFor(position, heading, lost)]
  })
  if (found.length > 0) return found
  const [first] = won
  const column = first?.heading ?? ''
  throw refuse(
    `which leads of ${name} were lost? \`${outcomeText(won)}\` says only which were won`,
    `say it with \`--lost "COLUMN=VALUE"\`; ${valuesHint(column, rows, first?.position ?? 0)}`,
  )
}

function valuesHint(heading: string, rows: OutcomeSample['rows'], position: number): string {
  const counts = [...countValues(rows, position)]
  if (counts.length > MAX_VALUES) {
    return `\`${heading}\` has ${counts.length} different values in the first ${rows.length} leads; \`"${heading}=*"\` means any of them`
  }
  const shown = counts.slice(0, 8).map(([value, count]) => `${value} (${count})`)
  const more = counts.length > shown.length ? ` and ${counts.length - shown.length} more` : ''
  return counts.length === 0 ? `\`${heading}\` is empty` : `values of \`${heading}\`: ${shown.join(', ')}${more}`
}

function candidates(sample: OutcomeSample): string {
  const found = listOutcomes(sample)
  const example = 'name the column and its value: `--won "Status=Won" --lost "Status=Lost"`'
  return found.length === 0 ? example : `${example}; it could be ${found.join('; ')}`
}

function refuse(message: string, hint: string): Refusal {
  return new Refusal(diagnose('learn/no-outcome', message, { hint }), 'usage')
}
