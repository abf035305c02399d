/** A value of Thrift's compact protocol, in which Parquet keeps everything but the values of columns. */
export type Thrift =
  | { readonly is: 'i32' | 'i64'; readonly value: number }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'bytes'; readonly value: Uint8Array }
  | { readonly is: 'list'; readonly of: ThriftKind; readonly value: readonly Thrift[] }
  | { readonly is: 'struct'; readonly value: readonly ThriftField[] }

type ThriftKind = Thrift['is']

/** A field by its number; the numbers of a struct ascend. */
export type ThriftField = readonly [id: number, value: Thrift]

export const i32 = (value: number): Thrift => ({ is: 'i32', value })
export const i64 = (value: number): Thrift => ({ is: 'i64', value })
export const bool = (value: boolean): Thrift => ({ is: 'bool', value })
export const text = (value: string): Thrift => ({ is: 'bytes', value: Buffer.from(value) })
export const bytes = (value: Uint8Array): Thrift => ({ is: 'bytes', value })
export const struct = (...value: readonly ThriftField[]): Thrift => ({ is: 'struct', value })
export const list = (of: ThriftKind, value: readonly Thrift[]): Thrift => ({ is: 'list', of, value })

/** The numbers of types in the protocol. A boolean's type says its value; in a list it is a byte. */
const TYPES: Readonly<Record<ThriftKind, number>> = { bool: 1, i32: 5, i64: 6, bytes: 8, list: 9, struct: 12 }
const FALSE = 2

export function writeThrift(value: Thrift): Buffer {
  const out: number[] = []
  put(out, value)
  return Buffer.from(out)
}

function put(out: number[], thrift: Thrift): void {
  switch (thrift.is) {
    case 'i32':
    case 'i64':
      putVarint(out, zigzag(thrift.value))
      return
    case 'bool':
      out.push(thrift.value ? TYPES.bool : FALSE)
      return
    case 'bytes':
      putVarint(out, thrift.value.length)
      for (const byte of thrift.value) out.push(byte)
      return
    case 'list': {
      const { of, value } = thrift
      if (value.length < 15) out.push((value.length << 4) | TYPES[of])
      else {
        out.push(0xf0 | TYPES[of])
        putVarint(out, value.length)
      }
      for (const each of value) put(out, each)
      return
    }
    case 'struct': {
      let last = 0
      for (const [id, value] of thrift.value) {
        const type = value.is === 'bool' && !value.value ? FALSE : TYPES[value.is]
        out.push(((id - last) << 4) | type)
        if (value.is !== 'bool') put(out, value)
        last = id
      }
      out.push(0)
    }
  }
}

/** Numbers up to 2^52, which is more than any size or count here. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

export function putVarint(out: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  out.push(rest)
}

/** What was read of a struct: its fields by number. */
export type Fields = ReadonlyMap<number, Found>

/** What was read. */
export type Found = number | boolean | Buffer | readonly Found[] | Fields

export interface ThriftReader {
  position(): number
  struct(): Fields
}

/** Reads structs out of bytes. Throws a `RangeError` where the bytes end too early or are no structs. */
export function createThriftReader(bytes: Buffer, from = 0): ThriftReader {
  let at = from
  const byte = (): number => {
    const value = bytes[at]
    if (value === undefined) throw new RangeError('the metadata ends too early')
    at += 1
    return value
  }
  const varint = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const next = byte()
      value += (next & 0x7f) * factor
      if (next < 0x80) return value
      factor *= 0x80
    }
  }
  const signed = (): number => {
    const value = varint()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  const slice = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('the metadata ends too early')
    at += length
    return bytes.subarray(at - length, at)
  }
  const read = (type: number, depth: number): Found => {
    if (depth > MAX_DEPTH) throw new RangeError('the metadata nests too deep')
    switch (type) {
      case 1:
      case 2:
        return byte() === 1
      case 3:
        return byte()
      case 4:
      case 5:
      case 6:
        return signed()
      case 7:
        return slice(8)
      case 8:
        return slice(varint())
      case 9:
      case 10: {
        const header = byte()
        const size = header >> 4 === 15 ? varint() : header >> 4
        const found: Found[] = []
        for (let index = 0; index < size; index += 1) found.push(read(header & 15, depth + 1))
        return found
      }
      case 12:
        return struct(depth + 1)
      default:
        throw new RangeError('the metadata has an unknown type')
    }
  }
  const struct = (depth: number): Fields => {
    const fields = new Map<number, Found>()
    for (let last = 0; ; ) {
      const header = byte()
      const type = header & 15
      if (header === 0) return fields
      last = header >> 4 === 0 ? signed() : last + (header >> 4)
      fields.set(last, type === 1 || type === 2 ? type === 1 : read(type, depth))
    }
  }
  return { position: () => at, struct: () => struct(0) }
}

const MAX_DEPTH = 20

export function numberIn(fields: Fields, id: number): number {
  const found = fields.get(id)
  if (typeof found !== 'number') throw new RangeError('the metadata lacks a number')
  return found
}

export function bytesIn(fields: Fields, id: number): Buffer {
  const found = fields.get(id)
  if (!Buffer.isBuffer(found)) throw new RangeError('the metadata lacks a text')
  return found
}

export function listIn(fields: Fields, id: number): readonly Found[] {
  const found = fields.get(id)
  if (!Array.isArray(found)) throw new RangeError('the metadata lacks a list')
  return found
}

export function structIn(fields: Fields, id: number): Fields {
  return asStruct(fields.get(id))
}

export function asStruct(found: Found | undefined): Fields {
  if (!(found instanceof Map)) throw new RangeError('the metadata lacks a struct')
  return found
}
