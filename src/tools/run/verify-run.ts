import { plural } from '../../base/counts.ts'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { HashedFile, Manifest } from '../../ir/results/manifest.ts'
import { compareRunIds, RUN_FILES } from '../../ir/results/run-folder.ts'
import type { OutputDifference, Verification } from '../../ir/results/verification.ts'
import { parseManifest } from './parse-manifest.ts'

/** A run folder as it is on disk. */
export interface StoredRun {
  /** As people know it. */
  readonly folder: string
  /** The text of its manifest; undefined if it has none. */
  readonly manifest: string | undefined
  /** Its files without the manifest, hashed. */
  readonly files: readonly HashedFile[]
  /** Runs that a folder of runs holds where it holds no published one. */
  readonly unpublished: readonly string[]
}

/** The manifest of a run folder; throws a `Refusal` if there is none that can be read. */
export function manifestOf({ folder, manifest: text, unpublished }: Omit<StoredRun, 'files'>): Manifest {
  const newest = unpublished.toSorted((a, b) => compareRunIds(idOf(a), idOf(b))).at(-1)
  if (text === undefined && newest !== undefined) {
    const message = `${folder} holds no published run, and ${plural(unpublished.length, 'run')} in quarantine or failed`
    throw new Refusal(diagnose('run/no-manifest', message, { hint: `\`leadq verify ${folder}/${newest}\`` }), 'noInput')
  }
  if (text === undefined) {
    const hint = 'a run folder holds a manifest.json: `leadq verify runs/latest`'
    throw new Refusal(diagnose('run/no-manifest', `${folder} is no run folder of leadq`, { hint }), 'noInput')
  }
  const parsed = parseManifest(text)
  if ('manifest' in parsed) return parsed.manifest
  throw new Refusal(diagnose('run/no-manifest', `${folder}/${RUN_FILES.manifest}: ${parsed.problem}`), 'data')
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Compares the files of a run folder with its manifest, and the numbers of the manifest with each other. */
export function verifyRun(stored: StoredRun): Verification {
  const manifest = manifestOf(stored)
  const { outputs } = manifest
  const known = new Set(outputs.map(({ path }) => path))
  return {
    folder: stored.folder,
    run: manifest.run,
    status: manifest.status,
    as_of: manifest.as_of,
    outputs: outputs.length,
    differences: [...compareFiles(outputs, stored.files), ...wrongSums(manifest)],
    further: stored.files.map(({ path }) => path).filter(path => !known.has(path)),
  }
}

/** What is different about files now. */
export function compareFiles(then: readonly HashedFile[], now: readonly HashedFile[]): OutputDifference[] {
  const found = new Map(now.map(file => [file.path, file]))
  return then.flatMap(({ path, sha256, bytes }) => {
    const file = found.get(path)
    if (file === undefined) return [{ path, problem: 'it is missing' }]
    if (file.sha256 === sha256) return []
    const problem = file.bytes === bytes ? 'other bytes' : `${file.bytes} bytes, and it was ${bytes}`
    return [{ path, problem }]
  })
}

function wrongSums({ counts, stages }: Manifest): OutputDifference[] {
  if (counts === null) return []
  const { read, scored, rejected, duplicate, left_out } = counts
  const inStages = Object.values(stages).reduce((sum, leads) => sum + leads, 0)
  const found: OutputDifference[] = []
  if (read !== scored + rejected + duplicate + left_out) {
    found.push({ path: RUN_FILES.manifest, problem: `${read} read are not the sum of what became of them` })
  }
  if (inStages !== scored) {
    found.push({ path: RUN_FILES.manifest, problem: `${inStages} leads in stages, and ${scored} were scored` })
  }
  return found
}
