import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { RUN_FILES, RUNS } from '../../ir/results/run-folder.ts'
import type { Host } from '../host.ts'

/** The file to read of the run before: it itself, or that with the verdicts in the folder of a run, or of the latest one. */
export async function previousFile(path: string, host: Pick<Host, 'kindOf' | 'sizeOf'>): Promise<string> {
  if ((await host.kindOf(path)) !== 'folder') return path
  const latest = `${path}/${RUNS.latest}`
  const folder = (await host.kindOf(latest)) === 'folder' ? latest : path
  const verdicts = `${folder}/${RUN_FILES.verdicts}`
  if ((await host.sizeOf(verdicts)) > 0) return verdicts
  const message = `${path} is no folder of a run: it holds neither \`${RUNS.latest}\` nor \`${RUN_FILES.verdicts}\``
  const hint = 'name the file that `leadq score` wrote, or a folder that `leadq run` wrote'
  throw new Refusal(diagnose('previous/no-run', message, { hint }), 'noInput')
}
