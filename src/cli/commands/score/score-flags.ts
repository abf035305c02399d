import type { Severity } from '../../../base/codes.ts'
import { didYouMean } from '../../../base/nearest.ts'
import { LABEL_KINDS, type Label, labelsOf } from '../../../ir/plan/labels.ts'
import { STDIO } from '../../../leads/host.ts'
import { formatOfName } from '../../../outputs/outputs.ts'
import type { Rulebook, ScoreRequest } from '../../../tools/score/score-request.ts'
import type { SparkRequest } from '../../../tools/warehouse/spark/score-spark.ts'
import type { OnExists } from '../../../tools/warehouse/table/on-exists.ts'
import { type EngineName, type GivenDay, usage } from '../../options.ts'
import type { HeaderFlags } from '../../shared-options.ts'

/** The flags of `leadq score`, as commander reads them. */
export interface ScoreFlags extends HeaderFlags {
  readonly rules?: string
  readonly events?: string[]
  readonly table?: string
  readonly out?: string
  readonly asOf?: GivenDay
  readonly master?: string
  readonly workerNode?: string
  readonly format?: SparkRequest['format'] | 'xlsx'
  readonly inputFormat?: SparkRequest['inputFormat']
  readonly from?: ScoreRequest['from']
  readonly withDeleted?: true
  readonly companies?: string
  readonly previous?: string
  readonly costs?: string
  readonly sheet?: string
  readonly for?: ScoreRequest['target']
  readonly split?: true
  readonly only?: string[]
  readonly sort?: string
  readonly top?: number
  readonly columns?: string[]
  readonly prefix: string
  readonly engine?: EngineName
  readonly memory?: number
  readonly threads?: number
  readonly maxRejects?: ScoreRequest['maxRejects']
  readonly escapeFormulas?: true
  readonly dryRun?: true
  readonly force?: true
  readonly onExists?: OnExists
  readonly json?: true
  readonly jsonFile?: string
  readonly verbose?: true
  readonly allowEmpty?: true
  readonly minLeads?: number
  readonly failOn?: Severity
  readonly skipped?: string
  readonly verdicts?: string
  readonly quiet?: true
  readonly color: boolean
}

/** The request of the flags; throws a `Refusal` for flags that do not go together. */
export function requestOf(
  { inputs, passedOver }: Pick<ScoreRequest, 'inputs' | 'passedOver'>,
  flags: ScoreFlags,
  rulebook: Rulebook,
  asOf: number,
): ScoreRequest {
  const { events = [], format, inputFormat } = flags
  if (flags.master !== undefined) throw usage('--master is for `--engine spark`')
  if (flags.workerNode !== undefined) throw usage('--worker-node is for `--engine spark`')
  if (format === 'table' || inputFormat === 'table') throw usage('tables of a catalogue need `--engine spark`')
  const read = [...inputs, ...events, ...[flags.companies, flags.costs].filter(path => path !== undefined)]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  const only = flags.only?.map(word => labelOf(word, rulebook))
  checkImport(flags)
  return {
    inputs,
    passedOver,
    events,
    // Parquet is known by its first bytes.
    inputFormat: inputFormat === 'parquet' ? undefined : inputFormat,
    from: flags.from,
    withDeleted: flags.withDeleted,
    companies: flags.companies,
    previous: flags.previous,
    costs: flags.costs,
    sheet: flags.sheet,
    header: flags.header,
    names: flags.names,
    out: flags.out,
    format,
    target: flags.for,
    asOf,
    split: flags.split === true,
    columns: flags.columns,
    prefix: flags.prefix,
    only,
    sort: flags.sort !== undefined,
    sortBy: scoreOf(flags.sort, rulebook),
    top: flags.top,
    dryRun: flags.dryRun === true,
    maxRejects: flags.maxRejects,
    allowEmpty: flags.allowEmpty === true,
    minLeads: flags.minLeads,
    skipped: flags.skipped,
    verdicts: flags.verdicts,
    escapeFormulas: flags.escapeFormulas === true,
    threads: flags.threads,
  }
}

/** Importers take CSV, which is all that a file for them can be. */
function checkImport({ for: system, format, out }: ScoreFlags): void {
  if (system === undefined) return
  const chosen = format ?? (out === undefined ? undefined : formatOfName(out))
  if (chosen !== undefined && chosen !== 'csv') throw usage(`--for ${system}: its file is CSV, not ${chosen}`)
}

/** The score that `--sort` names; undefined for the total. */
function scoreOf(sort: string | undefined, { plan }: Rulebook): string | undefined {
  const name = sort?.replace(/^score\./, '')
  if (name === undefined || name === 'score' || name === 'total') return undefined
  const names = plan.scores.map(score => score.name)
  if (names.includes(name)) return name
  throw usage(
    `--sort: this rulebook has no score \`${name}\``,
    didYouMean(name, [...names, 'score']) ?? `there are: score (the total), ${names.join(', ')}`,
  )
}

/** The label that a word of `--only` means: `SQL`, `A1`, a tag, a segment or an owner; `tag:pql` says which kind. */
function labelOf(word: string, { plan }: Rulebook): Label {
  const labels = labelsOf(plan)
  const [, named = '', rest = ''] = /^([a-z]+):(.+)$/.exec(word) ?? []
  const kind = LABEL_KINDS.find(each => each === named)
  const value = kind === undefined ? word : rest.trim()
  const found = labels.find(label => label.value === value && (kind === undefined || label.kind === kind))
  if (found !== undefined) return found
  // Who keeps an owner that the lead has already is in no rulebook.
  if (kind === 'owner' && plan.owners.some(row => 'keep' in row)) return { kind, value }
  const known = labels.filter(label => kind === undefined || label.kind === kind).map(label => label.value)
  const stages = labels.filter(label => label.kind === (kind ?? 'stage')).map(label => label.value)
  const what = kind ?? 'stage, grade, tag, segment or owner'
  throw usage(
    `--only: this rulebook has no ${what} \`${value}\``,
    didYouMean(value, known) ?? `${kind === undefined ? 'the stages are' : 'there are'}: ${stages.join(', ')}`,
  )
}
