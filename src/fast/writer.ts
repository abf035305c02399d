import type { Buffer } from 'node:buffer'
import { shareOut } from '../engine/owner.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../io/formula.ts'
import { LIST_JOINT } from '../ir/plan/columns.ts'
import { type Cells, cellEnd, textsOf } from './cells.ts'
import { cellIn, extendTable, type Spelled, type Table, type Written } from './columns.ts'
import type { Fragments, Memory } from './memory.ts'
import type { Piece } from './pieces.ts'
import type { Reasons } from './reasons.ts'

/** Written leads; the bytes are good until the next chunk is asked for. */
export interface Chunk {
  readonly bytes: Buffer
  readonly leads: number
  /** The same leads by stage, if they were asked for. */
  readonly stages: ReadonlyMap<string, { readonly parts: readonly Buffer[]; readonly leads: number }>
}

export interface Writing extends Spelled {
  /** Columns of the record that stay. */
  readonly kept: readonly number[]
  /** Whether a record is written as it stands, where it stands as it would be written. */
  readonly copies: boolean
  readonly columns: readonly Written[]
  /** Labels of rules stand in a cell as they are: they have no delimiter, quote or line break, and begin no formula. */
  readonly plainReasons: boolean
  readonly owners: Piece<readonly string[]>
  /** What leads are shared out by. */
  keyOf(record: number): string
}

export interface Writer {
  /** Before the leads of a batch. */
  prepare(): void
  /** Writes one lead; false if its text has to come from elsewhere. */
  lead(record: number): boolean
  /** Writes a lead that was rendered elsewhere. */
  text(text: string): void
  /** Bytes written so far since the last reset. */
  written(): number
  /** Bytes from a place on. */
  since(place: number): Buffer
  isFull(): boolean
  reset(): void
  /** Cells that a spreadsheet would run as formulas, so far. */
  formulas(): number
  ownerOf(record: number): string
}

/** Room for the longest lead. */
const RESERVE = 8 * 2 ** 20

export function createWriter(
  cells: Cells,
  memory: Memory,
  fragments: Fragments,
  reasons: Reasons,
  writing: Writing,
): Writer {
  const { bytes, view, output } = memory
  const { delimiter, lineEnd, escapeFormulas, kept, copies, columns, plainReasons, owners, keyOf } = writing
  const end = fragments.of(lineEnd)
  const separator = delimiter.charCodeAt(0)
  const ownerFragments = new Map<string, number>()
  const keepsAll = kept.length === cells.width
  let [at, length] = [fragments.at(), fragments.length()]
  let out = output.from
  let formulas = 0

  function copy(fragment: number): void {
    const from = at[fragment] ?? 0
    const size = length[fragment] ?? 0
    if (size <= 32) {
      for (let place = 0; place < size; place += 4) view.setInt32(out + place, view.getInt32(from + place))
    } else bytes.copyWithin(out, from, from + size)
    out += size
  }

  function writeRecord(record: number): void {
    if (copies && cells.isUsual[record] === 1) {
      const from = cells.starts[record] ?? 0
      const to = cellEnd(cells, record, cells.width - 1)
      bytes.copyWithin(out, from, to)
      out += to - from
      formulas += cells.formulas[record] ?? 0
      return
    }
    const texts = textsOf(cells, record, memory)
    const own = keepsAll ? texts : kept.map(position => texts[position] ?? '')
    for (const cell of own) if (isFormula(cell)) formulas += 1
    out += bytes.write(csvRow(escapeFormulas ? own.map(neutraliseFormula) : own, delimiter), out)
  }

  function writeTable(table: Table, record: number): void {
    const id = table.source.ids[record] ?? 0
    const fragment = table.fragments[id] ?? 0
    if (fragment === 0) out += bytes.write(table.text(id), out)
    else copy(fragment)
    if (table.hasFormulas) formulas += table.formulas[id] ?? 0
  }

  function writeReasons(record: number): boolean {
    const entries = reasons.collect(record)
    if (entries < 0) return false
    bytes[out] = separator
    out += 1
    const from = out
    for (let entry = 0; entry < entries; entry += 1) copy(reasons.fragment(entry))
    // The first entry has no joint before it.
    if (entries > 0) {
      bytes.copyWithin(from, from + JOINT, out)
      out -= JOINT
    }
    if (!plainReasons) writeCell(bytes.toString('utf8', from, out), from)
    return true
  }

  function writeCell(cell: string, from: number): void {
    if (isFormula(cell)) formulas += 1
    out = from + bytes.write(cellIn(cell, writing), from)
  }

  function ownerOf(record: number): string {
    const people = owners.values[owners.ids[record] ?? 0] ?? []
    return people.length < 2 ? (people[0] ?? '') : shareOut(people, keyOf(record))
  }

  function writeOwner(record: number): void {
    const owner = ownerOf(record)
    const known = ownerFragments.get(owner)
    if (known !== undefined) {
      copy(known)
      return
    }
    bytes[out] = separator
    const before = formulas
    writeCell(owner, out + 1)
    if (formulas > before || ownerFragments.size >= MAX_OWNERS) return
    const fragment = fragments.of(delimiter + cellIn(owner, writing))
    if (fragment > 0) ownerFragments.set(owner, fragment)
    ;[at, length] = [fragments.at(), fragments.length()]
  }

  return {
    prepare() {
      for (const column of columns) if (typeof column === 'object') extendTable(column, fragments)
      reasons.prepare()
      ;[at, length] = [fragments.at(), fragments.length()]
    },
    lead(record) {
      const [place, found] = [out, formulas]
      writeRecord(record)
      for (const column of columns) {
        if (column === 'reasons') {
          if (writeReasons(record)) continue
          out = place
          formulas = found
          return false
        }
        if (column === 'owner') writeOwner(record)
        else writeTable(column, record)
      }
      copy(end)
      return true
    },
    text(text) {
      out += bytes.write(text, out)
    },
    written: () => out - output.from,
    since: place => bytes.subarray(output.from + place, out),
    isFull: () => out > output.to - RESERVE,
    reset() {
      out = output.from
    },
    formulas: () => formulas,
    ownerOf,
  }
}

/** Owners whose cells are remembered. */
const MAX_OWNERS = 1000

/** Bytes of what joins two reasons. */
const JOINT = LIST_JOINT.length
