/**
 * Answers of a worker are lines of cells between tabs. The few cells with a tab or a line break have them replaced by two
 * characters each, which Spark puts back: `\x1a1` for a tab, `\x1a2` and `\x1a3` for line breaks, `\x1a0` for `\x1a`.
 */
const ESCAPE = '\u001a'

/** Each character, and the digit that stands for it; the escape itself is the last to be put back. */
const DIGITS = [
  ['\t', '1'],
  ['\n', '2'],
  ['\r', '3'],
  [ESCAPE, '0'],
] as const

export const ESCAPES: readonly { readonly plain: string; readonly escaped: string }[] = DIGITS.map(
  ([plain, digit]) => ({ plain, escaped: ESCAPE + digit }),
)

const DIGIT_OF: ReadonlyMap<string, string> = new Map(DIGITS)

export function escaped(cell: string): string {
  return cell.replace(/[\t\n\r\u001a]/g, character => ESCAPE + (DIGIT_OF.get(character) ?? ''))
}
