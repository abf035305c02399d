import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import {
  type GuardResult,
  type HashedFile,
  type InputRole,
  MANIFEST_VERSION,
  type Manifest,
  type ManifestInput,
  type ManifestOutput,
  type RunStatus,
} from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { InputSummary, Summary } from '../../ir/results/summary.ts'

/** What is known of a run from its start. */
export type RunStart = Pick<
  Manifest,
  'tool' | 'node' | 'platform' | 'run' | 'job' | 'started_at' | 'run_file' | 'as_of' | 'timezone' | 'cwd' | 'rulebook'
>

/** An input file as it was before it was read. */
export interface RunInput extends HashedFile {
  readonly role: InputRole
  readonly modified_at: string
}

/** What is known at its end; what a run that failed did not come to is left out. */
export interface RunEnd {
  readonly status: RunStatus
  readonly exit_code: number
  readonly finished_at: string
  readonly inputs: readonly RunInput[]
  readonly outputs?: readonly HashedFile[]
  readonly summary?: Summary | undefined
  readonly previous?: Manifest['previous']
  readonly guards?: readonly GuardResult[]
  readonly warnings?: readonly Diagnostic[]
  readonly problem?: Diagnostic
}

export function makeManifest(start: RunStart, end: RunEnd): Manifest {
  const { summary } = end
  return {
    format_version: MANIFEST_VERSION,
    ...start,
    status: end.status,
    exit_code: end.exit_code,
    finished_at: end.finished_at,
    inputs: end.inputs.map(input => inputOf(input, summary)),
    outputs: (end.outputs ?? []).map(output => outputOf(output, end)),
    counts: summary?.counts ?? null,
    stages: Object.fromEntries(Object.entries(summary?.stages ?? {}).map(([stage, { leads }]) => [stage, leads])),
    rejects: rejectsOf(summary),
    skipped: skippedOf(summary),
    previous: end.previous ?? null,
    since: summary?.since ?? null,
    due: summary?.due ?? null,
    guards: end.guards ?? [],
    warnings: [...(summary?.warnings ?? []), ...(end.warnings ?? [])],
    problem: end.problem ?? null,
  }
}

function inputOf(input: RunInput, summary: Summary | undefined): ManifestInput {
  const leads = input.role === 'leads' ? summary?.inputs.find(({ name }) => name === input.path) : undefined
  const events = input.role === 'events' ? summary?.events?.files.find(({ name }) => name === input.path) : undefined
  const companies = summary?.inputs.find(({ companies }) => companies?.name === input.path)?.companies
  return {
    ...input,
    rows: leads?.counts.read ?? events?.read ?? (input.role === 'companies' ? companies?.companies : undefined) ?? null,
    system: leads?.system ?? events?.system ?? null,
    columns: leads === undefined ? [] : columnsOf(leads),
  }
}

/** Each column of an input stands in exactly one of these lists. */
function columnsOf({ bound, unused, unmatched }: InputSummary): string[] {
  const names = [
    ...bound.filter(({ by }) => by !== 'companies').flatMap(({ columns }) => columns),
    ...unused.map(({ column }) => column),
    ...unmatched.map(({ column }) => column),
  ]
  return [...new Set(names)]
}

function outputOf(output: HashedFile, { summary }: RunEnd): ManifestOutput {
  const written = summary?.inputs.flatMap(({ outputs }) => outputs) ?? []
  const leads = written.filter(({ path }) => path === output.path).map(each => each.leads)
  const count = leads.length === 0 ? undefined : Math.max(...leads)
  return { ...output, rows: count ?? rowsOf(summary)[output.path] ?? null }
}

/** Rows of the files with fixed names. */
function rowsOf(summary: Summary | undefined): Readonly<Record<string, number>> {
  const { since, due, counts } = summary ?? {}
  return {
    ...(counts && { [RUN_FILES.verdicts]: counts.scored }),
    ...(due && { [RUN_FILES.newSql]: due.new_sql, [RUN_FILES.due]: due.due_today + due.overdue }),
    ...(since && { [RUN_FILES.delta]: since.new + since.moved + since.gone + since.back }),
  }
}

function rejectsOf(summary: Summary | undefined): Manifest['rejects'] {
  const counts: Partial<Record<Code, number>> = {}
  for (const { code, count } of summary?.inputs.flatMap(({ rejects }) => rejects) ?? []) {
    counts[code] = (counts[code] ?? 0) + count
  }
  return counts
}

function skippedOf(summary: Summary | undefined): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { left_out } of summary?.inputs ?? []) {
    for (const [kind, count] of Object.entries(left_out)) counts[kind] = (counts[kind] ?? 0) + count
  }
  return counts
}
