import type { Manifest } from '../../ir/results/manifest.ts'
import { parseManifest } from '../run/parse-manifest.ts'
import type { StagedFile } from './forget-host.ts'

/** An output that a lead was taken out of. */
export interface ForgottenOutput {
  readonly path: string
  /** Rows; null: the whole file goes. */
  readonly removed: number | null
  readonly by?: StagedFile
}

/** The manifest with the new hashes, and with a note of when that was; undefined if it cannot be read. */
export function rewrittenManifest(
  text: string | undefined,
  changed: readonly ForgottenOutput[],
  now: number,
): string | undefined {
  const found = text === undefined ? undefined : parseManifest(text)
  if (found === undefined || 'problem' in found) return undefined
  const { manifest } = found
  const outputs = manifest.outputs.flatMap(output => {
    const change = changed.find(({ path }) => path === output.path)
    if (change === undefined) return [output]
    const { removed, by } = change
    if (removed === null || by === undefined) return []
    const rows = output.rows === null ? null : output.rows - removed
    return [{ ...output, sha256: by.sha256, bytes: by.bytes, rows }]
  })
  const note = { at: new Date(now).toISOString(), leads: 1 }
  const next: Manifest = { ...manifest, outputs, forgotten: [...(manifest.forgotten ?? []), note] }
  return `${JSON.stringify(next, null, 2)}\n`
}
