import type { Manifest } from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import { parseManifest } from '../run/parse-manifest.ts'
import type { Night } from './run-page.ts'

/** How many runs a trend goes back. */
const MAX_NIGHTS = 60

/** Of a file that may not be there. */
export type ReadText = (path: string) => Promise<string | undefined>

/** The runs before one, from each to that before it, the oldest first; `folder`: that of all runs. */
export async function nightsBefore(
  previous: Manifest['previous'],
  folder: string,
  readText: ReadText,
): Promise<Night[]> {
  const nights: Night[] = []
  const seen = new Set<string>()
  let run = previous?.run
  while (run !== undefined && !seen.has(run) && nights.length < MAX_NIGHTS) {
    seen.add(run)
    const manifest = await manifestIn(`${folder}/${run}`, readText)
    if (manifest === undefined) break
    nights.unshift({ day: manifest.as_of, stages: manifest.stages })
    run = manifest.previous?.run
  }
  return nights
}

/** The manifest of a run; undefined if there is none that can be read. */
export async function manifestIn(folder: string, readText: ReadText): Promise<Manifest | undefined> {
  const text = await readText(`${folder}/${RUN_FILES.manifest}`)
  const parsed = text === undefined ? undefined : parseManifest(text)
  return parsed === undefined || 'problem' in parsed ? undefined : parsed.manifest
}
