import { IMPORTS, type ImportName } from '../../ir/catalogue/imports.ts'
import { SYSTEMS, type SystemName } from '../../ir/catalogue/systems.ts'
import type { StageShare } from '../../ir/run/guard.ts'
import { keys, optional, required } from '../language/keys.ts'
import { choice, flag, name, text, whole } from '../language/scalars.ts'
import {
  type Located,
  list,
  type Named,
  oneOrList,
  record,
  type Shape,
  scalarOrMap,
  type TypeOf,
} from '../language/shape.ts'
import { amount, points, shareRange, size, span } from './run-scalars.ts'

/** The run file as tables of keys. Each is a flag of `leadq run` as well: see `run-flags.ts`. */

const MAX_COUNT = 1_000_000_000

const SYSTEM_NAMES = Object.keys(SYSTEMS) as SystemName[]
const IMPORT_NAMES = Object.keys(IMPORTS) as ImportName[]

const fileChoice = keys('a map such as `{ files: exports/*.csv, newest: true }`', {
  files: required(text, 'A path or pattern: `*` and `?` within a name, `**` for folders, `{a,b}`'),
  newest: optional(flag, '`true` takes only the newest file that matches'),
  exactly: optional(whole(1, MAX_COUNT), 'How many files have to match'),
})

/** A pattern, or a map with more about it. */
const files = scalarOrMap(text, fileChoice)

/** What a guard warns at, and what it fails at. */
export interface Levels<T> {
  readonly warn?: T
  readonly fail?: T
}

/** A bare value fails; a map says which value warns and which one fails. */
function levels<D, T>(value: Shape<D>, plain: (draft: D) => T, isMap = false): Shape<Levels<T>> {
  const both = keys('a map such as `{ warn: 10%, fail: 30% }`', {
    warn: optional(value, 'Past this the run is published with a warning'),
    fail: optional(value, 'Past this the run goes into quarantine'),
  })
  const { expects, schema } = isMap ? both : scalarOrMap(value, both)
  return {
    expects,
    schema,
    read(node, report) {
      if (node.kind !== 'map' && !isMap) {
        const draft = value.read(node, report)
        return draft === undefined ? undefined : { fail: plain(draft) }
      }
      const draft = both.read(node, report)
      if (draft === undefined) return undefined
      const { warn, fail } = draft
      return { ...(warn !== undefined && { warn: plain(warn) }), ...(fail !== undefined && { fail: plain(fail) }) }
    },
  }
}

const one = <T>(value: Shape<Located<T>>) => levels(value, draft => draft.value)
const names = (item: Shape<Located<string>>) => levels(oneOrList(item), valuesOf)

export function valuesOf<T>(drafts: readonly (Located<T> | undefined)[]): T[] {
  return drafts.flatMap(draft => (draft === undefined ? [] : [draft.value]))
}

export const GUARD_KEYS = {
  min_rows: optional(one(whole(0, MAX_COUNT)), 'The least number of leads (default 1)'),
  max_shrink: optional(one(amount), 'By how many leads, or what share of them, there may be fewer than yesterday'),
  max_grow: optional(one(amount), 'By how many leads, or what share of them, there may be more than yesterday'),
  max_moved: optional(one(amount), 'How many of the leads of yesterday may have another stage'),
  max_rejects: optional(one(amount), 'How many records may be rejected'),
  max_age: optional(one(span), 'How old the inputs may be, e.g. 26h'),
  same_file: optional(choice('warn', 'fail', 'allow'), 'What to do about the same bytes as yesterday (default warn)'),
  required_columns: optional(names(text), 'Headings, or fields of the rulebook, that the inputs must have'),
  max_emptier: optional(one(points), 'By how many points of percent a field may be emptier than yesterday'),
  new_values: optional(names(name), 'Fields in which no value may turn up that yesterday did not have'),
  stage_share: optional(
    levels(record(name, shareRange), sharesOf, true),
    'Stage -> its share of all leads, e.g. { fail: { SQL: 1%..20% } }',
  ),
} as const

function sharesOf(rows: readonly Named<Located<Omit<StageShare, 'stage'>>>[]): StageShare[] {
  return rows.flatMap(({ key, value }) => (value === undefined ? [] : [{ stage: key.text, ...value.value }]))
}

const guards = keys('a map of guards', GUARD_KEYS)

export const OUTPUT_KEYS = {
  format: optional(
    choice('csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet'),
    'The format (default: that of the input)',
  ),
  for: optional(choice(...IMPORT_NAMES), 'Write an import file for this CRM'),
  split: optional(flag, '`true` also writes one file per stage'),
  only: optional(oneOrList(name), 'Only leads with one of these stages, grades, tags, segments or owners'),
  columns: optional(oneOrList(name), 'leadq columns to write'),
  sort: optional(text, 'Best leads first: by `score` (the total) or another score'),
  top: optional(whole(1, MAX_COUNT), 'Only so many leads, those with the highest scores'),
  prefix: optional(text, "Prefix of leadq's columns"),
  escape_formulas: optional(flag, "`true` puts a ' before cells that a spreadsheet would run"),
} as const

const output = keys('an output: a map such as `{ for: hubspot }`', OUTPUT_KEYS)

export const RUN_KEYS = {
  job: optional(name, 'Name of the job in metrics, pings and logs (default leadq)'),
  inputs: optional(oneOrList(files), 'Lead exports: paths or patterns, e.g. exports/*.csv'),
  newest: optional(flag, '`true` takes only the newest file of each pattern'),
  exactly: optional(whole(1, MAX_COUNT), 'How many files each pattern has to match'),
  events: optional(oneOrList(files), 'Event files: page views, emails, calls'),
  companies: optional(files, 'Company export of the same system'),
  costs: optional(files, 'What channels cost: channel, from, to, cost, currency'),
  rules: optional(text, 'Rulebook: a file, or the name of a built-in (default: the nearest leadq.yaml)'),
  out: optional(text, 'Folder of the runs (default runs)'),
  previous: optional(text, '`latest` (default), `none`, or a run folder or an output of leadq'),
  from: optional(choice(...SYSTEM_NAMES, 'generic'), 'System that exported the files, if it is not recognised'),
  input_format: optional(choice('csv', 'tsv', 'json', 'ndjson'), 'Input format, if it cannot be detected'),
  sheet: optional(text, 'Worksheet, by name or number'),
  header: optional(flag, 'Whether the first row is a header, if leadq does not see it'),
  names: optional(list(text), 'Names of the columns of files without a header'),
  with_deleted: optional(flag, '`true` also reads records that are deleted, archived, merged or historic'),
  outputs: optional(oneOrList(output), 'What is written: one annotated file unless this says otherwise'),
  guards: optional(guards, 'Limits; past `fail` (or a bare value) nothing is published'),
  by_owner: optional(flag, '`true` writes new-sql.csv and due.csv also by owner'),
  keep: optional(span, 'How long runs are kept, e.g. 400d (default: for ever)'),
  ping: optional(text, 'File that holds the URL to ping at the start, on success and on failure'),
  webhook: optional(text, 'File that holds the URL of a Slack-compatible webhook'),
  metrics: optional(text, 'File for Prometheus metrics, e.g. /var/lib/node_exporter/leadq.prom'),
  markdown: optional(text, 'File for the summary in Markdown; it is in the run folder, too'),
  threads: optional(whole(1, 256), 'Threads that judge leads (default: by the size of the inputs)'),
  memory: optional(size, 'Memory limit for DuckDB, which reads and writes Parquet, e.g. 500MB'),
  max_duration: optional(span, 'A run that takes longer is stopped, e.g. 30m'),
  lock_wait: optional(span, 'How long to wait for another run to end (default 0s)'),
  language: optional(choice('en', 'de'), 'Language of report.html: en or de (default en)'),
  log_format: optional(choice('text', 'json'), 'Format of the log on stderr'),
} as const

export const runShape = keys('a map with `inputs`', RUN_KEYS)

export type RunDraft = TypeOf<typeof runShape>
export type FilesDraft = TypeOf<typeof files>
export type OutputDraft = TypeOf<typeof output>
export type GuardsDraft = TypeOf<typeof guards>
