/**
 * A cell of a workbook: text, a number, yes or no, a day, a moment, or nothing. Days are day numbers (1970-01-01 is 0),
 * moments are seconds since then on the clock of the rulebook's zone: workbooks know no zones.
 */
export type Cell = string | number | boolean | null | { readonly day: number } | { readonly seconds: number }

/** What a cell holds at most, in UTF-16 units. */
export const MAX_CELL_LENGTH = 32_767

/** The days on which all programs agree: from 1 March 1900 (there was no 29 February, but not for all) to 9999. */
export const FIRST_DAY = -25_508
export const LAST_DAY = 2_932_896
