/** The one hash that a verdict needs: md5 of the key of a lead, by which leads are shared out to owners (RFC 1321). */
export function hash(name: string, text: string): string {
  if (name !== 'md5') throw new TypeError(`no such hash here: ${name}`)
  return md5(new TextEncoder().encode(text))
}

export function createHash(): never {
  throw new TypeError('the playground has no hashes of files')
}

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const SINES = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0)

function md5(bytes: Uint8Array): string {
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64))
  for (const [index, byte] of bytes.entries()) padded.setUint8(index, byte)
  padded.setUint8(bytes.length, 0x80)
  padded.setUint32(padded.byteLength - 8, bytes.length << 3, true)
  padded.setUint32(padded.byteLength - 4, bytes.length >>> 29, true)
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let block = 0; block < padded.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4
      const mixed = mix(round, b, c, d)
      const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0
      const sum = (a + mixed + (SINES[step] ?? 0) + padded.getInt32(block + 4 * (word % 16), true)) | 0
      const shift = SHIFTS[4 * round + (step % 4)] ?? 0
      ;[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0]
    }
    for (const [index, value] of [a, b, c, d].entries()) state[index] = ((state[index] ?? 0) + value) | 0
  }
  const hex = new DataView(new ArrayBuffer(16))
  for (const [index, value] of state.entries()) hex.setInt32(4 * index, value, true)
  return Array.from(new Uint8Array(hex.buffer), byte => byte.toString(16).padStart(2, '0')).join('')
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (b & d) | (c & ~d)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}
