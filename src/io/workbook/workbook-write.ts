import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import type { Cell } from '../../ir/values/cell.ts'
import {
  contentTypes,
  PROPERTIES,
  ROOT_RELATIONS,
  rowXml,
  type SheetFrame,
  STYLES,
  sheetHead,
  sheetPath,
  sheetTail,
  type WrittenSheet,
  workbookRelations,
  workbookXml,
} from './workbook-xml.ts'
import { directory, entryHead, entryTail, MAX_ZIP_BYTES, storedEntry, type Written } from './zip-write.ts'

/** Rows of a sheet, its header among them. */
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

/**
 * Writes a workbook front to back: only a piece of it is held, however many rows there are. Sheets come one after the
 * other. Deflate is done in JavaScript, because the platform's gives different bytes on different machines.
 */
export interface WorkbookWriter {
  startSheet(name: string, frame: SheetFrame): Promise<void>
  /** The first row of a table is its header. */
  writeRows(rows: readonly (readonly Cell[])[]): Promise<void>
  endSheet(): Promise<void>
  end(): Promise<void>
}

/** The workbook would be larger than its format allows. */
export class TooLarge extends Error {}

/** Half the time of the usual level, and no larger. */
const LEVEL = 4

export async function createWorkbook(
  sheets: number,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<WorkbookWriter> {
  const entries: Written[] = []
  const finished: WrittenSheet[] = []
  let offset = 0
  let current: { readonly name: string; readonly frame: SheetFrame; readonly stream: Stream; rows: number } | undefined

  const put = async (bytes: Uint8Array) => {
    if (bytes.length === 0) return
    offset += bytes.length
    if (offset > MAX_ZIP_BYTES) throw new TooLarge()
    await write(bytes)
  }
  const putFile = async (path: string, text: string) => {
    const bytes = Buffer.from(text)
    const entry = storedEntry(path, bytes, offset)
    entries.push(entry)
    await put(Buffer.concat([entryHead(entry), bytes]))
  }
  const putText = async (text: string, isLast = false) => {
    if (current !== undefined) await put(current.stream.push(Buffer.from(text), isLast))
  }

  // Programs recognise the kind of file by its first entry.
  await putFile('[Content_Types].xml', contentTypes(sheets))
  await putFile('_rels/.rels', ROOT_RELATIONS)
  await putFile('docProps/app.xml', PROPERTIES)

  return {
    async startSheet(name, frame) {
      const stream = deflated(sheetPath(finished.length), offset)
      current = { name, frame, stream, rows: 0 }
      await put(stream.head)
      await putText(sheetHead(frame, finished.length === 0))
    },
    async writeRows(rows) {
      if (current === undefined) return
      let text = ''
      for (const cells of rows) {
        text += rowXml(cells, current.rows + 1, current.frame.isTable && current.rows === 0)
        current.rows += 1
      }
      await putText(text)
    },
    async endSheet() {
      if (current === undefined) return
      await putText(sheetTail(current.frame, current.rows), true)
      const entry = current.stream.written()
      await put(entryTail(entry))
      entries.push(entry)
      finished.push(current)
      current = undefined
    },
    async end() {
      await putFile('xl/workbook.xml', workbookXml(finished))
      await putFile('xl/_rels/workbook.xml.rels', workbookRelations(finished.length))
      await putFile('xl/styles.xml', STYLES)
      await put(directory(entries, offset))
    },
  }
}

interface Stream {
  readonly head: Buffer
  /** Takes a piece and returns the packed data that is ready. */
  push(bytes: Buffer, isLast: boolean): Buffer
  written(): Written
}

function deflated(path: string, offset: number): Stream {
  const ready: Uint8Array[] = []
  const deflate = new Deflate({ level: LEVEL }, chunk => ready.push(chunk))
  let [checksum, packed, size] = [0, 0, 0]
  const entry = () => ({ path: Buffer.from(path), isStreamed: true, offset, checksum, packed, size })
  return {
    head: entryHead(entry()),
    push(bytes, isLast) {
      checksum = crc32(bytes, checksum)
      size += bytes.length
      if (size > MAX_ZIP_BYTES) throw new TooLarge()
      deflate.push(bytes, isLast)
      const chunk = Buffer.concat(ready.splice(0))
      packed += chunk.length
      return chunk
    },
    written: entry,
  }
}
