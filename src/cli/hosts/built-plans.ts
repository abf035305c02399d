import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Plan } from '../../ir/plan.ts'
import { packageFile } from '../package-files.ts'

/** A built-in rulebook as the build has read it (`scripts/build.js`): a plan is plain JSON. */
interface BuiltPlan {
  /** Of the rulebook's text: a plan of another text is of no use. */
  readonly sha256: string
  readonly plan: Plan
  readonly diagnostics: readonly Diagnostic[]
}

/** The plan of a rulebook that ships with leadq; undefined for any other, and where nothing was built. */
export async function readBuiltPlan(
  path: string,
  text: string,
): Promise<Pick<BuiltPlan, 'plan' | 'diagnostics'> | undefined> {
  if (dirname(path) !== packageFile('rules')) return undefined
  const file = packageFile('dist', 'plans', `${basename(path, '.yaml')}.json`)
  const json = await readFile(file, 'utf8').catch(() => undefined)
  if (json === undefined) return undefined
  const { sha256, plan, diagnostics }: BuiltPlan = JSON.parse(json)
  return sha256 === sha256Of(text) ? { plan, diagnostics } : undefined
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
