import { Buffer, isUtf8 } from 'node:buffer'
import { WINDOWS } from './code-pages.ts'

/**
 * UTF-8 that some program has read as Windows-1252 and written as UTF-8 again: `GeschÃ¤ftsfÃ¼hrer`. It is undone where
 * all characters beyond ASCII of a line, or of a word, come to words when they are taken for bytes.
 */

const SECOND = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const FIRST = 'ÂÃÄÅÎÐÑâï'
const MAYBE = new RegExp(`[${FIRST}][${SECOND}]`)

/** A quick test: whether a text may contain such characters. */
export function mayBeDoubled(text: string): boolean {
  // Looking for single characters is much quicker than the pattern, and most texts have none of them.
  for (const char of FIRST) if (text.includes(char)) return MAYBE.test(text)
  return false
}

/** The same of UTF-8: all characters of `FIRST` begin with one byte, and those of `SECOND` with one of few. */
export function mayBeDoubledBytes(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(LATIN); at >= 0; at = bytes.indexOf(LATIN, at + 2)) {
    if (SECOND_STARTS[bytes[at + 2] ?? 0] === 1 && MAYBE.test(bytes.toString('utf8', at, at + 5))) return true
  }
  return false
}

/** The first byte of letters of Latin-1. */
const LATIN = 0xc3
const SECOND_STARTS = new Uint8Array(256)
for (const byte of [0xc2, 0xc5, 0xc6, 0xcb, 0xe2]) SECOND_STARTS[byte] = 1

/** The lines of a text as they were meant, and how many of them were changed. */
export function undouble(text: string): { readonly text: string; readonly lines: number } {
  let lines = 0
  const undone = text.replace(/[^\r\n]+/g, line => {
    if (!MAYBE.test(line)) return line
    const whole = meantBy(line)
    const meant = whole ?? line.replace(/[^\s,;|"']+/g, word => (MAYBE.test(word) ? (meantBy(word) ?? word) : word))
    if (meant !== line) lines += 1
    return meant
  })
  return { text: undone, lines }
}

/** Times that a text was read the wrong way, at most. */
const MAX_TIMES = 3

/** What was meant; after every reading the wrong way the text has more of these characters. */
function meantBy(text: string): string | undefined {
  let meant: string | undefined
  let last: string | undefined = text
  for (let times = 0; times < MAX_TIMES && last !== undefined; times += 1) {
    last = meantOnce(last)
    if (last !== undefined && WORDS.test(last)) meant = last
  }
  return meant
}

/** A capital and a closing quote or dash at the end of a word: `IRMÃ”` may well mean itself. */
const UNSURE = /\p{Lu}[ÂÃÄÅ][‘’“”„–—…»«](?!\p{L})/u

function meantOnce(text: string): string | undefined {
  if (!MAYBE.test(text) || UNSURE.test(text)) return undefined
  const bytes = Buffer.alloc(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : BYTES.get(code)
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

/** Letters and the marks that stand among them; whatever else comes out, it was none of this. */
const WORDS = /^[\0-\x7f\p{L}\p{M}\u00a0-\u00bf\u2010-\u203a\u20ac\u2122\ufeff]*$/u

const BYTES: ReadonlyMap<number, number> = new Map(
  [...WINDOWS].map((char, index): [number, number] => [char.charCodeAt(0), 0x80 + index]),
)
