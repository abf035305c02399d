import { Buffer } from 'node:buffer'
import type { Encoding } from '../records.ts'
import { refuseBinary } from './binary.ts'
import { createTextCleaner, type TextCleaner } from './clean-text.ts'
import { type Decoder, lineDecoder, utf16Decoder, utf32Decoder } from './decode.ts'
import { prepend } from './peek.ts'
import type { Unpacked } from './unpack.ts'

export interface Text {
  readonly compressed: boolean
  readonly bom: boolean
  readonly decoder: Decoder
  readonly cleaner: TextCleaner
  /** The text without its BOM; in whole lines, as far as that is possible within bounds. */
  readonly pieces: AsyncIterable<string>
  /** What is left of it as UTF-8, instead of further pieces. What the file has as clean UTF-8 never becomes text. */
  readonly bytes: AsyncIterable<Uint8Array>
}

const BOMS: readonly { readonly bytes: Buffer; readonly encoding: Encoding }[] = [
  { bytes: Buffer.from('efbbbf', 'hex'), encoding: 'UTF-8' },
  // Begins as UTF-16LE does, so it has to come first.
  { bytes: Buffer.from('fffe0000', 'hex'), encoding: 'UTF-32LE' },
  { bytes: Buffer.from('0000feff', 'hex'), encoding: 'UTF-32BE' },
  { bytes: Buffer.from('fffe', 'hex'), encoding: 'UTF-16LE' },
  { bytes: Buffer.from('feff', 'hex'), encoding: 'UTF-16BE' },
]

/** Unpacked bytes to text: known to be text, decoded, without BOM. */
export function openText({ head, rest, compressed }: Unpacked, name: string): Text {
  const bom = BOMS.find(({ bytes }) => startsWith(head, bytes, 0))
  const encoding = bom?.encoding ?? encodingByNuls(head)
  const decoder = decoderOf(encoding, head, name)
  const cleaner = createTextCleaner(encoding === 'UTF-8')
  const start = bom ? bomEnd(head, bom.bytes) : 0
  const chunks = prepend([head.subarray(start)], rest)
  const pieces = decoded(chunks, decoder, cleaner)
  const bytes = encoded(chunks, decoder, cleaner)
  return { compressed, bom: bom !== undefined, decoder, cleaner, pieces, bytes }
}

function decoderOf(encoding: Encoding, head: Buffer, name: string): Decoder {
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') return utf16Decoder(encoding)
  if (encoding === 'UTF-32LE' || encoding === 'UTF-32BE') return utf32Decoder(encoding)
  refuseBinary(head, name)
  return lineDecoder(name, head)
}

/** Files that were saved twice have two BOMs. */
function bomEnd(head: Buffer, bom: Buffer): number {
  return startsWith(head, bom, bom.length) ? 2 * bom.length : bom.length
}

function startsWith(head: Buffer, bytes: Buffer, at: number): boolean {
  return head.subarray(at, at + bytes.length).equals(bytes)
}

/** UTF-16 and UTF-32 without BOM: Latin letters and delimiters have NULs beside them, always on the same side. */
function encodingByNuls(head: Buffer): Encoding {
  const nuls = [0, 0, 0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) nuls[at % 4] = (nuls[at % 4] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = nuls
  const characters = head.length / 4
  const most = characters * 0.9
  if (third > most && fourth > most && first <= characters / 20) return 'UTF-32LE'
  if (first > most && second > most && fourth <= characters / 20) return 'UTF-32BE'
  const [even, odd] = [first + third, second + fourth]
  if (odd > characters && even <= odd / 20) return 'UTF-16LE'
  if (even > characters && odd <= even / 20) return 'UTF-16BE'
  return 'UTF-8'
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  decoder: Decoder,
  cleaner: TextCleaner,
): AsyncGenerator<string> {
  for await (const chunk of bytes) {
    const text = cleaner.clean(decoder.decode(chunk))
    if (text !== '') yield text
  }
  const text = cleaner.clean(decoder.end())
  if (text !== '') yield text
}

async function* encoded(
  bytes: AsyncIterable<Uint8Array>,
  decoder: Decoder,
  cleaner: TextCleaner,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (const piece of decoder.pass(chunk)) {
      if (piece.length === 0) continue
      const isText = typeof piece === 'string'
      yield !isText && cleaner.passes(piece) ? piece : Buffer.from(cleaner.clean(isText ? piece : piece.toString()))
    }
  }
  yield Buffer.from(cleaner.clean(decoder.end()))
}
