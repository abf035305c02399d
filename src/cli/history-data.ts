import type { Diagnostic } from '../base/diagnostic.ts'
import type { Host } from '../leads/host.ts'
import type { AskOutcome } from '../tools/backtest/ask-outcome.ts'
import { FIRST_SEEN, leadsThen, type ThenRequest } from '../tools/history/leads-then.ts'
import { findRuns } from '../tools/history/past-runs.ts'
import { withFile } from '../tools/history/with-file.ts'
import { createRunsOnDisk } from './hosts/run/runs-on-disk.ts'
import { usage } from './options.ts'

/** What `--history` makes of the data of a command. */
export interface HistoryData {
  /** In which the file holds the leads as they were. */
  readonly host: Host
  /** How that is to be read: as CSV, each lead as of its own day. */
  readonly reading: {
    readonly inputFormat: 'csv'
    readonly sheet: undefined
    readonly header: true
    readonly names: undefined
    readonly asOfColumn: string
  }
  readonly remarks: readonly Diagnostic[]
}

/** Puts the leads as the runs in a folder first saw them in the place of today's export. */
export async function readHistoryData(
  folder: string,
  request: ThenRequest & { readonly asOfColumn?: string | undefined },
  { cwd, ask, host }: { readonly cwd: string; readonly ask: AskOutcome | undefined; readonly host: Host },
): Promise<HistoryData> {
  if (request.asOfColumn !== undefined)
    throw usage('--history and --as-of-column: each lead has the day of its first run')
  const runs = createRunsOnDisk(cwd)
  const { content, remarks } = await leadsThen(request, await findRuns(folder, runs), ask, { ...host, ...runs })
  return {
    host: withFile(host, request.data, content),
    reading: { inputFormat: 'csv', sheet: undefined, header: true, names: undefined, asOfColumn: FIRST_SEEN },
    remarks,
  }
}
