import type { Manifest } from '../../ir/results/manifest.ts'
import { GUARDS } from '../../ir/run/guard.ts'

/** One number, and what it is about. */
interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

interface Metric {
  readonly name: string
  readonly help: string
  readonly samples: readonly Sample[]
}

/**
 * The metrics of a job in the text format of Prometheus. Every series is always there, and times are points in time: how
 * long ago is asked by who reads them. `run` is the last run; `published` the last one that was.
 */
export function metricsText(run: Manifest, published: Manifest | undefined): string {
  return metricsOf(run, published)
    .map(metric => metricText(metric, run.job))
    .join('')
}

function metricsOf(run: Manifest, published: Manifest | undefined): Metric[] {
  const counts = published?.counts
  const guards = new Map(run.guards.map(({ guard, status }) => [guard, status]))
  const names = [...new Set(['clock', ...GUARDS, ...guards.keys()])]
  const rulebook = published?.rulebook
  const modified = published?.inputs.map(({ modified_at }) => secondsOf(modified_at)) ?? []
  return [
    one('last_success_timestamp_seconds', 'Unix time of the last run that was published.', endOf(published)),
    one('last_run_timestamp_seconds', 'Unix time of the end of the last run.', endOf(run)),
    one('last_run_exit_code', 'Exit code of the last run.', run.exit_code),
    one('last_run_duration_seconds', 'How long the last run took.', endOf(run) - secondsOf(run.started_at)),
    one(
      'input_timestamp_seconds',
      'Unix time at which the oldest input was written.',
      Math.min(...modified, endOf(run)),
    ),
    {
      name: 'rows',
      help: 'Records of the last run that was published, by what became of them.',
      samples: (['read', 'scored', 'rejected', 'duplicate', 'left_out'] as const).map(result => ({
        labels: { result },
        value: counts?.[result] ?? 0,
      })),
    },
    {
      name: 'leads',
      help: 'Leads of the last run that was published, by stage.',
      samples: Object.entries(published?.stages ?? {}).map(([stage, value]) => ({ labels: { stage }, value })),
    },
    {
      name: 'moves',
      help: 'Leads of the last run that was published, by the stage they had before and the one they have; none: not there.',
      samples: movesOf(published),
    },
    one(
      'new_sql',
      'Leads that came into the best stage in the last run that was published.',
      published?.due?.new_sql ?? 0,
    ),
    one(
      'due_today',
      'Leads that are due on the day of the last run that was published.',
      published?.due?.due_today ?? 0,
    ),
    one('overdue', 'Leads that were due before that day.', published?.due?.overdue ?? 0),
    {
      name: 'guard_tripped',
      help: 'Whether a guard of the last run tripped: 0 no, 1 warned, 2 failed.',
      samples: names.map(guard => ({ labels: { guard }, value: TRIPPED[guards.get(guard) ?? 'pass'] })),
    },
    {
      name: 'rulebook_info',
      help: 'The rulebook of the last run that was published.',
      samples: [{ labels: { version: rulebook?.version ?? '', sha256: rulebook?.sha256 ?? '' }, value: 1 }],
    },
  ]
}

/** From each stage to each other one, whether a lead went that way or not. */
function movesOf(published: Manifest | undefined): Sample[] {
  const stages = ['', ...Object.keys(published?.stages ?? {})]
  const { matrix = {} } = published?.since ?? {}
  const labelled = (stage: string) => (stage === '' ? 'none' : stage)
  return stages.flatMap(from =>
    stages
      .filter(to => to !== from)
      .map(to => ({ labels: { from: labelled(from), to: labelled(to) }, value: matrix[from]?.[to] ?? 0 })),
  )
}

const TRIPPED = { pass: 0, skipped: 0, warn: 1, fail: 2 } as const

function one(name: string, help: string, value: number): Metric {
  return { name, help, samples: [{ value }] }
}

function endOf(manifest: Manifest | undefined): number {
  return manifest === undefined ? 0 : secondsOf(manifest.finished_at)
}

function secondsOf(time: string): number {
  return Math.round(Date.parse(time) / 1000)
}

function metricText({ name, help, samples }: Metric, job: string): string {
  const full = `leadq_${name}`
  const lines = samples.map(({ labels = {}, value }) => {
    const shown = Object.entries({ job, ...labels }).map(([label, text]) => `${label}="${escaped(text)}"`)
    return `${full}{${shown.join(',')}} ${value}\n`
  })
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`
}

function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')
}
