import { keyText } from '../../io/parquet/table.ts'
import { BEFORE, scoreBefore, TOTAL } from '../../ir/plan/before.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import { createMemory, type Memory } from './memory.ts'
import type { Verdicts } from './verdict-table.ts'

/** The verdicts of a run as a memory: each of its leads is known by one key. */
export function memoryOf(verdicts: Verdicts, name: string, key: readonly string[], fields: readonly string[]): Memory {
  const memory = createMemory(name, key, fields)
  const columns = fields.map(
    field => COLUMNS.get(field) ?? VERDICT_PREFIXES.score + field.slice(scoreBefore('').length),
  )
  const isText = fields.map(field => field === BEFORE.stage || field === BEFORE.stageBefore)
  const keys: (string | undefined)[] = key.map(() => undefined)
  for (let row = 0; row < verdicts.rows; row += 1) {
    const rank = key.indexOf(verdicts.text(row, VERDICT_NAMES.keyedBy))
    const own = verdicts.keys[row] ?? ''
    if (rank < 0 || own === '') continue
    keys.fill(undefined)
    keys[rank] = leadKey(keyText(own))
    const values = columns.map((column, index) =>
      isText[index] ? verdicts.text(row, column) || undefined : verdicts.number(row, column),
    )
    memory.add(keys, values)
  }
  return memory
}

const COLUMNS: ReadonlyMap<string, string> = new Map([
  [BEFORE.stage, VERDICT_NAMES.stage],
  [BEFORE.since, VERDICT_NAMES.since],
  [BEFORE.stageBefore, VERDICT_NAMES.stageBefore],
  [scoreBefore(TOTAL), VERDICT_NAMES.total],
])
