import type { SeenValue } from '../../ir/results/explanation.ts'
import { clean } from '../terminal/terminal-text.ts'

/** An empty cell, in words. */
export const NOTHING = '(nothing)'

/** `job_title = Head of Sales, country = (nothing)` */
export function printSeen(saw: readonly SeenValue[]): string {
  return saw.map(({ name, text }) => `${clean(name)} = ${printCell(text)}`).join(', ')
}

export function printCell(text: string): string {
  return text === '' ? NOTHING : clean(text)
}
