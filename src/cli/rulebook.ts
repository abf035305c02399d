import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose, hasErrors } from '../base/diagnostic.ts'
import type { Plan } from '../ir/plan/plan.ts'
import { hashOf, isRulebookText, type RulebookSource } from '../rulebook/yaml/source.ts'
import type { Rulebook } from '../tools/score/score-request.ts'
import { leadsOutside } from './hosts/boundary.ts'
import { builtInHint, builtInPath, shownBuiltIn } from './hosts/built-ins.ts'
import { readBuiltPlan } from './hosts/built-plans.ts'
import { createLibrary } from './hosts/library.ts'
import { readText } from './hosts/text.ts'

export const DEFAULT_RULEBOOK = 'leadq.yaml'
const BUILT_IN = 'b2b'

/** A rulebook as it was found: its text, and what reading it had to say. */
export interface FoundRulebook {
  /** As people know it: the path they gave, or `built-in b2b`. */
  readonly name: string
  readonly path: string
  readonly text: string
  /** The texts that it was merged from: those it extends, and its own. */
  readonly sources: readonly RulebookSource[]
  readonly plan: Plan | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Set if nobody asked for this one. */
  readonly chosen?: Diagnostic
}

/** The rulebook of `-r`: a file, or the name of a built-in. Without one the nearest `leadq.yaml`, else the built-in `b2b`. */
export async function findRulebook(wanted: string | undefined, cwd: string): Promise<FoundRulebook> {
  if (wanted !== undefined) {
    const builtIn = !existsSync(resolve(cwd, wanted)) && builtInPath(wanted)
    return builtIn
      ? read(builtIn, shownBuiltIn(wanted), cwd)
      : read(resolve(cwd, wanted), wanted, cwd, builtInHint(wanted))
  }
  const nearest = above(cwd)
  if (nearest !== undefined) {
    const name = nearest === join(cwd, DEFAULT_RULEBOOK) ? DEFAULT_RULEBOOK : nearest
    return { ...(await read(nearest, name, cwd)), chosen: diagnose('cli/rulebook', `rulebook: ${name}`) }
  }
  const chosen = diagnose(
    'cli/rulebook',
    `no ${DEFAULT_RULEBOOK} here or above: the built-in \`${BUILT_IN}\` is used`,
    {
      hint: `start your own with \`leadq rules show ${BUILT_IN} > ${DEFAULT_RULEBOOK}\``,
    },
  )
  return { ...(await read(builtInPath(BUILT_IN) ?? BUILT_IN, shownBuiltIn(BUILT_IN), cwd)), chosen }
}

/** A rulebook that gives a plan, as tools take it. */
export function usable({ plan, name, sources, diagnostics }: FoundRulebook): Rulebook | undefined {
  if (plan === undefined || hasErrors(diagnostics)) return undefined
  const version = plan.version === undefined ? {} : { version: plan.version }
  return { plan, diagnostics, summary: { name: plan.name, ...version, source: name, sha256: hashOf(sources) } }
}

/** The lines of a rulebook, and of those it extends, by the names that diagnostics have for these files. */
export function textsOf({ sources, path }: FoundRulebook): Map<string, string> {
  // A link may lead to any file of this machine.
  const shown = leadsOutside(path) ? sources.filter(({ text }) => isRulebookText(text)) : sources
  return new Map(shown.map(({ file, text }) => [file, text]))
}

async function read(path: string, name: string, cwd: string, hint?: string): Promise<FoundRulebook> {
  // Reading YAML is a large part of a short run: the built-in rulebooks were read when leadq was built.
  const known = await readBuiltPlan(path)
  if (known !== undefined) return { path, name, text: known.sources.at(-1)?.text ?? '', ...known }
  const text = readText(path, name, hint)
  const { readRulebook } = await import('../rulebook/index.ts')
  const { plan, diagnostics, sources } = readRulebook({ file: name, text }, createLibrary({ path, name, cwd }))
  return { path, name, text, plan, diagnostics, sources }
}

function above(folder: string): string | undefined {
  const path = join(folder, DEFAULT_RULEBOOK)
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : above(dirname(folder))
}
