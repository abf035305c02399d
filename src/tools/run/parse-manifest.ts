import { isReadable } from '../../ir/results/format-version.ts'
import { MANIFEST_VERSION, type Manifest } from '../../ir/results/manifest.ts'

/** A manifest, or why its text is none. */
export type ParsedManifest = { readonly manifest: Manifest } | { readonly problem: string }

/** Reads a manifest that any leadq has written whose format this one knows. */
export function parseManifest(text: string): ParsedManifest {
  const value = parseJson(text)
  if (value === undefined) return { problem: 'it is not valid JSON' }
  if (!isRecord(value) || typeof value.format_version !== 'string') return { problem: 'it is no manifest of leadq' }
  if (!isReadable(value.format_version, MANIFEST_VERSION)) {
    return { problem: `its format is ${value.format_version}, and this leadq reads ${MANIFEST_VERSION}` }
  }
  return isManifest(value) ? { manifest: value } : { problem: 'it is damaged: keys are missing' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const TEXTS = ['run', 'job', 'status', 'started_at', 'finished_at', 'as_of', 'timezone', 'cwd'] as const
const LISTS = ['inputs', 'outputs', 'guards', 'warnings'] as const

/** Whether it has what the next run and `verify` read. */
function isManifest(value: object): value is Manifest {
  const entries = new Map<string, unknown>(Object.entries(value))
  const hasFiles = ['inputs', 'outputs'].every(key => listIn(entries.get(key)).every(isHashed))
  return (
    TEXTS.every(key => typeof entries.get(key) === 'string') &&
    LISTS.every(key => Array.isArray(entries.get(key))) &&
    hasFiles &&
    isRecord(entries.get('stages')) &&
    ['counts', 'rulebook', 'previous'].every(key => entries.get(key) === null || isRecord(entries.get(key)))
  )
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isHashed(value: unknown): boolean {
  return isRecord(value) && typeof value.path === 'string' && typeof value.sha256 === 'string'
}
