/**
 * What the readers of files use of Node's `Buffer`, for browsers. The readers are the same as in the program; a browser has the
 * other parts of them (`TextDecoder`, typed arrays) itself.
 */
export class Buffer extends Uint8Array {
  static override from(value: unknown, second?: unknown, length?: unknown): Buffer {
    if (typeof value === 'string') return textAs(value, second)
    if (value instanceof ArrayBuffer) return new Buffer(value, Number(second ?? 0), length as number | undefined)
    return new Buffer(value as ArrayLike<number>)
  }

  static alloc(size: number): Buffer {
    return new Buffer(size)
  }

  static byteLength(text: string): number {
    return new TextEncoder().encode(text).length
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    const whole = new Buffer(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  override toString(encoding = 'utf8', start = 0, end = this.length): string {
    const name = encoding === 'utf16le' ? 'utf-16le' : encoding === 'latin1' ? 'latin1' : 'utf-8'
    if (name !== 'latin1') return new TextDecoder(name, { ignoreBOM: true }).decode(this.subarray(start, end))
    let text = ''
    for (const byte of this.subarray(start, end)) text += String.fromCharCode(byte)
    return text
  }

  override includes(value: unknown, from = 0): boolean {
    return this.indexOf(value, from) >= 0
  }

  override indexOf(value: unknown, from = 0): number {
    if (typeof value === 'number') return super.indexOf(value, from)
    const wanted = typeof value === 'string' ? new TextEncoder().encode(value) : (value as Uint8Array)
    for (let at = from; at + wanted.length <= this.length; at += 1) {
      if (wanted.every((byte, index) => this[at + index] === byte)) return at
    }
    return -1
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index])
  }
}

function textAs(text: string, encoding: unknown): Buffer {
  if (encoding === 'hex') return new Buffer((text.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16)))
  if (encoding === 'latin1') return Buffer.from([...text].map(sign => sign.charCodeAt(0)))
  if (encoding !== 'utf16le') return new Buffer(new TextEncoder().encode(text))
  const bytes = new Buffer(2 * text.length)
  for (let at = 0; at < text.length; at += 1) {
    bytes[2 * at] = text.charCodeAt(at) & 0xff
    bytes[2 * at + 1] = text.charCodeAt(at) >> 8
  }
  return bytes
}

export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 128)
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
