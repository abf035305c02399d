import { openInput } from '../../../io/read.ts'
import { RUN_FILES } from '../../../ir/results/run-folder.ts'
import { parseManifest } from '../parse-manifest.ts'
import type { RunHost } from '../run-host.ts'

/** How many runs are looked at for leads that come back. */
const MAX_RUNS = 60

/** The keys of leads that were gone in a run, and in those before it: whoever is among them and is new today is back. */
export async function earlierGone(folder: string, host: Pick<RunHost, 'readText'>): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  let place: string | undefined = folder
  for (let run = 0; run < MAX_RUNS && place !== undefined; run += 1) {
    const text = await host.readText(`${place}/${RUN_FILES.delta}`)
    for (const key of text === undefined ? [] : await goneIn(text)) gone.add(key)
    place = await runBefore(place, host)
  }
  return gone
}

async function runBefore(folder: string, host: Pick<RunHost, 'readText'>): Promise<string | undefined> {
  const text = await host.readText(`${folder}/${RUN_FILES.manifest}`)
  const parsed = text === undefined ? undefined : parseManifest(text)
  if (parsed === undefined || 'problem' in parsed || parsed.manifest.previous === null) return undefined
  return `${folder.replace(/\/?[^/]*$/, '')}/${parsed.manifest.previous.run}`.replace(
    /^\//,
    folder.startsWith('/') ? '/' : '',
  )
}

async function goneIn(text: string): Promise<string[]> {
  const bytes = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const input = await openInput(bytes, { name: RUN_FILES.delta, format: 'csv', header: true })
  const [key, kind] = ['key', 'kind'].map(name => input.headings.indexOf(name))
  const keys: string[] = []
  for await (const { rows } of input.batches)
    for (const { cells } of rows) if (cells[kind ?? -1] === 'gone') keys.push(cells[key ?? -1] ?? '')
  return keys
}
