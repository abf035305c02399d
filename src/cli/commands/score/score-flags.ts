import type { Severity } from '../../../base/codes.ts'
import { didYouMean } from '../../../base/nearest.ts'
import { stagesOf } from '../../../ir/plan/plan.ts'
import { STDIO } from '../../../leads/host.ts'
import { formatOfName } from '../../../outputs/outputs.ts'
import type { Rulebook, ScoreRequest } from '../../../tools/score/score-request.ts'
import type { SparkRequest } from '../../../tools/warehouse/spark/score-spark.ts'
import { type EngineName, usage } from '../../options.ts'
import type { HeaderFlags } from '../../shared-options.ts'

/** The flags of `leadq score`, as commander reads them. */
export interface ScoreFlags extends HeaderFlags {
  readonly rules?: string
  readonly events?: string[]
  readonly table?: string
  readonly out?: string
  readonly asOf?: number
  readonly master?: string
  readonly format?: SparkRequest['format'] | 'xlsx'
  readonly inputFormat?: SparkRequest['inputFormat']
  readonly from?: ScoreRequest['from']
  readonly withDeleted?: true
  readonly companies?: string
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
  readonly maxRejects?: ScoreRequest['maxRejects']
  readonly escapeFormulas?: true
  readonly dryRun?: true
  readonly force?: true
  readonly json?: true
  readonly jsonFile?: string
  readonly verbose?: true
  readonly allowEmpty?: true
  readonly minLeads?: number
  readonly failOn?: Severity
  readonly skipped?: string
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
  if (format === 'table' || inputFormat === 'table') throw usage('tables of a catalogue need `--engine spark`')
  const read = [...inputs, ...events, ...(flags.companies === undefined ? [] : [flags.companies])]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  if (flags.sort !== undefined && flags.sort !== 'score') {
    throw usage(`--sort: expected score, found ${flags.sort}`, didYouMean(flags.sort, ['score']))
  }
  checkStages(flags.only, rulebook)
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
    only: flags.only,
    sort: flags.sort !== undefined,
    top: flags.top,
    dryRun: flags.dryRun === true,
    maxRejects: flags.maxRejects,
    allowEmpty: flags.allowEmpty === true,
    minLeads: flags.minLeads,
    skipped: flags.skipped,
    escapeFormulas: flags.escapeFormulas === true,
  }
}

/** Importers take CSV, which is all that a file for them can be. */
function checkImport({ for: system, format, out }: ScoreFlags): void {
  if (system === undefined) return
  const chosen = format ?? (out === undefined ? undefined : formatOfName(out))
  if (chosen !== undefined && chosen !== 'csv') throw usage(`--for ${system}: its file is CSV, not ${chosen}`)
}

function checkStages(only: readonly string[] | undefined, { plan }: Rulebook): void {
  const stages = stagesOf(plan)
  for (const stage of only ?? []) {
    if (stages.includes(stage)) continue
    throw usage(
      `--only: this rulebook has no stage \`${stage}\``,
      didYouMean(stage, stages) ?? `there are: ${stages.join(', ')}`,
    )
  }
}
