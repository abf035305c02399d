import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Encoding } from '../records.ts'
import { type CodePage, codePageOf, decodePage, decodeWindows, isOutOfPage } from './code-pages.ts'

/** Turns bytes into text, piece by piece. */
export interface Decoder {
  /** Text that is complete; the rest waits for the next call. */
  decode(chunk: Uint8Array): string
  /** The same, but what is UTF-8 stays bytes. */
  pass(chunk: Uint8Array): Iterable<Buffer | string>
  /** The rest, after the last chunk. */
  end(): string
  encoding(): Encoding
  diagnostics(): Diagnostic[]
}

/** Most bytes of an unfinished line that are held: the longest record in UTF-8 and some more. */
const WAITING = 4_194_304

const LF = 0x0a
const CR = 0x0d

export function utf16Decoder(encoding: 'UTF-16LE' | 'UTF-16BE'): Decoder {
  const decoder = new TextDecoder(encoding.toLowerCase(), { ignoreBOM: true })
  const decode = (chunk: Uint8Array) => decoder.decode(chunk, { stream: true })
  return {
    decode,
    pass: chunk => [decode(chunk)],
    end: () => decoder.decode(),
    encoding: () => encoding,
    diagnostics: () => [],
  }
}

/** UTF-32, which `TextDecoder` does not support. */
export function utf32Decoder(encoding: 'UTF-32LE' | 'UTF-32BE'): Decoder {
  let waiting: Buffer = Buffer.alloc(0)
  const decode = (chunk: Uint8Array) => {
    const bytes = Buffer.concat([waiting, chunk])
    const whole = bytes.length - (bytes.length % 4)
    let text = ''
    for (let at = 0; at < whole; at += 4) {
      const code = encoding === 'UTF-32LE' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
      text += code > 0x10_ffff || (code >= 0xd800 && code < 0xe000) ? '\u{fffd}' : String.fromCodePoint(code)
    }
    waiting = bytes.subarray(whole)
    return text
  }
  return {
    decode,
    pass: chunk => [decode(chunk)],
    end: () => (waiting.length === 0 ? '' : '\u{fffd}'),
    encoding: () => encoding,
    diagnostics: () => [],
  }
}

/** The code page of a file by the lines of its beginning that are not UTF-8. */
function pageOf(head: Buffer): CodePage | undefined {
  const lines: Buffer[] = []
  for (let at = 0; at < head.length; ) {
    const end = endOfLine(head, at)
    const line = head.subarray(at, end)
    // The last line may have been cut in the middle of a character.
    if (end < head.length && !isUtf8(line)) lines.push(line)
    at = end
  }
  return lines.length === 0 ? undefined : codePageOf(Buffer.concat(lines))
}

/**
 * UTF-8, and for lines that are not valid UTF-8, Windows-1252: exports glued together from two systems have both. Mac Roman
 * and code page 850 are taken where it is certain. Text comes out in whole lines, so that the decision never falls in the
 * middle of one. `head`: the first bytes of the file.
 */
export function lineDecoder(name: string, head: Buffer): Decoder {
  const waiting: Uint8Array[] = []
  let waitingBytes = 0
  let line = 1
  let firstOtherLine = 0
  let sawUtf8 = false
  let page = pageOf(head)
  const others = new Set<CodePage | 'Windows-1252'>()

  function decodeLines(bytes: Buffer): string {
    if (isUtf8(bytes)) return decodeUtf8(bytes)
    let text = ''
    for (let at = 0; at < bytes.length; ) {
      const end = endOfLine(bytes, at)
      const own = bytes.subarray(at, end)
      text += isUtf8(own) ? decodeUtf8(own) : decodeOther(own)
      at = end
    }
    return text
  }

  function decodeUtf8(bytes: Buffer): string {
    const text = bytes.toString('utf8')
    sawUtf8 ||= text.length < bytes.length
    if (firstOtherLine === 0) line += countLines(bytes)
    return text
  }

  function decodeOther(bytes: Buffer): string {
    if (firstOtherLine === 0) firstOtherLine = line
    page ??= codePageOf(bytes)
    const own = page === undefined || isOutOfPage(bytes, page) ? undefined : page
    others.add(own ?? 'Windows-1252')
    return own === undefined ? decodeWindows(bytes) : decodePage(bytes, own)
  }

  /** Lines that are complete, together with those that waited for their end. */
  function wholeLines(chunk: Uint8Array): Buffer {
    waiting.push(chunk)
    waitingBytes += chunk.length
    const inChunk = lastLineEnd(chunk)
    if (inChunk === 0 && waitingBytes <= WAITING) return NO_BYTES
    const held = together(waiting.splice(0))
    const cut = inChunk > 0 ? held.length - chunk.length + inChunk : characterEnd(held)
    waitingBytes = held.length - cut
    if (waitingBytes > 0) waiting.push(held.subarray(cut))
    return held.subarray(0, cut)
  }

  function passLines(bytes: Buffer): Buffer | string {
    if (!isUtf8(bytes)) return decodeLines(bytes)
    sawUtf8 ||= !isAscii(bytes)
    if (firstOtherLine === 0) line += countLines(bytes)
    return bytes
  }

  return {
    decode: chunk => decodeLines(wholeLines(chunk)),
    *pass(chunk) {
      // What waits is copied with the rest of its line, and nothing else.
      const end = waiting.length > 0 ? lastLineEnd(chunk) : 0
      const first = end > 0 ? Math.min(end, endOfLine(chunk, 0)) : 0
      if (first > 0) yield passLines(wholeLines(chunk.subarray(0, first)))
      yield passLines(wholeLines(chunk.subarray(first)))
    },
    end: () => decodeLines(Buffer.concat(waiting.splice(0))),
    encoding() {
      const [other = 'UTF-8'] = others
      return others.size > 1 || (sawUtf8 && others.size > 0) ? 'mixed' : other
    },
    diagnostics() {
      const names = [...(sawUtf8 ? ['UTF-8'] : []), ...others]
      if (names.length < 2) return []
      const place = { file: name, line: firstOtherLine, col: 1 }
      return [
        diagnose(
          'file/encoding',
          `lines in ${names.slice(0, -1).join(', ')} and, from here on, lines in ${names.at(-1)}`,
          { place },
        ),
      ]
    },
  }
}

const NO_BYTES = Buffer.alloc(0)

/** One chunk alone is not copied. */
function together(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks
  return only === undefined || chunks.length > 1
    ? Buffer.concat(chunks)
    : Buffer.from(only.buffer, only.byteOffset, only.length)
}

/** The end of the line that starts at `at`, its line end included. */
function endOfLine(bytes: Uint8Array, at: number): number {
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
