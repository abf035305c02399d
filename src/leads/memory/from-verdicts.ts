import { keyText } from '../../io/parquet/table.ts'
import { BEFORE, scoreBefore, TOTAL } from '../../ir/plan/before.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import { createMemory, type GrowingMemory, type Memory, NOTHING } from './memory.ts'
import type { Verdicts } from './verdict-table.ts'

/** The verdicts of a run as a memory: each of its leads is known by one key. */
export function memoryOf(verdicts: Verdicts, name: string, key: readonly string[], fields: readonly string[]): Memory {
  const { rows, keys } = verdicts
  const memory = createMemory(name, key, fields, rows)
  const columns = fields.map(field => numbersOf(verdicts, field, memory))
  const keyedBy = verdicts.column(VERDICT_NAMES.keyedBy)
  const ranks = (keyedBy?.values ?? []).map(field => key.indexOf(String(field)))
  const values = new Int32Array(fields.length)
  for (let row = 0; row < rows; row += 1) {
    const rank = ranks[keyedBy?.ids[row] ?? -1] ?? -1
    const own = keys[row] ?? ''
    if (rank < 0 || own === '') continue
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]
      values[index] = column?.values[column.ids[row] ?? -1] ?? NOTHING
    }
    memory.addByKey(rank, leadKey(keyText(own)), values)
  }
  return memory
}

/** The values of a field as a memory keeps them, by row. */
function numbersOf(verdicts: Verdicts, field: string, { codeOf }: GrowingMemory) {
  const column = verdicts.column(COLUMNS.get(field) ?? VERDICT_PREFIXES.score + field.slice(scoreBefore('').length))
  if (column === undefined) return undefined
  const values = column.values.map(value => (typeof value === 'string' ? codeOf(value) : value))
  return { values, ids: column.ids }
}

const COLUMNS: ReadonlyMap<string, string> = new Map([
  [BEFORE.stage, VERDICT_NAMES.stage],
  [BEFORE.since, VERDICT_NAMES.since],
  [BEFORE.stageBefore, VERDICT_NAMES.stageBefore],
  [scoreBefore(TOTAL), VERDICT_NAMES.total],
])
