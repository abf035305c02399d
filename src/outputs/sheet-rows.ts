import { compileCells } from '../engine/cells.ts'
import type { Row, SheetColumn } from '../io/records.ts'
import { FIELDS } from '../ir/catalogue/fields.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Column, contentOf } from '../ir/plan/columns.ts'
import { dayOf } from '../ir/values/calendar.ts'
import { type Cell, FIRST_DAY, LAST_DAY, MAX_CELL_LENGTH } from '../ir/values/cell.ts'
import { headingKey } from '../ir/values/heading.ts'
import { type Moment, readMoment } from '../ir/values/moment.ts'
import { readNumber } from '../ir/values/number.ts'
import { UTC } from '../ir/values/zone.ts'
import type { Renderer, Rendering } from './renderer.ts'

/**
 * Leads as rows of a workbook. The text of a row is its cells as JSON, so that rows can be sorted and kept like the
 * lines of any other output.
 */
export function sheetRows({ input, kept, columns, prefix }: Rendering, bound: BoundPlan): Renderer {
  const ofInput = kept.map(position => ({ position, cellOf: inputCell(position, input, bound) }))
  const ofLeadq = columns.map(leadqCell)
  const textsOf = compileCells(bound, columns)
  let cut = 0
  const check = (cell: Cell) => {
    if (typeof cell === 'string' && cell.length > MAX_CELL_LENGTH) cut += 1
    return cell
  }
  const write = ({ cells }: Row, texts: readonly string[]) =>
    JSON.stringify([
      ...ofInput.map(({ position, cellOf }) => check(cellOf(cells[position] ?? ''))),
      ...texts.map((text, index) => check(ofLeadq[index]?.(text) ?? text)),
    ])
  return {
    head: JSON.stringify([
      ...kept.map(position => input.headings[position] ?? ''),
      ...columns.map(({ name }) => prefix + name),
    ]),
    joint: '',
    tail: '',
    isBook: true,
    formulas: () => 0,
    cut: () => cut,
    lead: (row, verdict) => write(row, textsOf(verdict)),
    write,
  }
}

type CellOf = (text: string) => Cell

/** The workbook cell of an input cell: as its field reads it, else as it was in a workbook, else text. */
function inputCell(position: number, { headings, sheet }: Rendering['input'], { fields, zone }: BoundPlan): CellOf {
  const taking = fields.filter(({ columns }) => columns.includes(position))
  const column = sheet?.columns[position]
  const number = taking.find(({ type }) => type === 'number')
  if (number !== undefined) return column?.type === 'number' ? plainNumber : text => numberCell(text, number.number)
  const date = taking.find(({ type }) => type === 'date')
  if (date !== undefined) return text => dateCell(readMoment(text.trim(), date.date, zone), text)
  return isAlwaysText(headings[position] ?? '', taking) ? text => text : sheetCell(column)
}

/** Ids, phone numbers and postal codes look like numbers but are texts. */
function isAlwaysText(heading: string, taking: readonly { readonly name: string }[]): boolean {
  return taking.some(({ name }) => TEXT_FIELDS.has(name)) || TEXT_HEADINGS.has(headingKey(heading))
}

const TEXTS = Object.entries(FIELDS).filter(([, { type }]) => type === 'text')
const TEXT_FIELDS: ReadonlySet<string> = new Set(TEXTS.map(([name]) => name))
const TEXT_HEADINGS: ReadonlySet<string> = new Set(TEXTS.flatMap(([, { headings }]) => headings.map(headingKey)))

function sheetCell(column: SheetColumn | undefined): CellOf {
  switch (column?.type) {
    case 'number':
      return plainNumber
    case 'date':
      return text => dateCell(readMoment(text, { order: 'iso' }, UTC), text)
    case 'boolean':
      return text => (text === 'TRUE' ? true : text === 'FALSE' ? false : text)
    default:
      return text => text
  }
}

/** A number of a workbook, unless it has more digits than numbers keep. */
function plainNumber(text: string): Cell {
  return /^-?\d+(?:\.\d+)?$/.test(text) && isExact(text) ? Number(text) : text
}

/** A number only if nothing of its text gets lost: no unit, no leading zeros, not more digits than numbers keep. */
function numberCell(text: string, format: Parameters<typeof readNumber>[1]): Cell {
  const trimmed = text.trim()
  if (!/^-?[\d.,' \u00a0\u202f]+$/.test(trimmed) || /^-?0\d/.test(trimmed) || !isExact(trimmed)) return text
  const [, fraction = ''] = trimmed.split(format.decimal)
  const read = fraction.length > 6 ? undefined : readNumber(trimmed, { decimal: format.decimal })
  return read === undefined || read.range ? text : read.value
}

function isExact(digits: string): boolean {
  return digits.replace(/^\D*0*|\D/g, '').length <= 15
}

function dateCell(moment: Moment | undefined, text: string): Cell {
  if (moment === undefined) return text
  const day = 'day' in moment ? moment.day : Math.floor(moment.seconds / 86_400)
  return day >= FIRST_DAY && day <= LAST_DAY ? moment : text
}

/** leadq's own columns. */
function leadqCell(column: Column): CellOf {
  return CELLS[contentOf(column)]
}

const CELLS: Readonly<Record<ReturnType<typeof contentOf>, CellOf>> = {
  text: text => text,
  figure: text => (text === '' ? null : Number(text)),
  day(text) {
    const [year, month, date] = text.split('-').map(Number)
    const day = dayOf(year ?? 0, month ?? 0, date ?? 0)
    return day === undefined ? null : { day }
  },
}
