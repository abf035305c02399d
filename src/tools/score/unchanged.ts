import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { type Host, STDIO } from '../../leads/host.ts'
import type { ScoreRequest } from './score-request.ts'

type Stamps = ReadonlyMap<string, string | undefined>

/** What the files of a run are like before they are read. */
export async function stampsOf(
  { inputs, events, companies, costs }: ScoreRequest,
  host: Pick<Host, 'stampOf'>,
): Promise<Stamps> {
  const others = [companies, costs].filter(path => path !== undefined)
  const paths = [...inputs, ...events, ...others].filter(path => path !== STDIO)
  return new Map(await Promise.all(paths.map(async path => [path, await host.stampOf(path)] as const)))
}

/** An input that somebody wrote to while it was read may be a mixture of two states. */
export async function refuseChanged(stamps: Stamps, host: Pick<Host, 'stampOf'>): Promise<void> {
  for (const [path, stamp] of stamps) {
    if ((await host.stampOf(path)) === stamp) continue
    const hint = 'try again when it is no longer being written'
    throw new Refusal(diagnose('file/changed', `${path} changed while it was being read`, { hint }), 'tryAgain')
  }
}
