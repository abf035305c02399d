import type { Forgotten } from '../../ir/results/forgotten.ts'
import { plural } from '../numbers.ts'
import { printSections } from '../sections.ts'
import type { Theme } from '../terminal/theme.ts'

/** The files that a lead was taken out of; without its key, which shall not come back in a log. */
export function forgottenText({ folder, runs, dry_run }: Forgotten, theme: Theme): string {
  if (runs.length === 0) return `no run in ${folder} holds this lead\n`
  const rows = runs.flatMap(({ run, files }) =>
    files.map(({ file, rows }) => [run, file, rows === null ? 'removed as a whole' : plural(rows, 'row')]),
  )
  const shown = rows.slice(0, MAX_ROWS)
  const more = rows.length - shown.length
  const count = plural(runs.length, 'run')
  const done = dry_run ? `would be removed from ${count}; nothing was changed` : `removed from ${count}`
  const title = `the lead ${done}`
  const columns = ['run', 'file', ''].map(heading => ({ title: heading, align: 'left' as const }))
  const notes = [
    ...(more > 0 ? [`and ${plural(more, 'file')} more: \`--json\``] : []),
    'exports, and copies of these files elsewhere, are not touched',
  ]
  return printSections([{ title, columns, rows: shown, notes }], theme)
}

const MAX_ROWS = 40
