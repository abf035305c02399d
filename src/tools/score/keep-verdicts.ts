import { createCollector } from '../../io/parquet/collector.ts'
import { writeTable } from '../../io/parquet/write-table.ts'
import { memoryKey } from '../../ir/plan/key-fields.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import {
  VERDICT_NAMES,
  VERDICTS_NOTE,
  VERDICTS_VERSION,
  type VerdictTaker,
  verdictColumnsOf,
} from '../../ir/results/verdict-file.ts'
import type { Change, Host } from '../../leads/host.ts'

/** The file with the verdicts of a run while it grows. */
export interface VerdictFile {
  readonly taker: VerdictTaker
  /** Writes it; gives what is left to commit. */
  end(): Promise<Change>
}

/** Collects the verdicts of all leads that are scored. */
export function createVerdictFile(path: string, plan: Plan, host: Pick<Host, 'create'>): VerdictFile {
  const columns = verdictColumnsOf(plan)
  const keyFields = memoryKey(plan)
  const keyedBy = { name: VERDICT_NAMES.keyedBy, type: 'text' } as const
  const collector = createCollector([...columns, keyedBy])
  // `keyed_by` is the last column while they are collected.
  const row = new Int32Array(columns.length + 1)
  const fields = keyFields.map(name => collector.placeOf(columns.length, name))
  const email = keyFields.indexOf('email')
  const taker: VerdictTaker = {
    columns,
    keyFields,
    placeOf: collector.placeOf,
    add(field, key, places) {
      row.set(places)
      row[columns.length] = fields[field] ?? -1
      collector.add(field === email ? leadKey(key) : key, row)
    },
  }
  return {
    taker,
    async end() {
      const table = collector.table(VERDICT_NAMES.key, { [VERDICTS_NOTE]: VERDICTS_VERSION })
      const own = table.columns.findLast(({ name }) => name === VERDICT_NAMES.keyedBy)
      const sink = await host.create(path, 'unmarked')
      try {
        const ordered = { ...table, columns: [...(own === undefined ? [] : [own]), ...table.columns.slice(0, -1)] }
        for (const bytes of writeTable(ordered)) await sink.write(bytes)
      } catch (error) {
        await sink.discard()
        throw error
      }
      return sink
    },
  }
}
