/** Several texts on one line, and back: what goes to a scratch file, and what sorters sort. */

/** Stands between two texts; below every sign of a text, so that lines that begin with the same texts stay together. */
const JOINT = '\t'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\l',
  '\u2029': '\\p',
}
const SIGNS = new Map(Object.entries(ESCAPES).map(([sign, escaped]) => [escaped, sign]))

export function writeLine(texts: readonly (string | number)[]): string {
  return texts.map(text => (typeof text === 'number' ? text : escaped(text))).join(JOINT)
}

export function readLine(line: string): string[] {
  const texts = line.split(JOINT)
  return line.includes('\\') ? texts.map(unescaped) : texts
}

/** A whole number that is not negative, as a text that sorts like it. */
export function sortable(number: number): string {
  return String(number).padStart(12, '0')
}

function escaped(text: string): string {
  return /[\\\t\n\r\u2028\u2029]/.test(text)
    ? text.replace(/[\\\t\n\r\u2028\u2029]/g, sign => ESCAPES[sign] ?? sign)
    : text
}

function unescaped(text: string): string {
  return text.replace(/\\./g, pair => SIGNS.get(pair) ?? pair)
}
