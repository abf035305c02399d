import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose, hasErrors } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import type { Plan } from '../ir/plan.ts'
import type { Rulebook } from '../tools/score.ts'
import { readBuiltPlan, sha256Of } from './hosts/built-plans.ts'
import { readText } from './hosts/text.ts'
import { packageFile } from './package-files.ts'

export const DEFAULT_RULEBOOK = 'leadq.yaml'
const BUILT_IN = 'b2b'

/** A rulebook as it was found: its text, and what reading it had to say. */
export interface FoundRulebook {
  /** As people know it: the path they gave, or `built-in b2b`. */
  readonly name: string
  readonly text: string
  readonly plan: Plan | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Set if nobody asked for this one. */
  readonly chosen?: Diagnostic
}

/** The rulebook of `-r`: a file, or the name of a built-in. Without one the nearest `leadq.yaml`, else the built-in `b2b`. */
export async function findRulebook(wanted: string | undefined, cwd: string): Promise<FoundRulebook> {
  if (wanted !== undefined) {
    const builtIn = !existsSync(resolve(cwd, wanted)) && builtInPath(wanted)
    return builtIn ? read(builtIn, `built-in ${wanted}`) : read(resolve(cwd, wanted), wanted, missing(wanted))
  }
  const nearest = above(cwd)
  if (nearest !== undefined) {
    const name = nearest === join(cwd, DEFAULT_RULEBOOK) ? DEFAULT_RULEBOOK : nearest
    return { ...(await read(nearest, name)), chosen: diagnose('cli/rulebook', `rulebook: ${name}`) }
  }
  const chosen = diagnose(
    'cli/rulebook',
    `no ${DEFAULT_RULEBOOK} here or above: the built-in \`${BUILT_IN}\` is used`,
    {
      hint: `start your own with \`leadq rules show ${BUILT_IN} > ${DEFAULT_RULEBOOK}\``,
    },
  )
  return { ...(await read(builtInPath(BUILT_IN) ?? BUILT_IN, `built-in ${BUILT_IN}`)), chosen }
}

/** The names of the rulebooks that ship with leadq. */
export function builtIns(): string[] {
  return readdirSync(packageFile('rules'))
    .filter(file => file.endsWith('.yaml') && !file.endsWith('.test.yaml'))
    .map(file => file.replace(/\.yaml$/, ''))
    .sort()
}

/** A rulebook that gives a plan, as tools take it. */
export function usable({ plan, name, text, diagnostics }: FoundRulebook): Rulebook | undefined {
  if (plan === undefined || hasErrors(diagnostics)) return undefined
  const version = plan.version === undefined ? {} : { version: plan.version }
  return { plan, diagnostics, summary: { name: plan.name, ...version, source: name, sha256: sha256Of(text) } }
}

async function read(path: string, name: string, hint?: string): Promise<FoundRulebook> {
  const text = await readText(path, name, hint)
  // Reading YAML is a large part of a short run: the built-in rulebooks were read when leadq was built.
  const known = await readBuiltPlan(path, text)
  if (known !== undefined) return { name, text, ...known }
  const { readRulebook } = await import('../rulebook/index.ts')
  const { plan, diagnostics } = readRulebook({ file: name, text })
  return { name, text, plan, diagnostics }
}

function builtInPath(name: string): string | undefined {
  return builtIns().includes(name) ? packageFile('rules', `${name}.yaml`) : undefined
}

function missing(name: string): string {
  return didYouMean(name, builtIns()) ?? `a file, or one of the built-in rulebooks: ${builtIns().join(', ')}`
}

function above(folder: string): string | undefined {
  const path = join(folder, DEFAULT_RULEBOOK)
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : above(dirname(folder))
}
