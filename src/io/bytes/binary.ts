import type { Buffer } from 'node:buffer'
import { refuse, startOf } from '../refuse-input.ts'

const SAVE = 'save it as CSV'
const UNPACK = 'unpack it first (gzip is the one compression that is read)'

interface Kind {
  /** Its first bytes, one character each. */
  readonly magic: string
  readonly what: string
  readonly hint: string
}

/** Formats often passed by mistake; the first that matches counts. */
const KINDS: readonly Kind[] = [
  { magic: 'PK\x05\x06', what: 'an empty zip archive', hint: 'unpack it first' },
  {
    magic: '\xd0\xcf\x11\xe0',
    what: 'an old Excel workbook (.xls), or one with a password',
    hint: 'save it as .xlsx or CSV, without a password',
  },
  { magic: '%PDF-', what: 'a PDF document', hint: 'export the leads as CSV' },
  { magic: '\x89PNG', what: 'a PNG picture', hint: 'export the leads as CSV' },
  { magic: '\xff\xd8\xff', what: 'a JPEG picture', hint: 'export the leads as CSV' },
  { magic: 'PAR1', what: 'a compressed Parquet file', hint: 'unpack it first' },
  { magic: 'Obj\x01', what: 'an Avro file', hint: SAVE },
  { magic: 'SQLite format 3\0', what: 'an SQLite database', hint: 'export the table as CSV' },
  { magic: '\x1f\x8b', what: 'gzip inside gzip', hint: 'unpack it once' },
  { magic: '\x28\xb5\x2f\xfd', what: 'zstd data', hint: UNPACK },
  { magic: '\xfd7zXZ', what: 'xz data', hint: UNPACK },
  { magic: '7z\xbc\xaf', what: 'a 7z archive', hint: UNPACK },
  { magic: 'BZh91AY&SY', what: 'bzip2 data', hint: UNPACK },
]

/** Whether this is a zip archive, such as a workbook. */
export function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PK\x03\x04'
}

/** Parquet begins and ends with this. */
export function isParquet(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PAR1'
}

/** Refuses input that is not text, by its first bytes. The caller has ruled out UTF-16. */
export function refuseBinary(head: Buffer, name: string): void {
  const kind = kindOf(head)
  if (kind === undefined) return
  throw refuse('file/binary', `this is ${kind.what}, not text`, startOf(name), kind.hint)
}

function kindOf(head: Buffer): Omit<Kind, 'magic'> | undefined {
  const kind = KINDS.find(({ magic }) => head.toString('latin1', 0, magic.length) === magic)
  return kind ?? (looksBinary(head) ? { what: 'binary data', hint: SAVE } : undefined)
}

/**
 * Binary: NULs among many control characters, or in the first line of a short file. A few NULs in some cells are still
 * text.
 */
function looksBinary(head: Buffer): boolean {
  const nul = head.indexOf(0)
  if (nul < 0) return false
  const firstLine = head.findIndex(byte => byte === 0x0a || byte === 0x0d)
  if (head.length < 64) return firstLine < 0 || nul < firstLine
  const letters = head.filter(byte => byte >= 0x20).length
  return head.filter(isControl).length * 20 > letters
}

function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)
}
