import { arrange, type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { Plan } from '../ir/plan.ts'
import { freeze } from './freeze.ts'
import { rulebookShape } from './language.ts'
import { readPlan } from './plan.ts'
import { reportTo } from './report.ts'
import { readYaml } from './yaml.ts'

export { gatesSchema, readGates } from './gates.ts'
export type { JsonSchema, JsonType } from './json-schema.ts'
export { DATES } from './same.ts'
export { rulebookSchema } from './schema.ts'
export {
  type Inline,
  type InlineMap,
  inlineYaml,
  type Written,
  type WrittenEntry,
  type WrittenItem,
  writeYaml,
} from './yaml-write.ts'

export interface RulebookSource {
  /** As it is named in diagnostics. */
  readonly file: string
  readonly text: string
}

export interface ReadRulebook {
  /** Frozen; absent if there is any error. */
  readonly plan?: Plan
  /** All problems, arranged. */
  readonly diagnostics: Diagnostic[]
}

/** The text of a rulebook as a plan. Never throws; every problem is found in one go. */
export function readRulebook(source: RulebookSource): ReadRulebook {
  const problems: Diagnostic[] = []
  const report = reportTo(problems)
  const tree = readYaml(source, report)
  const draft = tree && rulebookShape.read(tree, report)
  const plan = draft && readPlan(draft, baseName(source.file), report)
  const diagnostics = arrange(problems)
  return plan === undefined || hasErrors(diagnostics) ? { diagnostics } : { plan: freeze(plan), diagnostics }
}

/** `rules/saas.yaml` -> `saas`. */
function baseName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file
  return name.replace(/\.ya?ml$/i, '') || file
}
