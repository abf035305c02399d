import type { SinceSummary } from '../../ir/results/since.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { thousands } from '../numbers.ts'
import { labelled, roomOf, wrap } from '../terminal/lines.ts'
import { type Column, printTable } from '../terminal/table.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

const STAGE = 14
const NOBODY = ''

/** What happened since the run before, as a matrix of stages, with its causes; and what is due. */
export function printSince({ since, due, stages }: Summary, theme: Theme, withMatrix = true): string[] {
  const isDue = due !== undefined && due.due_today + due.overdue > 0
  const dues = isDue ? [`${thousands(due.due_today)} due today`, `${thousands(due.overdue)} overdue`] : []
  return [
    ...(since === undefined ? [] : [`since ${since.as_of} (run ${since.run}): ${counts(since)}`]),
    ...(since === undefined || !withMatrix ? [] : matrix(since, Object.keys(stages), theme)),
    ...(since === undefined || since.moved === 0
      ? []
      : labelled('causes', wrap(causes(since), roomOf(theme), 2), theme)),
    ...(since === undefined ? [] : untried(since).flatMap(line => labelled('', wrap(line, roomOf(theme), 2), theme))),
    ...labelled('due', dues.length === 0 ? [] : [dues.join(', ')], theme),
  ]
}

function counts({ moved, gone, back, new: fresh }: SinceSummary): string {
  const parts = [`${thousands(moved)} moved`, `${thousands(fresh)} new`, `${thousands(gone)} gone`]
  return [...parts, ...(back > 0 ? [`${thousands(back)} back`] : [])].join(', ')
}

function causes({ causes: found }: SinceSummary): string {
  const most = Object.entries(found).sort(([, a], [, b]) => b - a)
  return most.map(([cause, leads]) => `${cause} ${thousands(leads)}`).join(', ')
}

/** One cause that could not be tried is taken for what no other explains. */
function untried({ unchecked }: SinceSummary): string[] {
  const [only, ...others] = unchecked
  if (only !== undefined && others.length === 0)
    return [`${only.cause} is named where nothing else explains a move; it was not tried: ${clean(only.why)}`]
  return unchecked.map(({ cause, why }) => `${cause} was not tried: ${clean(why)}`)
}

/** Rows are the stages before, columns those of now; leads that are new or gone have a row or column of their own. */
function matrix({ matrix: found }: SinceSummary, stages: readonly string[], theme: Theme): string[] {
  const { chalk, glyphs } = theme
  const of = (from: string, to: string) => found[from]?.[to] ?? 0
  const known = Object.entries(found).flatMap(([from, row]) => [from, ...Object.keys(row)])
  const all = [...new Set([...stages, ...known])].filter(stage => stage !== NOBODY)
  const [before, now] = [
    [...all, NOBODY],
    [...all, NOBODY],
  ]
  const rows = before.filter(from => now.some(to => of(from, to) > 0))
  const columns = now.filter(to => before.some(from => of(from, to) > 0))
  const short = (stage: string) => cut(clean(stage), STAGE, glyphs.ellipsis)
  const cell = (from: string, to: string) => {
    const leads = of(from, to)
    if (leads === 0) return chalk.dim(glyphs.rule)
    return from === to ? chalk.dim(thousands(leads)) : chalk.bold(thousands(leads))
  }
  const titles: readonly Column[] = [
    { title: 'before \\ now', align: 'left' },
    ...columns.map(to => ({ title: to === NOBODY ? 'gone' : short(to), align: 'right' }) as const),
  ]
  return printTable(
    titles,
    rows.map(from => [from === NOBODY ? 'new' : short(from), ...columns.map(to => cell(from, to))]),
    theme,
  )
}
