import type { Manifest } from '../../ir/results/manifest.ts'
import { markdownText } from '../formats/markdown-text.ts'
import { changeText, numberText, stageChanges } from './run-change.ts'

/** A run for mail and chat, without a single lead. */
export function runMarkdown(manifest: Manifest, before: Manifest | undefined): string {
  const { job, as_of, counts, status } = manifest
  const title = status === 'published' ? `leads as of ${as_of}` : `${status}, as of ${as_of}`
  return [
    `# ${markdownText(job)}: ${title}\n`,
    ...problemsOf(manifest),
    ...(counts === null ? [] : [stageTable(manifest, before), ...movesLines(manifest), countsLine(counts)]),
    ...guardsOf(manifest),
    ...warningsOf(manifest),
    footOf(manifest, before),
  ].join('\n')
}

function problemsOf({ problem, guards }: Manifest): string[] {
  const failed = guards.filter(({ status }) => status === 'fail').map(({ guard, message }) => `${guard}: ${message}`)
  const lines = [...failed, ...(problem === null ? [] : [problem.message])]
  return lines.length === 0 ? [] : [`**Nothing was published.**\n`, ...lines.map(line => `- ${markdownText(line)}`), '']
}

function stageTable(manifest: Manifest, before: Manifest | undefined): string {
  const all = manifest.counts?.scored ?? 0
  const rows = stageChanges(manifest, before).map(({ stage, leads, change }) => {
    const share = all === 0 ? '' : `${((leads / all) * 100).toFixed(1)}%`
    return `| ${markdownText(stage)} | ${numberText(leads)} | ${share} | ${changeText(change)} |`
  })
  return ['| stage | leads | share | change |', '| --- | ---: | ---: | ---: |', ...rows, ''].join('\n')
}

function movesLines({ since, due }: Manifest): string[] {
  const moves =
    since === null
      ? []
      : [
          `Since ${since.as_of}: ${numberText(since.moved)} moved, ${numberText(since.new)} new, ${numberText(since.gone)} gone, ${numberText(since.back)} back\n`,
        ]
  const dues =
    due === null
      ? []
      : [
          `${numberText(due.new_sql)} new SQL, ${numberText(due.due_today)} due today, ${numberText(due.overdue)} overdue\n`,
        ]
  return [...moves, ...dues]
}

function countsLine({ read, scored, rejected, duplicate, left_out }: NonNullable<Manifest['counts']>): string {
  const parts = [
    `${numberText(read)} read`,
    `${numberText(scored)} scored`,
    `${numberText(rejected)} rejected`,
    `${numberText(duplicate)} duplicates`,
    `${numberText(left_out)} skipped`,
  ]
  return `${parts.join(' · ')}\n`
}

function guardsOf({ guards }: Manifest): string[] {
  const warned = guards.filter(({ status }) => status === 'warn')
  return warned.length === 0
    ? []
    : ['Guards that warn:\n', ...warned.map(({ guard, message }) => `- ${markdownText(`${guard}: ${message}`)}`), '']
}

const MAX_WARNINGS = 10

function warningsOf({ warnings }: Manifest): string[] {
  const shown = warnings.filter(({ severity, code }) => severity !== 'info' && code !== 'run/guard')
  if (shown.length === 0) return []
  const more = shown.length > MAX_WARNINGS ? [`- and ${shown.length - MAX_WARNINGS} more`] : []
  const lines = shown.slice(0, MAX_WARNINGS).map(({ message }) => `- ${markdownText(message)}`)
  return ['Warnings:\n', ...lines, ...more, '']
}

function footOf({ run, rulebook, tool }: Manifest, before: Manifest | undefined): string {
  const rules =
    rulebook === null
      ? ''
      : `, rulebook ${rulebook.name}${rulebook.version === undefined ? '' : ` ${rulebook.version}`}`
  const than = before === undefined ? '' : `, compared with run ${before.run}`
  return `Run ${run}${markdownText(rules)}${than}, leadq ${tool.version}\n`
}
