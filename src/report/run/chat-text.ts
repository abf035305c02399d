import type { Manifest } from '../../ir/results/manifest.ts'
import type { DueSummary } from '../../ir/results/since.ts'
import { changeText, numberText, stageChanges } from './run-change.ts'

/** A run in a few lines, as Slack and what understands its webhooks show it: counts, and no lead. */
export function chatText(manifest: Manifest, before: Manifest | undefined): string {
  const { job, as_of, counts, status, guards, problem, due } = manifest
  if (status !== 'published' || counts === null) {
    const failed = guards.filter(each => each.status === 'fail').map(({ guard, message }) => `${guard}: ${message}`)
    const why = [...failed, ...(problem === null ? [] : [problem.message])]
    return escaped([`*leadq ${job}: ${status}*, nothing was published (exit ${manifest.exit_code})`, ...why].join('\n'))
  }
  const stages = stageChanges(manifest, before).map(({ stage, leads, change }) => {
    const more = changeText(change)
    return `${stage} ${numberText(leads)}${more === '' ? '' : ` (${more})`}`
  })
  const warned = guards.filter(each => each.status === 'warn').map(({ guard, message }) => `${guard}: ${message}`)
  return escaped(
    [
      `*leadq ${job}*: ${numberText(counts.scored)} leads as of ${as_of}`,
      stages.join(' · '),
      ...(due === null ? [] : [dueText(due)]),
      ...warned,
    ].join('\n'),
  )
}

function dueText({ new_sql, due_today, overdue }: DueSummary): string {
  return `${numberText(new_sql)} new SQL · ${numberText(due_today)} due today · ${numberText(overdue)} overdue`
}

const MAX_LENGTH = 2_000

/** The three signs that mean something in these texts. */
function escaped(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  return shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
