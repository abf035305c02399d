import type { ExplainedGroup, ExplainedRule, ExplainedScore } from '../../ir/results/explanation.ts'
import { plural, thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import type { Room } from './room.ts'
import { printSeen } from './seen.ts'
import { type Columns, columnsOf, printWaterfall, type Step, stepsOf, type Title } from './waterfall.ts'

type Item = Step | Title

/** How the scores came to their points, rule by rule: a block of lines for each. */
export function printExplainedScores(scores: readonly ExplainedScore[], theme: Theme, room: Room): string[][] {
  const items = scores.map(score => limited(itemsOf(score, theme, room), room.steps))
  const columns = columnsOf(items.flatMap(stepsOf), theme, room.notes)
  return scores.map((score, index) => printScore(score, items[index] ?? [], columns, theme))
}

function printScore(score: ExplainedScore, items: readonly Item[], columns: Columns, theme: Theme): string[] {
  const { chalk, width } = theme
  const name = chalk.bold(clean(score.name))
  if (score.points === null) return wrap(`${name}  no data: this file has no column for any of its rules`, width, 2)
  return [
    ...wrap(`${name}  ${chalk.bold(thousands(score.points))}${outOf(score)}`, width, 2),
    ...printWaterfall(items, score.max ?? 0, columns, theme),
  ]
}

function itemsOf(score: ExplainedScore, theme: Theme, room: Room): Item[] {
  const start = score.start === 0 ? [] : [{ points: score.start, label: 'start', saw: '' }]
  const groups = score.groups.flatMap(group => groupItems(group, score.closed !== null, theme, room))
  return [...gate(score, theme), ...start, ...groups, ...boundStep(score)]
}

function groupItems(group: ExplainedGroup, scoreClosed: boolean, theme: Theme, room: Room): Item[] {
  const isClosed = scoreClosed || group.closed !== null
  const name =
    group.name === '' || !room.groups
      ? []
      : wrap(`  ${clean(group.name)}  ${thousands(group.points)}${outOf(group)}`, theme.width, 4)
  const silent = group.silent === 0 || !room.silent ? [] : [`           ${plural(group.silent, 'rule')} without points`]
  return [
    ...name.map(title => ({ title })),
    ...gate(group, theme),
    ...group.rules.map(rule => ruleStep(rule, isClosed, room)),
    ...boundStep(group, room.groups ? '' : `${clean(group.name)} `),
    ...silent.map(line => ({ title: theme.chalk.dim(line) })),
  ]
}

/** The largest amounts; the others in one step, so that all still add up. */
function limited(items: readonly Item[], most: number): readonly Item[] {
  const steps = stepsOf(items)
  if (steps.length <= most) return items
  const kept = new Set([...steps].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, most - 1))
  const points = steps.reduce((sum, step) => (kept.has(step) ? sum : sum + step.points), 0)
  const rest = { points, label: `${steps.length - kept.size} more`, saw: '' }
  return [...items.filter(item => 'title' in item || kept.has(item)), rest]
}

function ruleStep(rule: ExplainedRule, isClosed: boolean, room: Room): Step {
  const { points, earned, faded } = rule
  const label = clean(rule.label === '' ? rule.id : rule.label)
  const notes = [...beforeNote(rule), ...(earned === faded && faded === points ? [] : [noteOf(rule, isClosed)])]
  const saw = [...(rule.saw.length === 0 ? [] : [printSeen(rule.saw)]), ...eventsSeen(rule)].join(', ')
  return { points, label, saw, ...(room.notes && notes.length > 0 && { note: notes.join('; ') }) }
}

/** `3 events, newest 2026-02-27` */
function eventsSeen({ events }: ExplainedRule): string[] {
  if (events === undefined) return []
  if (events.newest === null) return ['no events']
  return [`${plural(events.counted, 'event')}, newest ${events.newest}`]
}

/** What did not count for lack of consent, or of whatever else has a day from which on events count. */
function beforeNote({ events }: ExplainedRule): string[] {
  if (events === undefined || events.before === null) return []
  const { events: count, field, day } = events.before
  return [`${plural(count, 'event')} ignored: before ${clean(field)} (${clean(day)})`]
}

/** `40 -> 23 (24 days old) -> 20 (its bounds)` */
function noteOf({ earned, age, faded, points, replaced_by: by }: ExplainedRule, isClosed: boolean): string {
  const old = age === null ? 'faded' : `${plural(age, 'day')} old`
  const after = by !== undefined ? `events count instead: ${clean(by)}` : isClosed ? 'closed' : 'its bounds'
  return [
    thousands(earned),
    ...(faded === earned ? [] : [`${thousands(faded)} (${old})`]),
    ...(points === faded ? [] : [`${thousands(points)} (${after})`]),
  ].join(' -> ')
}

/** What a cap or floor took or gave. */
function boundStep({ bound, max }: ExplainedScore | ExplainedGroup, of = ''): Step[] {
  if (bound === 0) return []
  const limit = max === null ? '' : ` of ${thousands(max)}`
  return [{ points: bound, label: of + (bound < 0 ? `cap${limit}` : 'floor'), saw: '' }]
}

function gate({ closed }: ExplainedScore | ExplainedGroup, { chalk, width }: Theme): Title[] {
  if (closed === null) return []
  const lines = wrap(`    gate not met, its rules give no points: ${clean(closed)}`, width, 6)
  return lines.map(line => ({ title: chalk.yellow(line) }))
}

function outOf({ max }: ExplainedScore | ExplainedGroup): string {
  return max === null ? '' : ` of ${thousands(max)}`
}
