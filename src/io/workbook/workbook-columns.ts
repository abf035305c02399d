import { decimalSignOf } from '../../ir/values/number.ts'
import { roundingOf, spellRounded, textOf } from './workbook-cells.ts'
import type { Shown } from './workbook-styles.ts'

/** The spelling of a cell where it depends on the other cells of its column. */
export interface Spelling {
  spell(value: unknown): string
  /** Its numbers are written with a decimal comma, as the texts between them are. */
  readonly hasComma: boolean
}

interface Seen {
  /** Numbers with more digits than a spreadsheet keeps: some that end in zeros, and some that do not. */
  lost: boolean
  kept: boolean
  decimals: boolean
  /** Texts with a decimal comma, less those with a decimal point. */
  commas: number
}

/**
 * The spelling of numbers depends on their column. If all numbers longer than a spreadsheet keeps end in zeros, they
 * were rounded: such ids are lost, as in a CSV file of the same sheet. If texts between them have a decimal comma, the
 * numbers get one, too, so that a column has one format.
 */
export function columnSpellings(
  values: readonly (readonly unknown[])[],
  shown: ReadonlyMap<number, ReadonlyMap<number, Shown>>,
): readonly (Spelling | undefined)[] {
  const columns: Seen[] = []
  for (const [row, cells] of values.entries()) {
    const ways = shown.get(row + 1)
    for (const [column, value] of cells.entries()) {
      if (value === null || value === undefined || ways?.has(column + 1) === true) continue
      columns[column] ??= { lost: false, kept: false, decimals: false, commas: 0 }
      look(value, columns[column])
    }
  }
  return Array.from(columns, seen => (seen === undefined ? undefined : spellingOf(seen)))
}

/** A text that could be a number. */
const NUMBER = /^[-+]?[\p{Sc}\s]*\d[\d.,' \u00a0]*[\p{Sc}%\s]*(?:EUR|USD|CHF|GBP)?$/u

function look(value: unknown, seen: Seen): void {
  if (typeof value === 'string') {
    const sign = NUMBER.test(value.trim()) ? decimalSignOf(value.trim()) : undefined
    if (sign !== undefined) seen.commas += sign === ',' ? 1 : -1
    return
  }
  if (typeof value === 'number' && !Number.isInteger(value)) seen.decimals = true
  const rounding = roundingOf(value)
  if (rounding !== undefined) seen[rounding] = true
}

function spellingOf({ lost, kept, decimals, commas }: Seen): Spelling | undefined {
  const hasComma = decimals && commas > 0
  if ((!lost || kept) && !hasComma) return undefined
  const isRounded = lost && !kept
  return {
    hasComma,
    spell(value) {
      if (isRounded && isWhole(value) && roundingOf(value) === 'lost') return spellRounded(value)
      const text = textOf(value)
      return hasComma && typeof value === 'number' ? text.replace('.', ',') : text
    },
  }
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}
