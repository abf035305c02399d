import fc from 'fast-check'

/** A change at a place of a file, as a share of its length. */
interface Mutation {
  readonly at: number
  readonly kind: keyof typeof KINDS
}

/** What happens to files: on disks, in editors, in scripts that join and cut them. */
const KINDS = {
  flip: (bytes: Buffer, at: number) => replaced(bytes, at, 1, Buffer.from([(bytes[at] ?? 0) ^ 0x10])),
  nul: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from([0])),
  quote: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from('"')),
  quotes: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from('""')),
  delimiter: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from(',')),
  return: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from('\r')),
  blank: (bytes: Buffer, at: number) => replaced(bytes, lineAt(bytes, at), 0, Buffer.from('\n\n')),
  latin: (bytes: Buffer, at: number) => replaced(bytes, at, 1, Buffer.from('M\u{fc}ller', 'latin1')),
  doubled: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from('GeschÃ¤ft')),
  mark: (bytes: Buffer, at: number) => replaced(bytes, lineAt(bytes, at), 0, Buffer.from('\u{feff}')),
  header: (bytes: Buffer, at: number) => replaced(bytes, lineAt(bytes, at), 0, bytes.subarray(0, lineAt(bytes, 0))),
  total: (bytes: Buffer, at: number) => replaced(bytes, lineAt(bytes, at), 0, Buffer.from('Total,,,,,,,,\n')),
  cut: (bytes: Buffer, at: number) => replaced(bytes, at, Math.max(0, lineAt(bytes, at) - at), Buffer.from('')),
  lost: (bytes: Buffer, at: number) => replaced(bytes, lineAt(bytes, at), 200, Buffer.from('')),
  twice: (bytes: Buffer, at: number) => replaced(bytes, at, 0, bytes.subarray(at, at + 300)),
  open: (bytes: Buffer, at: number) => replaced(bytes, at, 0, Buffer.from(',"a,b\nc,d\n')),
} as const

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
})

export const mutations = fc.array(mutation, { maxLength: 10 })

/** A file after some changes; its header stays, the first line of delimited text. */
export function mutated(file: Buffer, changes: readonly Mutation[], header = lineAt(file, 0)): Buffer {
  return changes.reduce((bytes, { at, kind }) => {
    return KINDS[kind](bytes, header + Math.floor(at * (bytes.length - header)))
  }, file)
}

/** Behind the line end that comes next. */
function lineAt(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0x0a, from)
  return end < 0 ? bytes.length : end + 1
}

function replaced(bytes: Buffer, at: number, length: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)])
}
