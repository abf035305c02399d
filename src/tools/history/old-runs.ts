import { isRunId } from '../../ir/results/run-folder.ts'

/** The runs among these names that began more than so many seconds ago. The one that `latest` leads to always stays. */
export function oldRuns(names: readonly string[], seconds: number, now: number, latest: string | undefined): string[] {
  return names.filter(name => isRunId(name) && name !== latest && now - beginOf(name) > seconds * 1000)
}

/** Milliseconds since 1970, from the id of a run. */
function beginOf(id: string): number {
  const [day = '', time = ''] = id.slice(0, '2026-11-28T02-00-00Z'.length).split('T')
  return Date.parse(`${day}T${time.replaceAll('-', ':')}`)
}
