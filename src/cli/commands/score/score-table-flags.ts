import type { ScoreRequest } from '../../../tools/score/score-request.ts'
import type { OnExists } from '../../../tools/warehouse/table/on-exists.ts'
import type { TableRequest } from '../../../tools/warehouse/table/score-table.ts'
import { usage } from '../../options.ts'

/** Flags of `score` that are about files, as leadq itself reads and writes them. */
const OF_FILES = [
  'companies',
  'costs',
  'sheet',
  'header',
  'names',
  'for',
  'split',
  'only',
  'sort',
  'top',
  'maxRejects',
  'verdicts',
  'escapeFormulas',
  'memory',
  'threads',
] as const

/** Flags that some engine supports. */
type OfEngines = 'events' | 'table' | 'format' | 'inputFormat' | 'engine' | 'master' | 'workerNode'

/** The flags of `score` that mean something for leads that lie in an engine, and those that do not. */
export type FlagsOfTables = {
  readonly table?: string
  readonly events?: string[]
  readonly out?: string
  readonly previous?: string
  readonly from?: ScoreRequest['from']
  readonly withDeleted?: true
  readonly columns?: string[]
  readonly prefix: string
  readonly dryRun?: true
  readonly force?: true
  readonly onExists?: OnExists
} & { readonly [Name in (typeof OF_FILES)[number] | OfEngines]?: unknown }

/** `others`: flags that this engine has no answer to either. */
export function refuseFlagsOfFiles(
  flags: FlagsOfTables,
  { others, where, hint }: { readonly others: readonly OfEngines[]; readonly where: string; readonly hint: string },
): void {
  const unknown = [...OF_FILES, ...others].filter(name => flags[name] !== undefined)
  if (unknown.length === 0) return
  const names = unknown.map(name => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`)
  throw usage(`${names.join(', ')}: not ${where}`, hint)
}

export function tableRequest(flags: FlagsOfTables, asOf: number, out: string): TableRequest {
  const { from, withDeleted, columns, prefix, dryRun, force, onExists } = flags
  if (force === true && onExists !== undefined && onExists !== 'replace') {
    throw usage(`--force replaces a table, --on-exists ${onExists} does not`, 'leave one of them out')
  }
  return { out, from, withDeleted, columns, prefix, asOf, dryRun: dryRun === true, force: force === true, onExists }
}
