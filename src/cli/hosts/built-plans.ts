import { readFile } from 'node:fs/promises'
import { brotliDecompressSync } from 'node:zlib'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { hashOf, type RulebookSource } from '../../rulebook/yaml/source.ts'
import { packageFile } from '../package-files.ts'
import { builtInAt, shownBuiltIn } from './built-ins.ts'
import { readText } from './text.ts'

/** A built-in rulebook as the build has read it (`scripts/build.js`): a plan is plain JSON. */
interface BuiltPlan {
  /** The built-ins it was merged from, itself last. */
  readonly from: readonly string[]
  /** Of their texts: a plan of other texts is of no use. */
  readonly sha256: string
  readonly plan: Plan
  readonly diagnostics: readonly Diagnostic[]
}

export interface FoundPlan extends Pick<BuiltPlan, 'plan' | 'diagnostics'> {
  readonly sources: readonly RulebookSource[]
}

/** The plan of a rulebook that ships with leadq; undefined for any other, and where nothing was built. */
export async function readBuiltPlan(path: string): Promise<FoundPlan | undefined> {
  const name = builtInAt(path)
  if (name === undefined) return undefined
  const packed = await readFile(packageFile('dist', 'plans', `${name}.json.br`)).catch(() => undefined)
  if (packed === undefined) return undefined
  const { from, sha256, plan, diagnostics }: BuiltPlan = JSON.parse(brotliDecompressSync(packed).toString())
  const sources = from.map(each => {
    const file = shownBuiltIn(each)
    return { file, text: readText(packageFile('rules', `${each}.yaml`), file) }
  })
  return sha256 === hashOf(sources) ? { plan, diagnostics, sources } : undefined
}
