import stringWidth from 'string-width'

/**
 * Control characters and invisible characters that change a line: C0, DEL, C1, bidi marks and overrides, separators,
 * BOM.
 */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * Text from leads, rulebooks and file names must not move the cursor, set colours or reverse a line.
 * What could is shown: `␛`, `␊`, `\u{202e}`. Everything printed that leadq did not write itself goes through here.
 */
export function clean(text: string): string {
  return text.replace(UNSAFE, picture)
}

/** As `clean`, in the spelling that JSON and quoted YAML read back as the same text. Line ends of the layout stay. */
export function escapeUnsafe(json: string): string {
  return json.replace(UNSAFE, sign => (sign === '\n' ? sign : `\\u${hex(sign).padStart(4, '0')}`))
}

/** Columns a text takes in a terminal, colours aside. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/** Most texts are plain ASCII, whose width is their length. */
const PLAIN = /^[ -~]*$/

/**
 * Measures only as much of a long text as could be shown, because cells can hold a megabyte. A character takes one or
 * two
 * columns; those that take none, such as marks on letters, count as part of a longer sign.
 */
const SIGNS_PER_COLUMN = 16

function reach(width: number): number {
  return SIGNS_PER_COLUMN * Math.max(width, 4)
}

/** Cuts a text without colours to a width; wide characters are never cut in two. */
export function cut(text: string, width: number, ellipsis = '…'): string {
  const front = text.slice(0, reach(width))
  if (front.length === text.length && widthOf(text) <= width) return text
  return take(split(front), width - widthOf(ellipsis)).join('') + ellipsis
}

/** As `cut`, keeping the end. */
export function cutFront(text: string, width: number, ellipsis = '…'): string {
  const back = text.slice(-reach(width))
  if (back.length === text.length && widthOf(text) <= width) return text
  return (
    ellipsis +
    take(split(back).reverse(), width - widthOf(ellipsis))
      .reverse()
      .join('')
  )
}

/** A text in pieces of at most a width; one with colours in it stays whole. */
export function chunks(text: string, width: number): string[] {
  if (text.includes('\u001b') || (text.length <= reach(width) && widthOf(text) <= width)) return [text]
  const pieces: string[] = []
  let piece = ''
  let room = width
  for (const grapheme of split(text)) {
    const taken = widthOf(grapheme)
    if (taken > room && piece !== '') {
      pieces.push(piece)
      piece = ''
      room = width
    }
    piece += grapheme
    room -= taken
  }
  return [...pieces, piece]
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

/** The columns that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0)
}

function take(pieces: readonly string[], width: number): string[] {
  let room = width
  const end = pieces.findIndex(grapheme => {
    room -= widthOf(grapheme)
    return room < 0
  })
  return pieces.slice(0, end)
}

let graphemes: Intl.Segmenter | undefined

function split(text: string): string[] {
  graphemes ??= new Intl.Segmenter()
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

function picture(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `\\u{${hex(sign)}}`
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16)
}
