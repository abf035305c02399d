import { arrange, type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { Plan } from '../ir/plan/plan.ts'
import { rulebookShape } from './language/language.ts'
import { readLayers } from './layers/layers.ts'
import { mergeLayers } from './layers/merge.ts'
import { printMerged } from './layers/merged-text.ts'
import { freeze } from './read/freeze.ts'
import { listsOf } from './read/read-lists.ts'
import { readPlan } from './read/read-plan.ts'
import { reportTo } from './read/report-problem.ts'
import { type Library, NO_LIBRARY, type RulebookSource } from './yaml/source.ts'

export type { JsonSchema, JsonType } from './language/json-schema-parts.ts'
export { rulebookSchema } from './language/rulebook-schema.ts'
export { type Mend, mendRulebook } from './mend/mend.ts'
export { checkPattern } from './read/conditions/read-pattern.ts'
export { DATES } from './read/read-duplicates.ts'
export { gatesSchema, readGates } from './read/read-gates.ts'
export { lostComments } from './relearn/people.ts'
export { learnedRules, type Relearning, relearn, withKept } from './relearn/relearn.ts'
export { readRunFile, runSchema } from './run/read-run.ts'
export { type FlagValue, RUN_FLAGS, type RunFlag, textsOfFlags } from './run/run-flags.ts'
export { type CheckedTests, type ReadTestFile, readTestFile } from './tests/read-tests.ts'
export { testSchema } from './tests/test-language.ts'
export { type Comment, readComments } from './yaml/comments.ts'
export { hashOf, type Library, type Missing, type RulebookSource } from './yaml/source.ts'
export { spellingsOf } from './yaml/spellings.ts'
export {
  type Inline,
  type InlineMap,
  inlineYaml,
  type Written,
  type WrittenEntry,
  type WrittenItem,
  writeYaml,
} from './yaml/yaml-write.ts'

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
