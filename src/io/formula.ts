/**
 * Whether a spreadsheet would run a cell instead of showing it. A sign alone makes no formula: `-5 %` and
 * `+49 (30) 123-45` are numbers.
 */
export function isFormula(cell: string): boolean {
  // Asked of every cell: the first sign answers for nearly all of them.
  if (!BEGINNING[cell.charCodeAt(0)]) return false
  return /^[=@\t\r]/.test(cell) || !/^[+-][\d\s().,/%-]*$/.test(cell)
}

/** By character code; nothing there for all others, and for the empty text. */
const BEGINNING: readonly (boolean | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  '=@\t\r+-'.includes(String.fromCharCode(code)),
)

/** The same cell as text: spreadsheets hide the apostrophe in front. */
export function neutraliseFormula(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell
}
