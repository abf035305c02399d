import type { EventCounts, EventFileSummary, EventsSummary, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { flow, labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean, cut, cutFront } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { formatName } from './format-name.ts'

const NAME = 28
const FILES = 4

/** Outcomes of the event records: matched, and not matched with the reason. */
export function printEvents({ events, as_of, counts }: Summary, theme: Theme): string[] {
  if (events === undefined) return []
  const lines = [
    ...files(events.files, theme),
    ...wrap(outcome(events, as_of), roomOf(theme), 2),
    ...flow(names(events, theme), theme, { separator: theme.glyphs.dot, lines: 2 }),
    ...instead(events, counts.scored, theme),
  ]
  return labelled('events', lines, theme)
}

function files(all: readonly EventFileSummary[], theme: Theme): string[] {
  const lines = all.slice(0, FILES).flatMap(({ name, format, system, read }) => {
    const kind = format === 'table' ? 'a table' : formatName(format)
    const what = system === undefined ? kind : `recognised: ${clean(system)}`
    const file = cutFront(clean(name), roomOf(theme) - 24, theme.glyphs.ellipsis)
    return wrap(`${file}  ${plural(read, 'record')}, ${what}`, roomOf(theme), 2)
  })
  const hidden = all.length - FILES
  return hidden > 0 ? [...lines, theme.chalk.dim(`+${plural(hidden, 'more event file')}`)] : lines
}

/** `8,112 events of 903 leads; 4,310 of no lead here (keys like x-0, x-00 ...); 40 after 2026-03-02` */
function outcome({ counts, leads, unmatched_keys }: EventsSummary, asOf: string): string {
  const keys = unmatched_keys.map(clean).join(', ')
  const others: readonly (readonly [keyof EventCounts, string])[] = [
    ['unmatched', `without a matching lead (keys like ${keys})`],
    ['without_key', 'without the key of a lead'],
    ['without_time', 'without a time that can be read'],
    ['future', `after ${asOf} or only planned`],
    ['ignored', 'ignored'],
    ['rejected', 'cannot be read'],
    ['left_out', 'skipped'],
  ]
  const rest = others.flatMap(([key, text]) => (counts[key] > 0 ? [`${thousands(counts[key])} ${text}`] : []))
  return [`${plural(counts.matched, 'event')} of ${plural(leads, 'lead')}`, ...rest].join('; ')
}

/** `e_visited_page 8,112 (page_view)` */
function names({ names }: EventsSummary, { glyphs }: Theme): string[] {
  return names.map(({ event, count, signals }) => {
    const meaning = signals.length === 0 ? '' : ` (${signals.map(clean).join(', ')})`
    return `${cut(clean(event), NAME, glyphs.ellipsis) || '(no name)'} ${thousands(count)}${meaning}`
  })
}

/** A counter is replaced for all leads, also for those whose activity only the counter knows. */
function instead(events: EventsSummary, scored: number, theme: Theme): string[] {
  const rules = Object.keys(events.instead_of).map(clean)
  return rules.length === 0
    ? []
    : wrap(`replaces these counters: ${rules.join(', ')}${lostPoints(events, scored)}`, roomOf(theme), 2)
}

function lostPoints({ leads, leads_losing_counters }: EventsSummary, scored: number): string {
  const without = leads_losing_counters ?? scored - leads
  if (without <= 0) return ''
  const leadsWithout = `${plural(without, 'lead')} without events`
  if (leads_losing_counters === undefined)
    return `; ${leadsWithout} ${without === 1 ? 'gets' : 'get'} no points by them`
  return `; ${leadsWithout} ${without === 1 ? 'loses' : 'lose'} their points`
}
