import type { SeenValue } from '../../ir/results/explanation.ts'
import { clean } from '../terminal/terminal-text.ts'

/** An empty cell, in words. */
export const NOTHING = '(empty)'

/** `job_title = Head of Sales, country = (empty)` */
export function printSeen(saw: readonly SeenValue[]): string {
  return saw.map(({ name, text, matched }) => `${clean(name)} = ${printCell(text)}${printMatched(matched)}`).join(', ')
}

/** Of a long list of values, those that matched. */
function printMatched(matched: readonly string[] | undefined): string {
  return matched === undefined ? '' : `, matches ${matched.map(clean).join(' and ')}`
}

export function printCell(text: string): string {
  return text === '' ? NOTHING : clean(text)
}
