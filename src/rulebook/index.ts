import { arrange, type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { Plan } from '../ir/plan.ts'
import { freeze } from './freeze.ts'
import { rulebookShape } from './language.ts'
import { readLayers } from './layers.ts'
import { listsOf } from './lists.ts'
import { mergeLayers } from './merge.ts'
import { printMerged } from './merged-text.ts'
import { readPlan } from './plan.ts'
import { reportTo } from './report.ts'
import { type Library, NO_LIBRARY, type RulebookSource } from './source.ts'

export { type Comment, readComments } from './comments.ts'
export { gatesSchema, readGates } from './gates.ts'
export type { JsonSchema, JsonType } from './json-schema.ts'
export { checkPattern } from './pattern.ts'
export { DATES } from './same.ts'
export { rulebookSchema } from './schema.ts'
export { hashOf, type Library, type Missing, type RulebookSource } from './source.ts'
export { testSchema } from './tests/language.ts'
export { type CheckedTests, type ReadTestFile, readTestFile } from './tests/tests.ts'
export {
  type Inline,
  type InlineMap,
  inlineYaml,
  type Written,
  type WrittenEntry,
  type WrittenItem,
  writeYaml,
} from './yaml-write.ts'

export interface ReadRulebook {
  /** Frozen; absent if there is any error. */
  readonly plan?: Plan
  /** All problems, arranged. */
  readonly diagnostics: Diagnostic[]
  /** Its text and those of all rulebooks it extends, which come first. */
  readonly sources: readonly RulebookSource[]
}

/** The text of a rulebook, and of those that it extends, as a plan. Never throws; every problem is found in one go. */
export function readRulebook(source: RulebookSource, library: Library = NO_LIBRARY): ReadRulebook {
  const problems: Diagnostic[] = []
  const report = reportTo(problems)
  const { layers, sources } = readLayers(source, library, report)
  const tree = layers && mergeLayers(layers, report)
  const draft = tree && rulebookShape.read(tree, report)
  const files = sources.map(({ file }) => file)
  const plan = draft && readPlan(draft, baseName(source.file), files, report)
  const diagnostics = arrange(problems)
  if (tree === undefined || plan === undefined || hasErrors(diagnostics)) return { diagnostics, sources }
  return { plan: freeze({ ...plan, ...listsOf(tree) }), diagnostics, sources }
}

/** A rulebook with all that it extends as one text; undefined if there is nothing to merge, or no way to. */
export function mergedText(source: RulebookSource, library: Library): string | undefined {
  const { layers } = readLayers(source, library, () => {})
  if (layers === undefined || layers.length === 1) return undefined
  const tree = mergeLayers(layers, () => {})
  return printMerged(
    tree,
    baseName(source.file),
    layers.map(({ file }) => file),
  )
}

/** `rules/saas.yaml` -> `saas`. */
function baseName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file
  return name.replace(/\.ya?ml$/i, '') || file
}
