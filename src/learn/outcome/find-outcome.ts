import { readBoolean } from '../../ir/values/boolean.ts'
import { fold } from '../../ir/values/fold.ts'
import { countValues, type Ending, endingOf, type Outcome, type OutcomeSample, testFor } from './ending.ts'
import { LOST_WORDS, WON_WORDS, YES_NO_HEADINGS } from './outcome-words.ts'

/** A column with more different values is not an outcome. */
export const MAX_VALUES = 40

/** Columns whose name and values plainly say the outcome; of those that say the same of all leads, the first. */
export function findOutcome(sample: OutcomeSample): Pick<Outcome, 'won' | 'lost'>[] {
  const plain = sample.headings.flatMap((heading, position) => plainOutcome(heading, position, sample) ?? [])
  const named = plain.filter(({ won }) => YES_NO_HEADINGS.has(wordsOf(won[0]?.heading ?? '')))
  const preferred = named.length > 0 ? named : plain
  const [first] = preferred
  if (first === undefined) return []
  return [first, ...preferred.slice(1).filter(other => disagree(first, other, sample))]
}

function plainOutcome(
  heading: string,
  position: number,
  { rows }: OutcomeSample,
): Pick<Outcome, 'won' | 'lost'> | undefined {
  const values = [...countValues(rows, position).keys()]
  if (values.length < 2 || values.length > MAX_VALUES) return undefined
  const won = values.filter(value => WON_WORDS.has(fold(value)))
  const lost = values.filter(value => LOST_WORDS.has(fold(value)))
  if (won.length > 0 && lost.length > 0) return pairOf(position, heading, won, lost)
  if (!YES_NO_HEADINGS.has(wordsOf(heading))) return undefined
  const yes = values.filter(value => readBoolean(fold(value)) === true)
  const no = values.filter(value => readBoolean(fold(value)) === false)
  return yes.length > 0 && no.length > 0 ? pairOf(position, heading, yes, no) : undefined
}

function pairOf(position: number, heading: string, won: readonly string[], lost: readonly string[]) {
  return { won: [testFor(position, heading, won)], lost: [testFor(position, heading, lost)] }
}

/** `Is_Converted?` -> `is converted`. */
function wordsOf(heading: string): string {
  return fold(heading.replace(/[^\p{L}\p{N}]+/gu, ' ')).trim()
}

/** Whether two columns contradict each other on a lead that both call closed. */
function disagree(
  one: Pick<Outcome, 'won' | 'lost'>,
  other: Pick<Outcome, 'won' | 'lost'>,
  { rows }: OutcomeSample,
): boolean {
  const ending = (cells: readonly string[], outcome: Pick<Outcome, 'won' | 'lost'>): Ending =>
    endingOf(cells, { ...outcome, found: true })
  return rows.some(cells => {
    const pair = [ending(cells, one), ending(cells, other)]
    return pair.includes('won') && pair.includes('lost')
  })
}

/** Columns that may say an outcome, for people to choose from: with a word of it in their name, and few values. */
export function listOutcomes({ headings, rows }: OutcomeSample): string[] {
  return headings.flatMap((heading, position) => {
    if (!OUTCOME_NAME.test(heading)) return []
    const values = [...countValues(rows, position)]
    if (values.length === 0 || values.length > MAX_VALUES) return []
    const shown = values.slice(0, MAX_SHOWN_VALUES).map(([value, count]) => `${value} (${count})`)
    return [`\`${heading}\`: ${shown.join(', ')}${values.length > MAX_SHOWN_VALUES ? ', ...' : ''}`]
  })
}

const MAX_SHOWN_VALUES = 4

/** Words of outcomes and of the stages of a sale. */
const OUTCOME_NAME =
  /convert|conversion|konver|won\b|win\b|lost|closed|outcome|result|customer|kunde|lifecycle|deal|opportunit|status|stage|purchas|bought|sold|gewonnen|verloren|abschluss|ergebnis|\btarget\b|^y$/i
