import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import { nameOf, type Plan } from '../../ir/plan/plan.ts'
import { eventFieldsOf } from '../../ir/plan/plan-fields.ts'
import type { EventCounts, EventFileSummary } from '../../ir/results/summary.ts'
import { type NamedEvents, signalKeys } from './event-name-counts.ts'

/** Records with the same problem, and where the first one stands. */
export interface FirstLines {
  count: number
  readonly line: number
  readonly message: string
}

/** What is wrong with records of one file. */
export function problemIn(name: string, times: FirstLines | undefined, rejects: FirstLines | undefined): Diagnostic[] {
  const found: Diagnostic[] = []
  if (times !== undefined) {
    const message =
      times.count === 1
        ? '1 event with an unreadable time is ignored'
        : `${times.count} events with an unreadable time are ignored`
    found.push(diagnose('event/time', message, { place: { file: name, line: times.line, col: 1 } }))
  }
  if (rejects !== undefined) {
    const records = rejects.count === 1 ? '1 record' : `${rejects.count} records`
    const message = `${records} cannot be read, the first: ${rejects.message}`
    found.push(diagnose('event/rejected', message, { place: { file: name, line: rejects.line, col: 1 } }))
  }
  return found
}

/** Event files of which no event finds a lead. */
export function aboutMatches(
  { matched, unmatched }: Pick<EventCounts, 'matched' | 'unmatched'>,
  files: readonly EventFileSummary[],
  forms: readonly string[],
): Diagnostic[] {
  if (matched > 0 || unmatched === 0) return []
  const shown = forms.map(form => `\`${form}\``).join(', ')
  const message = `no event in ${namesOf(files)} matches a lead: no lead has their keys, which look like ${shown}`
  const hint = 'a field of the leads that holds such keys can be named: `events: { join: [client_id] }`'
  return [diagnose('event/none-matched', message, { hint })]
}

/** Event rules that give no points because no event has the name they use. */
export function aboutRules(
  plan: Plan,
  found: readonly NamedEvents[] | undefined,
  files: readonly EventFileSummary[],
): Diagnostic[] {
  const rules = eventRulesOf(plan)
  if (rules.length === 0) {
    const hint = 'a rule reads them with `event:`, such as `event: page_view`'
    return [
      diagnose('event/no-rules', 'the rulebook has no rule on events, so the event files have no effect', { hint }),
    ]
  }
  if (found === undefined) return []
  const signals = signalKeys(plan)
  const known = new Set([...found.flatMap(({ names }) => [...names]), ...signals.keys()])
  const spelled = [...found.map(({ event }) => event), ...signals.values()]
  return rules.flatMap(rule => {
    const { of, names } = rule.earns
    if (of.length === 0 || of.some(name => known.has(name))) return []
    const asked = names.map(name => `\`${name}\``).join(' or ')
    const message = `no event of a lead in ${namesOf(files)} is called ${asked}, which \`${nameOf(rule)}\` asks for`
    return [diagnose('event/unknown-name', message, { place: rule.place, hint: didYouMean(names[0] ?? '', spelled) })]
  })
}

export function missingColumn(name: string, plan: Plan, files: readonly EventFileSummary[]): Diagnostic {
  const field = plan.events?.fields[name]
  const wanted = (field?.from ?? [name]).map(column => `\`${column}\``).join(' or ')
  const reader = eventRulesOf(plan).find(({ earns }) => eventFieldsOf(earns).includes(name))
  const place = field?.place ?? reader?.place
  return diagnose('bind/missing-column', `no column ${wanted} in ${namesOf(files)}`, { place })
}

function namesOf(files: readonly EventFileSummary[]): string {
  return files.map(({ name }) => name).join(', ')
}
