import { Buffer } from 'node:buffer'
import type { Encoding } from '../records.ts'
import { refuseBinary } from './binary.ts'
import { type Decoder, lineDecoder, utf16Decoder } from './decode.ts'
import { prepend } from './peek.ts'
import type { Unpacked } from './unpack.ts'

export interface Text {
  readonly compressed: boolean
  readonly bom: boolean
  readonly decoder: Decoder
  /** The text without its BOM; in whole lines, as far as that is possible within bounds. */
  readonly pieces: AsyncIterable<string>
}

const BOMS: readonly { readonly bytes: Buffer; readonly encoding: Encoding }[] = [
  { bytes: Buffer.from('efbbbf', 'hex'), encoding: 'UTF-8' },
  { bytes: Buffer.from('fffe', 'hex'), encoding: 'UTF-16LE' },
  { bytes: Buffer.from('feff', 'hex'), encoding: 'UTF-16BE' },
]

/** Unpacked bytes to text: known to be text, decoded, without BOM. */
export function openText({ head, rest, compressed }: Unpacked, name: string): Text {
  const bom = BOMS.find(({ bytes }) => startsWith(head, bytes, 0))
  const encoding = bom?.encoding ?? encodingByNuls(head)
  const utf16 = encoding === 'UTF-16LE' || encoding === 'UTF-16BE'
  if (!utf16) refuseBinary(head, name)
  const decoder = utf16 ? utf16Decoder(encoding) : lineDecoder(name)
  const start = bom ? bomEnd(head, bom.bytes) : 0
  const pieces = decoded(prepend([head.subarray(start)], rest), decoder)
  return { compressed, bom: bom !== undefined, decoder, pieces }
}

/** Files that were saved twice have two BOMs. */
function bomEnd(head: Buffer, bom: Buffer): number {
  return startsWith(head, bom, bom.length) ? 2 * bom.length : bom.length
}

function startsWith(head: Buffer, bytes: Buffer, at: number): boolean {
  return head.subarray(at, at + bytes.length).equals(bytes)
}

/** UTF-16 without BOM: Latin letters and delimiters have a NUL as every second byte, always on the same side. */
function encodingByNuls(head: Buffer): Encoding {
  const nuls = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const many = head.length / 4
  if (odd > many && even <= odd / 20) return 'UTF-16LE'
  if (even > many && odd <= even / 20) return 'UTF-16BE'
  return 'UTF-8'
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, decoder: Decoder): AsyncGenerator<string> {
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk)
    if (text !== '') yield text
  }
  const text = decoder.end()
  if (text !== '') yield text
}
