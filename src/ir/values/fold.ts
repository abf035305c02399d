/**
 * Text is compared folded: white space runs become one space, the ends are cut, NFC, each code point in its simple
 * lower case. No step depends on context or locale, so that every engine can do the same (proved in the notes on engines).
 */

/** Lower-case pairs newer than the oldest engine's tables; they are left alone everywhere. */
const DISPUTED =
  /[\u{1C89}\u{A7CB}\u{A7CC}\u{A7CE}\u{A7D2}\u{A7D4}\u{A7DA}\u{A7DC}\u{10D50}-\u{10D65}\u{16EA0}-\u{16EB8}]/u

const PLAIN = /^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/
const LATIN_1 = /^[\0-\xff]*$/

/** NFC, made once as a cell is read. Latin-1 is always in that form already. */
export function normalise(text: string): string {
  return LATIN_1.test(text) ? text : text.normalize('NFC')
}

export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return lower(normalise(text).trim().replace(/\s+/g, ' '))
}

function lower(text: string): string {
  if (!DISPUTED.test(text)) return lowerRun(text)
  return Array.from(text, point => (DISPUTED.test(point) ? point : lowerRun(point))).join('')
}

function lowerRun(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ')
}
