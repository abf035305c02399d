import { Buffer, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Encoding } from '../records.ts'

/** Turns bytes into text, piece by piece. */
export interface Decoder {
  /** Text that is complete; the rest waits for the next call. */
  decode(chunk: Uint8Array): string
  /** The rest, after the last chunk. */
  end(): string
  encoding(): Encoding
  diagnostics(): Diagnostic[]
}

/** Most bytes of one line that wait for its end: the longest record in UTF-8, and some. */
const WAITING = 4_194_304

const LF = 0x0a
const CR = 0x0d

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9f. The five that it leaves open stay control characters. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

export function utf16Decoder(encoding: 'UTF-16LE' | 'UTF-16BE'): Decoder {
  const decoder = new TextDecoder(encoding.toLowerCase(), { ignoreBOM: true })
  return {
    decode: chunk => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
    encoding: () => encoding,
    diagnostics: () => [],
  }
}

/**
 * UTF-8, and for lines that are not valid UTF-8, Windows-1252: exports glued together from two systems have both.
 * Text comes out in whole lines, so that the decision never falls in the middle of one.
 */
export function lineDecoder(name: string): Decoder {
  const waiting: Uint8Array[] = []
  let waitingBytes = 0
  let line = 1
  let firstWindowsLine = 0
  let sawUtf8 = false

  function decodeLines(bytes: Buffer): string {
    if (isUtf8(bytes)) return decodeUtf8(bytes)
    let text = ''
    for (let at = 0; at < bytes.length; ) {
      const end = endOfLine(bytes, at)
      const own = bytes.subarray(at, end)
      text += isUtf8(own) ? decodeUtf8(own) : decodeWindows(own)
      at = end
    }
    return text
  }

  function decodeUtf8(bytes: Buffer): string {
    const text = bytes.toString('utf8')
    sawUtf8 ||= text.length < bytes.length
    if (firstWindowsLine === 0) line += countLines(bytes)
    return text
  }

  function decodeWindows(bytes: Buffer): string {
    if (firstWindowsLine === 0) firstWindowsLine = line
    return bytes.toString('latin1').replace(/[\x80-\x9f]/g, char => WINDOWS.charAt(char.charCodeAt(0) - 0x80))
  }

  return {
    decode(chunk) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      const inChunk = lastLineEnd(chunk)
      if (inChunk === 0 && waitingBytes <= WAITING) return ''
      const held = Buffer.concat(waiting.splice(0))
      const cut = inChunk > 0 ? held.length - chunk.length + inChunk : characterEnd(held)
      waiting.push(held.subarray(cut))
      waitingBytes = held.length - cut
      return decodeLines(held.subarray(0, cut))
    },
    end: () => decodeLines(Buffer.concat(waiting.splice(0))),
    encoding: () => (firstWindowsLine === 0 ? 'UTF-8' : sawUtf8 ? 'mixed' : 'Windows-1252'),
    diagnostics() {
      if (firstWindowsLine === 0 || !sawUtf8) return []
      const place = { file: name, line: firstWindowsLine, col: 1 }
      return [diagnose('file/encoding', 'lines in UTF-8 and, from here on, lines in Windows-1252', { place })]
    },
  }
}

/** The end of the line that starts at `at`, its line end included. */
function endOfLine(bytes: Buffer, at: number): number {
  for (let end = at; end < bytes.length; end++) {
    if (bytes[end] === LF) return end + 1
    if (bytes[end] === CR) return bytes[end + 1] === LF ? end + 2 : end + 1
  }
  return bytes.length
}

/** After the last line end, 0 if there is none. A CR as the last byte waits for its LF. */
function lastLineEnd(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR, -2)) + 1
}

/** After the last whole UTF-8 character: at most three bytes before the end. */
function characterEnd(bytes: Uint8Array): number {
  let end = bytes.length - 1
  while (end > bytes.length - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return end
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) count++
  return count
}
