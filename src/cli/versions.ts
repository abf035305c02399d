import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSnapshot, splitRef } from './hosts/git.ts'
import { type FoundRulebook, findRulebook } from './rulebook.ts'

/** A rulebook as it is now, or as it was at a git ref: `leadq.yaml`, `b2b`, `main:rules/leadq.yaml`. */
export async function findVersion(wanted: string, cwd: string): Promise<FoundRulebook> {
  const at = existsSync(resolve(cwd, wanted)) ? undefined : splitRef(wanted)
  if (at === undefined) return findRulebook(wanted, cwd)
  const snapshot = openSnapshot(at.ref, cwd)
  const text = snapshot.read(snapshot.resolve(at.path))
  const { readRulebook } = await import('../rulebook/index.ts')
  return { name: wanted, text, ...withPlan(readRulebook({ file: wanted, text })) }
}

function withPlan({
  plan,
  diagnostics,
}: Pick<FoundRulebook, 'diagnostics'> & { readonly plan?: FoundRulebook['plan'] }) {
  return { plan, diagnostics }
}
