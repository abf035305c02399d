import type { Lead } from '../../engine/lead.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Column, LevelText } from '../bins/column.ts'
import { createGrowing, createGrowingIntegers } from './growing.ts'

/** Reads leads into columns, one value after the other. */
export interface ColumnCollector {
  add(lead: Lead): void
  finish(): CollectedColumns
}

export interface CollectedColumns {
  readonly columns: readonly CollectedColumn[]
  /** Columns of dates, which tell something only beside the day a lead came in. */
  readonly dates: readonly CollectedDates[]
  /** Headings of columns with more different values than can be told apart. */
  readonly tooMany: readonly string[]
}

export interface CollectedColumn {
  readonly field: BoundField
  readonly column: Column
}

export interface CollectedDates {
  readonly field: BoundField
  readonly heading: string
  /** `NaN`: nothing there. */
  readonly days: Float64Array
}

/** A column with more different texts than this is one of names, and is not kept. */
const MAX_DISTINCT = 200_000

interface FieldCollector {
  add(lead: Lead): void
  finish(): CollectedColumn | 'too-many'
}

/** Reads the fields that are wanted. */
export function collectColumns(
  { fields }: Pick<BoundPlan, 'fields'>,
  headings: readonly string[],
  isWanted: (field: BoundField) => boolean,
): ColumnCollector {
  const collectors = fields.flatMap((field, slot) => {
    if (field.columns.length === 0 || !isWanted(field)) return []
    const heading = headings[field.columns[0] ?? -1] ?? field.name
    return [{ heading, ...collectorOf(field, slot, heading) }]
  })
  return {
    add(lead) {
      for (const { add } of collectors) add(lead)
    },
    finish() {
      const finished = collectors.map(({ heading, finish }) => ({ heading, found: finish() }))
      return {
        columns: finished.flatMap(({ found }) => (found === 'too-many' || found.field.type === 'date' ? [] : [found])),
        dates: finished.flatMap(({ found, heading }) =>
          found !== 'too-many' && found.field.type === 'date' && found.column.kind === 'number'
            ? [{ field: found.field, heading, days: found.column.values }]
            : [],
        ),
        tooMany: finished.flatMap(({ heading, found }) => (found === 'too-many' ? [heading] : [])),
      }
    },
  }
}

function collectorOf(field: BoundField, slot: number, heading: string): FieldCollector {
  switch (field.type) {
    case 'number':
    case 'date':
      return collectNumbers(field, slot, heading)
    case 'boolean':
    case 'text':
    case 'list':
      return collectLevels(field, slot, heading)
  }
}

function collectNumbers(field: BoundField, slot: number, heading: string): FieldCollector {
  const values = createGrowing()
  return {
    add({ readings }) {
      const value = readings[slot]?.value
      values.push(typeof value === 'number' ? value : Number.NaN)
    },
    finish: () => ({ field, column: { kind: 'number', field: field.name, heading, values: values.values() } }),
  }
}

/** Texts are kept once each; of a list all elements together, joined by a sign that no element has. */
function collectLevels(field: BoundField, slot: number, heading: string): FieldCollector {
  const codes = createGrowingIntegers()
  const known = new Map<string, number>()
  const levels: LevelText[] = []
  let isFull = false
  return {
    add({ readings }) {
      const reading = readings[slot]
      const value = reading?.value
      if (reading === undefined || value === undefined || isFull) return codes.push(-1)
      const key = typeof value === 'object' ? value.join(LIST_SIGN) : String(value)
      const code = known.get(key)
      if (code !== undefined) return codes.push(code)
      isFull = known.size >= MAX_DISTINCT
      const own = ownText(key)
      codes.push(levels.length)
      known.set(own, levels.length)
      levels.push({
        value: typeof value === 'boolean' ? value : own,
        // What a map has turned a cell into is compared, not the cell.
        text:
          typeof value === 'object' || (typeof value === 'string' && field.map.length > 0)
            ? own
            : ownText(reading.text),
      })
    },
    finish: () =>
      isFull
        ? 'too-many'
        : { field, column: { kind: 'levels', field: field.name, heading, codes: codes.values(), levels } },
  }
}

/** Between the elements of a list. */
export const LIST_SIGN = '\u001f'

/** A cell is a slice of a large piece of the file, which it would keep in memory. */
function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
