import { resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Gates } from '../ir/plan/gates.ts'
import { readText } from './hosts/text.ts'

/** A file of gates as it was found; without gates it has errors. */
export interface FoundGates {
  readonly name: string
  readonly text: string
  readonly gates: Gates | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export async function readGatesOf(path: string, cwd: string): Promise<FoundGates> {
  const text = await readText(resolve(cwd, path), path)
  const { readGates } = await import('../rulebook/index.ts')
  const { gates, diagnostics } = readGates({ file: path, text })
  return { name: path, text, gates, diagnostics }
}
