import { type Buffer, isAscii } from 'node:buffer'
import type { Repair } from '../../ir/results/summary.ts'
import { mayBeDoubled, mayBeDoubledBytes, undouble } from './doubled.ts'

/** Repairs characters in decoded text. */
export interface TextCleaner {
  clean(piece: string): string
  /** Whether some UTF-8 has nothing to repair; then it need not be cleaned. */
  passes(piece: Buffer): boolean
  repairs(): Repair[]
}

const DOUBLED = 'UTF-8 that was read as Windows-1252'
const NULS = 'NUL characters removed'
const BOMS = 'byte order marks inside the file removed'

/** NUL, and the mark that DOS put at the end of a file. */
const CONTROL = /[\0\x1a]/g
const BOM = '\u{feff}'
const LINE_ENDS = new Set<number | undefined>([0x0a, 0x0d])
const BOM_AT_START = /(^|[\r\n])("?)\u{feff}+/gu

function hasControl(text: string): boolean {
  return text.includes('\0') || text.includes('\x1a')
}

function repairOf(what: string, records: number | undefined): Repair[] {
  return records === undefined ? [] : [{ what, records }]
}

/** `isWhole`: pieces are whole lines, so that nothing is cut in two. */
export function createTextCleaner(isWhole: boolean): TextCleaner {
  const counts = new Map<string, number>()
  let atLineStart = true
  const count = (what: string, lines: number) => {
    if (lines > 0) counts.set(what, (counts.get(what) ?? 0) + lines)
  }

  function withoutBoms(text: string): string {
    return text.replace(BOM_AT_START, (found, before: string, quote: string, offset: number) => {
      if (offset === 0 && before === '' && !atLineStart) return found
      count(BOMS, 1)
      return before + quote
    })
  }

  function cleaned(piece: string): string {
    let text = piece
    if (hasControl(text)) {
      count(NULS, text.split(/\r\n|\n|\r/).filter(hasControl).length)
      text = text.replace(CONTROL, '')
    }
    if (isWhole && mayBeDoubled(text)) {
      const undone = undouble(text)
      count(DOUBLED, undone.lines)
      text = undone.text
    }
    return text.includes(BOM) ? withoutBoms(text) : text
  }

  return {
    clean(piece) {
      const text = cleaned(piece)
      if (piece !== '') atLineStart = /[\r\n]$/.test(piece)
      return text
    },
    passes(piece) {
      const isClean = !piece.includes(0) && !piece.includes(0x1a)
      if (!isClean || (!isAscii(piece) && (piece.includes(BOM) || mayBeDoubledBytes(piece)))) return false
      if (piece.length > 0) atLineStart = LINE_ENDS.has(piece.at(-1))
      return true
    },
    // In one order, wherever the pieces of a file end.
    repairs: () => [NULS, DOUBLED, BOMS].flatMap(what => repairOf(what, counts.get(what))),
  }
}
