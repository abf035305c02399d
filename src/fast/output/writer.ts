import type { Buffer } from 'node:buffer'
import { isFormula } from '../../io/formula.ts'
import type { Row } from '../../io/records.ts'
import type { Cells } from '../input/cells.ts'
import type { Body } from '../input/json-scan.ts'
import type { Fragments, Memory } from '../memory.ts'
import { extendTable, type Own, type Table, type Written } from './columns.ts'
import { cellIn, type Form, type Json, type Spelled } from './forms.ts'
import { extendJoin, type Join, joinColumns } from './joins.ts'
import type { Reasons } from './reasons.ts'
import { createRecordWriter } from './record-writer.ts'

export interface Writing {
  readonly form: Form
  readonly spelled: Spelled
  readonly columns: readonly Written[]
  /** What stands between the cells of records in memory. */
  readonly delimiter: string
  /** Labels of rules stand in a cell as they are: they have no delimiter, quote or line break, and begin no formula. */
  readonly plainReasons: boolean
  rowOf(record: number): Row
  /** Where the own text of a record of JSON stands in memory, if it does. */
  bodyOf(record: number): Body | undefined
}

type Outcome = 'written' | 'kept back' | 'unknown'

export interface Writer {
  /** Before the leads of a batch. */
  prepare(records: number): void
  /** Writes one lead; `unknown` if its text has to come from elsewhere. */
  lead(record: number): Outcome
  /** Writes a lead that was rendered elsewhere. */
  text(text: string): void
  /** Bytes written so far since the last reset. */
  written(): number
  /** Bytes from a place on, without what stands behind every lead but the last. */
  since(place: number): Buffer
  isFull(): boolean
  reset(): void
  /** Cells that a spreadsheet would run as formulas, so far. */
  formulas(): number
}

/** A column, or several of them, as they are written. */
interface Step {
  readonly column: Written | Join
  /** By record. */
  readonly ids: Int32Array
  /** By number: the fragment, where there is one. */
  texts: Int32Array
  readonly isText: boolean
  hasFormulas: boolean
  /** What stands before the entries of the ledger. */
  readonly before: number
}

const NO_IDS = new Int32Array(1)

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
  const { form, spelled, columns, plainReasons, rowOf, bodyOf } = writing
  const { joint, open, close } = spelled
  const after = fragments.of(spelled.after)
  const between = form.kind === 'json' ? form.joint : ''
  const reasonsBefore = columns.map(column => ('before' in column ? fragments.of(column.before + open) : 0))
  let [at, length] = [fragments.at(), fragments.length()]
  let out = output.from
  let formulas = 0
  const recordWriter =
    form.kind === 'delimited' ? createRecordWriter(cells, memory, form, writing.delimiter) : undefined
  /** The columns, where their texts stand side by side. */
  const steps = (form.kind === 'texts' ? [] : joinColumns(columns, cells.size)).map(stepOf)

  function copy(fragment: number): void {
    const from = at[fragment] ?? 0
    const size = length[fragment] ?? 0
    if (size <= 32) {
      for (let place = 0; place < size; place += 4) view.setInt32(out + place, view.getInt32(from + place))
    } else bytes.copyWithin(out, from, from + size)
    out += size
  }

  function put(text: string): void {
    out += bytes.write(text, out)
  }

  function writeTable(table: Table, record: number): void {
    const id = table.source.ids[record] ?? 0
    const fragment = table.fragments[id] ?? 0
    if (fragment === 0) put(table.text(id))
    else copy(fragment)
    if (table.hasFormulas) formulas += table.formulas[id] ?? 0
  }

  function writeOwn(own: Own, record: number): void {
    const key = own.keyOf(record)
    const known = own.fragments.get(key)
    if (known !== undefined) {
      copy(known)
      return
    }
    const { before, print, isFormula: isRisky } = own.spelling
    const verdict = own.verdictOf(record)
    const text = before + print(verdict)
    put(text)
    if (isRisky(verdict)) formulas += 1
    else if (own.fragments.size < MAX_OWN) {
      const fragment = fragments.of(text)
      if (fragment > 0) own.fragments.set(key, fragment)
      ;[at, length] = [fragments.at(), fragments.length()]
    }
  }

  /** False if an entry of the ledger has no fragment. */
  function writeReasons(before: number, record: number): boolean {
    const entries = reasons.collect(record)
    if (entries < 0) return false
    copy(before)
    const from = out
    for (let entry = 0; entry < entries; entry += 1) copy(reasons.fragment(entry))
    // The first entry has no joint before it.
    if (entries > 0) {
      bytes.copyWithin(from, from + joint, out)
      out -= joint
    }
    if (form.kind === 'delimited' && !plainReasons) {
      const cell = bytes.toString('utf8', from, out)
      if (isFormula(cell)) formulas += 1
      out = from
      put(cellIn(cell, form))
    }
    if (close !== '') put(close)
    return true
  }

  function writeColumn(column: Written, before: number, record: number): boolean {
    if ('source' in column) writeTable(column, record)
    else if ('keyOf' in column) writeOwn(column, record)
    else return writeReasons(before, record)
    return true
  }

  function stepOf(column: Written | Join): Step {
    const step = { column, ids: NO_IDS, texts: NO_IDS, isText: false, hasFormulas: false, before: 0 }
    if ('tables' in column) return { ...step, ids: column.piece.ids, isText: true }
    if ('source' in column) return { ...step, ids: column.source.ids, isText: true }
    return 'before' in column ? { ...step, before: fragments.of(column.before + open) } : step
  }

  function writeStep({ column, before }: Step, record: number): boolean {
    if (!('tables' in column)) return writeColumn(column, before, record)
    for (const table of column.tables) writeTable(table, record)
    return true
  }

  /** Most columns are a look in a table and a copy; the others are out of line. */
  function writeColumns(record: number): boolean {
    for (let index = 0; index < steps.length; index += 1) {
      const step = steps[index]
      if (step === undefined) break
      const fragment = step.isText && !step.hasFormulas ? (step.texts[step.ids[record] ?? 0] ?? 0) : 0
      if (fragment > 0) copy(fragment)
      else if (!writeStep(step, record)) return false
    }
    copy(after)
    return true
  }

  /** The member stands before the last brace of the record. */
  function writeJson({ around, copied }: Json, record: number): Outcome {
    const body = copied === undefined ? undefined : bodyOf(record)
    if (body === undefined) {
      const [front, back] = around(rowOf(record))
      put(front)
      if (!writeColumns(record)) return 'unknown'
      put(back + between)
      return 'written'
    }
    const { from, to, end } = body
    bytes.copyWithin(out, from, to)
    out += to - from
    bytes[out] = COMMA
    out += 1
    if (!writeColumns(record)) return 'unknown'
    bytes.copyWithin(out, to, end)
    out += end - to
    put(copied + between)
    return 'written'
  }

  function writeLead(record: number): Outcome {
    switch (form.kind) {
      case 'delimited':
        if (recordWriter !== undefined) out = recordWriter.write(record, out)
        return writeColumns(record) ? 'written' : 'unknown'
      case 'json':
        return writeJson(form, record)
      case 'texts': {
        const texts: string[] = []
        const place = out
        for (const [index, column] of columns.entries()) {
          if (!writeColumn(column, reasonsBefore[index] ?? 0, record)) return 'unknown'
          texts.push(bytes.toString('utf8', place, out))
          out = place
        }
        const text = form.write(rowOf(record), texts)
        if (text === undefined) return 'kept back'
        put(text)
        return 'written'
      }
    }
  }

  function prepareStep(step: Step, records: number): void {
    const { column } = step
    if ('tables' in column) {
      extendJoin(column, records, fragments)
      step.hasFormulas = column.tables.some(({ hasFormulas }) => hasFormulas)
    } else if ('source' in column) step.hasFormulas = column.hasFormulas
    else return
    step.texts = column.fragments
  }

  return {
    prepare(records) {
      for (const column of columns) if ('source' in column) extendTable(column, fragments)
      for (const step of steps) prepareStep(step, records)
      reasons.prepare()
      ;[at, length] = [fragments.at(), fragments.length()]
    },
    lead(record) {
      const [place, found, ofRecords] = [out, formulas, recordWriter?.formulas ?? 0]
      const outcome = writeLead(record)
      if (outcome === 'written') return outcome
      out = place
      formulas = found
      if (recordWriter !== undefined) recordWriter.formulas = ofRecords
      return outcome
    },
    text: text => put(text + between),
    written: () => out - output.from,
    since: place => bytes.subarray(output.from + place, Math.max(output.from + place, out - between.length)),
    isFull: () => out > output.to - RESERVE,
    reset() {
      out = output.from
    },
    formulas: () => formulas + (recordWriter?.formulas ?? 0),
  }
}

const COMMA = 0x2c

/** Keys of a column whose texts are remembered. */
const MAX_OWN = 16_384
