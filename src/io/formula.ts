/**
 * Whether a spreadsheet would run a cell instead of showing it. A sign alone makes no formula: `-5 %` and
 * `+49 (30) 123-45` are numbers.
 */
export function isFormula(cell: string): boolean {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s().,/%-]*$/.test(cell))
}

/** The same cell as text: spreadsheets hide the apostrophe in front. */
export function neutraliseFormula(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell
}
