/**
 * MD5 (RFC 1321), SHA-256 (FIPS 180-4) and HMAC (RFC 2104) in plain arithmetic, because platforms differ: a browser has no MD5,
 * and its SHA-256 answers only later. MD5 shares leads out and draws samples; it keeps no secret.
 */

/** The MD5 of a text as UTF-8, in 32 hexadecimal digits. */
export function md5(text: string): string {
  return hexOf(digestText(text, MD5), 16, true)
}

/** The first 8 hexadecimal digits of the MD5 of a text as UTF-8, as a number: 0 to 2^32 - 1. */
export function md5Number(text: string): number {
  digestText(text, MD5)
  const word = STATE[0] ?? 0
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0
}

/** The SHA-256 of a text as UTF-8, in 64 hexadecimal digits. */
export function sha256(text: string): string {
  return hexOf(digestText(text, SHA256), 32, false)
}

/** The SHA-256 of a text as UTF-8 in Base64, as a Content Security Policy names it. */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...bytesOf(digestText(text, SHA256), 32, false)))
}

/** The HMAC with SHA-256 of a text as UTF-8, in 64 hexadecimal digits. */
export function hmacSha256(secret: Uint8Array, text: string): string {
  const key = new Uint8Array(BLOCK)
  key.set(secret.length > BLOCK ? bytesOf(digest(secret, SHA256), 32, false) : secret)
  const inner = joined(
    key.map(byte => byte ^ 0x36),
    new TextEncoder().encode(text),
  )
  const hashed = bytesOf(digest(inner, SHA256), 32, false)
  return hexOf(
    digest(
      joined(
        key.map(byte => byte ^ 0x5c),
        hashed,
      ),
      SHA256,
    ),
    32,
    false,
  )
}

interface Algorithm {
  readonly start: Int32Array
  readonly littleEndian: boolean
  /** Mixes the sixteen words of a block into the state. */
  readonly mixIn: () => void
}

const BLOCK = 64

/** Used by one hash after the other: the state, the words of a block (SHA-256 makes 64 of them), a message. */
const STATE = new Int32Array(8)
const WORDS = new Int32Array(64)
let message = new Uint8Array(1024)
let view = new DataView(message.buffer)
const ENCODER = new TextEncoder()

/** Makes room for a message and what is added to it. */
function reserve(bytes: number): void {
  if (message.length >= bytes + 2 * BLOCK) return
  message = new Uint8Array(2 * bytes + 2 * BLOCK)
  view = new DataView(message.buffer)
}

function digestText(text: string, algorithm: Algorithm): Int32Array {
  reserve(3 * text.length)
  return digestMessage(ENCODER.encodeInto(text, message).written, algorithm)
}

function digest(bytes: Uint8Array, algorithm: Algorithm): Int32Array {
  reserve(bytes.length)
  message.set(bytes)
  return digestMessage(bytes.length, algorithm)
}

/** The state after all blocks of the message: its bytes, a one, zeros, and its length in bits. */
function digestMessage(length: number, { start, littleEndian, mixIn }: Algorithm): Int32Array {
  STATE.set(start)
  const end = Math.ceil((length + 9) / BLOCK) * BLOCK
  message[length] = 0x80
  message.fill(0, length + 1, end)
  view.setInt32(littleEndian ? end - 8 : end - 4, length << 3, littleEndian)
  view.setInt32(littleEndian ? end - 4 : end - 8, length >>> 29, littleEndian)
  for (let block = 0; block < end; block += BLOCK) {
    for (let index = 0; index < 16; index += 1) WORDS[index] = view.getInt32(block + 4 * index, littleEndian)
    mixIn()
  }
  return STATE
}

const MD5_SHIFTS = Int32Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)
const MD5_SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0)

const MD5: Algorithm = {
  start: Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476),
  littleEndian: true,
  mixIn() {
    let a = STATE[0] ?? 0
    let b = STATE[1] ?? 0
    let c = STATE[2] ?? 0
    let d = STATE[3] ?? 0
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4
      let mixed = c ^ (b | ~d)
      let word = 7 * step
      if (round === 0) {
        mixed = (b & c) | (~b & d)
        word = step
      } else if (round === 1) {
        mixed = (b & d) | (c & ~d)
        word = 5 * step + 1
      } else if (round === 2) {
        mixed = b ^ c ^ d
        word = 3 * step + 5
      }
      const sum = (a + mixed + (MD5_SINES[step] ?? 0) + (WORDS[word & 15] ?? 0)) | 0
      const shift = MD5_SHIFTS[4 * round + (step & 3)] ?? 0
      a = d
      d = c
      c = b
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
    }
    STATE[0] = (STATE[0] ?? 0) + a
    STATE[1] = (STATE[1] ?? 0) + b
    STATE[2] = (STATE[2] ?? 0) + c
    STATE[3] = (STATE[3] ?? 0) + d
  },
}

/** The roots of the first primes, 32 bits behind the point: square roots to begin with, cube roots for the steps. */
const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(isPrime)
const SHA_STEPS = Int32Array.from(PRIMES, prime => fractionOf(Math.cbrt(prime)))

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return false
  return number > 1
}

function fractionOf(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
}

const SHA256: Algorithm = {
  start: Int32Array.from(PRIMES.slice(0, 8), prime => fractionOf(Math.sqrt(prime))),
  littleEndian: false,
  mixIn() {
    for (let index = 16; index < 64; index += 1) {
      const early = WORDS[index - 15] ?? 0
      const late = WORDS[index - 2] ?? 0
      const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      WORDS[index] = (WORDS[index - 16] ?? 0) + first + (WORDS[index - 7] ?? 0) + second
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = STATE
    for (let step = 0; step < 64; step += 1) {
      const first = (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + h
      const next = (first + (SHA_STEPS[step] ?? 0) + (WORDS[step] ?? 0)) | 0
      const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = (d + next) | 0
      d = c
      c = b
      b = a
      a = (next + second) | 0
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) STATE[index] = (STATE[index] ?? 0) + word
  },
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hexOf(state: Int32Array, length: number, littleEndian: boolean): string {
  let hex = ''
  for (let at = 0; at < length; at += 1) hex += HEX[stateByte(state, at, littleEndian)] ?? ''
  return hex
}

function bytesOf(state: Int32Array, length: number, littleEndian: boolean): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => stateByte(state, at, littleEndian))
}

function stateByte(state: Int32Array, at: number, littleEndian: boolean): number {
  const place = at & 3
  return ((state[at >> 2] ?? 0) >>> (8 * (littleEndian ? place : 3 - place))) & 0xff
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
