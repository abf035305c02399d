import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { commit, type Host } from '../../leads/host.ts'
import { type Baseline, NO_BASELINE, parseBaseline, printBaseline } from '../../lint/findings/baseline.ts'

/** Enough for some hundred thousand findings; a larger file is not a baseline. */
const MAX_BYTES = 50_000_000

/** The baseline in a file; where one is about to be written, there need not be one yet. */
export async function readBaseline(path: string, host: Host, isNew: boolean): Promise<Baseline> {
  const text = await read(path, host).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.diagnostic.code !== 'file/not-found') throw error
    if (isNew) return undefined
    const hint = '`--update-baseline` writes one with everything that is found now'
    throw new Refusal({ ...error.diagnostic, hint }, error.exit)
  })
  if (text === undefined) return NO_BASELINE
  const baseline = parseBaseline(text)
  if (baseline !== undefined) return baseline
  const hint = 'a baseline is written by `leadq lint --baseline FILE --update-baseline`'
  throw new Refusal(diagnose('file/json', `${path} is not a baseline of lint`, { hint }), 'data')
}

async function read(path: string, host: Host): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of await host.read(path)) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) {
      throw new Refusal(diagnose('file/unreadable', `${path} is too large for a baseline (over 50 MB)`), 'noInput')
    }
  }
  return Buffer.concat(chunks).toString('utf8')
}

export async function writeBaseline(path: string, baseline: Baseline, host: Host): Promise<void> {
  const sink = await host.create(path, 'update')
  await sink.write(printBaseline(baseline))
  await commit([sink])
}
