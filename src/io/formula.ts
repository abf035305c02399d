/**
 * Whether a spreadsheet would run a cell as a formula. A sign alone makes no formula: `-5 %` and `+49 (30) 123-45` are
 * numbers. Called for every cell; the first character decides for nearly all of them.
 */
export function isFormula(cell: string): boolean {
  switch (cell.charCodeAt(0)) {
    case EQUALS:
    case AT:
    case TAB:
    case CR:
      return true
    case PLUS:
    case MINUS:
      return !/^[+-][\d\s().,/%-]*$/.test(cell)
    default:
      return false
  }
}

const [EQUALS, AT, TAB, CR, PLUS, MINUS] = [0x3d, 0x40, 0x09, 0x0d, 0x2b, 0x2d]

/** The same cell as text: spreadsheets hide the apostrophe in front. */
export function neutraliseFormula(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell
}
