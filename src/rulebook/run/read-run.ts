import { arrange, type Diagnostic, hasErrors } from '../../base/diagnostic.ts'
import type { FileChoice, OutputSettings, RunPath, RunSettings } from '../../ir/run/run-settings.ts'
import type { JsonSchema } from '../language/json-schema-parts.ts'
import type { Located } from '../language/shape.ts'
import { freeze } from '../read/freeze.ts'
import { type Report, reportTo } from '../read/report-problem.ts'
import { isNull, type MapNode } from '../yaml/node.ts'
import type { RulebookSource } from '../yaml/source.ts'
import { readYaml } from '../yaml/yaml.ts'
import { writeYaml } from '../yaml/yaml-write.ts'
import { readGuards } from './read-guards.ts'
import { type FlagValue, isFlagName, withFlags } from './run-flags.ts'
import { type FilesDraft, type OutputDraft, type RunDraft, runShape, valuesOf } from './run-shape.ts'

export interface ReadRunFile {
  /** Absent if there is any error. */
  readonly settings?: RunSettings
  /** The run file with the flags in it. */
  readonly text: string
  /** All problems, arranged. */
  readonly diagnostics: Diagnostic[]
}

/** What a run file and flags say. Never throws; every problem is found in one go. */
export function readRunFile(source: RulebookSource | undefined, flags: ReadonlyMap<string, FlagValue>): ReadRunFile {
  const problems: Diagnostic[] = []
  const report = reportTo(problems)
  const file = treeOf(source, report)
  const tree = file && withFlags(file, flags)
  const draft = tree && runShape.read(tree, report)
  const settings = draft && settingsOf(draft, report)
  const diagnostics = arrange(problems)
  const text = tree === undefined ? '' : textOf(tree)
  return settings === undefined || hasErrors(diagnostics)
    ? { text, diagnostics }
    : { settings: freeze(settings), text, diagnostics }
}

function textOf(tree: MapNode): string {
  const entries = tree.entries.map(({ key, value }) => ({ key, value: { kind: 'read' as const, node: value } }))
  return writeYaml({ kind: 'map', entries }, { head: 'A run file and the flags of the run.', spelled: true })
}

/** The run file as a JSON Schema. */
export function runSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leadq run file',
    description: 'What `leadq run` reads, writes and watches over every night',
    ...runShape.schema,
  }
}

function treeOf(source: RulebookSource | undefined, report: Report): MapNode | undefined {
  const empty = (file: string): MapNode => ({ kind: 'map', entries: [], place: { file, line: 1, col: 1 } })
  if (source === undefined) return empty('flags')
  const tree = readYaml(source, report)
  if (tree === undefined || tree.kind === 'map') return tree
  if (isNull(tree)) return empty(source.file)
  report('rule/shape', 'expected a map with `inputs`', tree.place)
  return undefined
}

function settingsOf(draft: RunDraft, report: Report): RunSettings {
  const { newest, exactly, events, companies, costs, rules, keep, ping, webhook, metrics, markdown } = draft
  const choose = (files: FilesDraft) => choiceOf(files, { newest: newest?.value ?? false, exactly: exactly?.value })
  const alone = (files: FilesDraft) => choiceOf(files, { newest: false, exactly: undefined })
  const inputs = draft.inputs?.flatMap(each => (each === undefined ? [] : choose(each))) ?? []
  if (inputs.length === 0 && !draft.broken) {
    report('rule/missing-key', 'no `inputs`: which exports shall be scored?', draft.place, {
      hint: 'inputs: [exports/*.csv], or `--inputs "exports/*.csv"`',
    })
  }
  return {
    job: draft.job?.value ?? 'leadq',
    inputs,
    events: events?.flatMap(each => (each === undefined ? [] : alone(each))) ?? [],
    ...(companies && { companies: alone(companies) }),
    ...(costs && { costs: alone(costs) }),
    ...(rules && { rules: pathOf(rules) }),
    out: draft.out === undefined ? { path: 'runs', of: 'file' } : pathOf(draft.out),
    previous: previousOf(draft.previous),
    reading: readingOf(draft),
    outputs: outputsOf(draft.outputs),
    guards: readGuards(draft.guards),
    byOwner: draft.by_owner?.value ?? false,
    ...(keep && { keep: keep.value }),
    ...(ping && { ping: pathOf(ping) }),
    ...(webhook && { webhook: pathOf(webhook) }),
    ...(metrics && { metrics: pathOf(metrics) }),
    ...(markdown && { markdown: pathOf(markdown) }),
    ...(draft.threads && { threads: draft.threads.value }),
    ...(draft.memory && { memory: draft.memory.value }),
    ...(draft.max_duration && { maxDuration: draft.max_duration.value }),
    lockWait: draft.lock_wait?.value ?? 0,
    language: draft.language?.value ?? 'en',
    logFormat: draft.log_format?.value ?? 'text',
  }
}

function pathOf({ value, place }: Located<string>): RunPath {
  return { path: value, of: isFlagName(place.file) ? 'flag' : 'file' }
}

function previousOf(draft: Located<string> | undefined): RunSettings['previous'] {
  if (draft === undefined) return 'latest'
  return draft.value === 'latest' || draft.value === 'none' ? draft.value : pathOf(draft)
}

/** What all patterns are taken by, unless one says otherwise. */
interface Taking {
  readonly newest: boolean
  readonly exactly: number | undefined
}

function choiceOf(draft: FilesDraft, all: Taking): FileChoice {
  const { files, newest, exactly } = 'value' in draft ? { files: draft, newest: undefined, exactly: undefined } : draft
  const count = exactly?.value ?? all.exactly
  return {
    ...pathOf(files),
    newest: newest?.value ?? all.newest,
    ...(count !== undefined && { exactly: count }),
  }
}

function readingOf({ from, input_format, sheet, header, names, with_deleted }: RunDraft): RunSettings['reading'] {
  return {
    ...(from && { from: from.value }),
    ...(input_format && { inputFormat: input_format.value }),
    ...(sheet && { sheet: sheet.value }),
    ...(header && { header: header.value }),
    ...(names && { names: valuesOf(names) }),
    withDeleted: with_deleted?.value ?? false,
  }
}

function outputsOf(drafts: readonly (OutputDraft | undefined)[] = []): OutputSettings[] {
  if (drafts.length === 0) return [{ split: false, escapeFormulas: false }]
  return drafts.flatMap(draft => (draft === undefined ? [] : [outputOf(draft)]))
}

function outputOf(draft: OutputDraft): OutputSettings {
  const { format, only, columns, sort, top, prefix } = draft
  return {
    ...(format && { format: format.value }),
    ...(draft.for && { target: draft.for.value }),
    split: draft.split?.value ?? false,
    ...(only && { only: valuesOf(only) }),
    ...(columns && { columns: valuesOf(columns) }),
    ...(sort && { sort: sort.value }),
    ...(top && { top: top.value }),
    ...(prefix && { prefix: prefix.value }),
    escapeFormulas: draft.escape_formulas?.value ?? false,
  }
}
