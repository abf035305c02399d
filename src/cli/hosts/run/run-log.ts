import type { LogLine } from '../../../tools/run/run-host.ts'
import type { Surroundings } from '../../surroundings.ts'

export interface RunLogOptions {
  readonly format: 'text' | 'json'
  /** Only errors are logged. */
  readonly quiet: boolean
  readonly run: string
  readonly job: string
}

/** The log of a run on stderr: one line for each event, with the run's id, and never with a cell of a lead. */
export function createRunLog({ stderr, now }: Surroundings, options: RunLogOptions): (line: LogLine) => void {
  const { format, quiet, run, job } = options
  return ({ level, event, message, data }) => {
    if (quiet && level !== 'error') return
    const ts = new Date(now()).toISOString()
    const text =
      format === 'json'
        ? JSON.stringify({ ts, level, event, run_id: run, job, message, ...data })
        : `${ts.slice(0, 19)}Z ${run} ${level.padEnd(7)} ${String(data?.code ?? event).padEnd(9)} ${message}`
    stderr.write(`${text.replace(/[\n\r\u2028\u2029]/g, ' ')}\n`)
  }
}
