import { fold } from '../../ir/values/fold.ts'

/** A requested outcome: `Converted=1`, `Status=Won,Customer`, `Won date=*` (any value), `Won date=` (no value). */
export interface OutcomeRequest {
  readonly won: readonly string[]
  readonly lost: readonly string[]
}

/** Some values of a column that all mean the same outcome. */
export interface OutcomeTest {
  readonly position: number
  readonly heading: string
  /** Folded; `any` for every value, `none` for an empty cell. */
  readonly values: ReadonlySet<string> | 'any' | 'none'
  /** The same as they were written. */
  readonly spelled: readonly string[]
  /** As text: `Converted=1`. */
  readonly text: string
}

/** Which leads are won and which are lost. All others are open. */
export interface Outcome {
  readonly won: readonly OutcomeTest[]
  readonly lost: readonly OutcomeTest[]
  /** Whether leadq found the column by its name and values. */
  readonly found: boolean
}

/** The outcome of a lead. */
export type Ending = 'won' | 'lost' | 'open' | 'both'

export function endingOf(cells: readonly string[], { won, lost }: Outcome): Ending {
  const isWon = won.some(test => holds(test, cells))
  const isLost = lost.some(test => holds(test, cells))
  if (isWon) return isLost ? 'both' : 'won'
  return isLost ? 'lost' : 'open'
}

/** The positions of all columns that say the outcome. */
export function outcomeColumns({ won, lost }: Outcome): ReadonlySet<number> {
  return new Set([...won, ...lost].map(({ position }) => position))
}

export function outcomeText(tests: readonly OutcomeTest[]): string {
  return tests.map(({ text }) => text).join(' or ')
}

function holds({ position, values }: OutcomeTest, cells: readonly string[]): boolean {
  const cell = fold(cells[position] ?? '')
  if (values === 'none') return cell === ''
  if (values === 'any') return cell !== ''
  return values.has(cell)
}

/** The leads that an outcome is looked up in. */
export interface OutcomeSample {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A test for some values of a column, as they are spelled. */
export function testFor(position: number, heading: string, values: readonly string[]): OutcomeTest {
  return {
    position,
    heading,
    values: new Set(values.map(fold)),
    spelled: values,
    text: `${heading}=${values.join(',')}`,
  }
}

/** How often each value of a column is there, by its first spelling, the most frequent first. */
export function countValues(rows: OutcomeSample['rows'], position: number): Map<string, number> {
  const counts = new Map<string, { text: string; count: number }>()
  for (const cells of rows) {
    const text = (cells[position] ?? '').trim()
    if (text === '') continue
    const key = fold(text)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { text, count: 1 })
    else known.count += 1
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count)
  return new Map(sorted.map(({ text, count }) => [text, count]))
}
