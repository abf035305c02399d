import { compileCoercion } from '../../engine/coerce.ts'
import type { Lead } from '../../engine/lead.ts'
import { dictionaryOf } from '../../io/bind/bind-field.ts'
import { isCatalogueField, knownColumns } from '../../io/bind/match.ts'
import type { Row } from '../../io/records.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { BoundColumn } from '../../ir/results/summary.ts'
import type { Value } from '../../ir/values/value.ts'
import type { Opened } from '../../leads/open.ts'

/** An input, and the first of its leads. */
export interface Looked extends Opened {
  readonly rows: readonly Row[]
}

/** A field of a file and its values. */
export interface Profile {
  readonly field: Field
  /**
   * How the field was found: by the catalogue, a system's headings, or a person; `own` for a field that leadq does not
   * know.
   */
  readonly by: BoundColumn['by'] | 'own'
  /** Headings of its columns. */
  readonly headings: readonly string[]
  /** Of so many leads. */
  readonly leads: number
  readonly filled: number
  readonly invalid: number
  /** Its values, the most frequent first; of a list its elements. */
  readonly values: readonly FoundValue[]
}

export interface FoundValue {
  readonly value: Exclude<Value, readonly string[]>
  /** As it was first spelled. */
  readonly text: string
  readonly count: number
}

/** A column that is no field yet. */
export interface StrangeColumn {
  /** As a rulebook names it: `Phone Number#2` is the second of that name. */
  readonly name: string
  readonly heading: string
  readonly cells: readonly string[]
}

/** The values of each field that the input has. */
export function profileFields({ binding, input, rows }: Looked): Profile[] {
  const { bound, columns } = binding
  const coerce = compileCoercion(bound)
  const leads = rows.map(({ cells }) => coerce(cells))
  return bound.fields.flatMap((field, slot) => {
    if (field.columns.length === 0) return []
    const by = isCatalogueField(field.name) ? columns.find(column => column.field === field.name)?.by : undefined
    return [{ ...profile(field, slot, input.headings, leads), by: by ?? 'own' }]
  })
}

function profile(
  field: BoundField,
  slot: number,
  headings: readonly string[],
  leads: readonly Lead[],
): Omit<Profile, 'by'> {
  const found = new Map<string, { value: FoundValue['value']; text: string; count: number }>()
  let filled = 0
  let invalid = 0
  for (const { readings } of leads) {
    const reading = readings[slot]
    if (reading?.state === 'invalid') invalid += 1
    if (reading?.value === undefined || reading.state === 'invalid') continue
    if (reading.state !== 'empty') filled += 1
    const values = typeof reading.value === 'object' ? reading.value : [reading.value]
    for (const value of values) {
      const known = found.get(String(value))
      if (known !== undefined) known.count += 1
      else found.set(String(value), { value, text: values.length === 1 ? reading.text : String(value), count: 1 })
    }
  }
  const values = [...found.values()].sort((a, b) => b.count - a.count)
  const { name, type, from, map, split } = field
  return {
    field: { name, type, from, map, ...(split !== undefined && { split }) },
    headings: field.columns.map(position => headings[position] ?? ''),
    leads: leads.length,
    filled,
    invalid,
    values,
  }
}

/** Columns with more different values than this are of names or texts. */
const MAX_VALUES = 60

/** Whether values, by how often each is there, repeat themselves enough to be listed. */
export function isTable(counts: readonly number[]): boolean {
  const filled = counts.reduce((sum, count) => sum + count, 0)
  const repeated = counts.reduce((sum, count) => (count > 1 ? sum + count : sum), 0)
  return counts.length > 1 && counts.length <= MAX_VALUES && 2 * repeated >= filled && repeated > 0
}

/** Longer texts are not headings. */
const MAX_HEADING_LENGTH = 100

/** The unknown columns with their filled cells. */
export function strangeColumns({ input, kept, binding, rows }: Looked): StrangeColumn[] {
  const { headings } = input
  const taken = new Set([
    ...knownColumns(headings, dictionaryOf(binding.system)),
    ...binding.bound.fields.flatMap(({ columns }) => columns),
  ])
  return kept.flatMap(position => {
    const heading = headings[position] ?? ''
    const isUsable = heading.trim() !== '' && heading.length <= MAX_HEADING_LENGTH && !/\p{Cs}/u.test(heading)
    if (taken.has(position) || !isUsable) return []
    const before = headings.slice(0, position).filter(other => other === heading).length
    const cells = rows.map(row => row.cells[position]?.trim() ?? '').filter(cell => cell !== '')
    return [{ name: before === 0 ? heading : `${heading}#${before + 1}`, heading, cells }]
  })
}
