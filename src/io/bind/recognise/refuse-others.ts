import type { Refusal } from '../../../base/refusal.ts'
import type { RowKind } from '../../../ir/catalogue/system.ts'
import { refuse, startOf } from '../../refuse-input.ts'
import type { From, Sample } from '../sampled-columns.ts'
import { recogniseOtherTable } from './other-table.ts'
import type { Recognised } from './recognise.ts'
import { recogniseEvents } from './recognise-events.ts'

/** Hints: how to use a file whose rows are not leads. */
const HINTS: Readonly<Partial<Record<RowKind, (name: string) => string>>> = {
  companies: name => `pass it beside the leads: \`leadq score leads.csv --companies ${name}\``,
  events: name => `pass it as events: \`leadq score leads.csv --events ${name}\``,
  campaigns: name => `pass it as events: \`leadq score leads.csv --events ${name}\``,
}

const NOUNS: Readonly<Partial<Record<RowKind, string>>> = { campaigns: 'campaign members' }

const OTHERWISE = 'export contacts or leads'
const INSISTS = '; `--from generic` scores its rows all the same'

/**
 * Refuses a file whose rows are not leads: companies, deals, events, an aggregated report. `hasKey`: its rows identify
 * persons, so that even a report is accepted.
 */
export function refuseOthers(
  system: Recognised | undefined,
  from: From | undefined,
  { name, headings }: Sample,
  hasKey: boolean,
): void {
  const kind = system?.export?.holds ?? 'leads'
  if (system !== undefined && kind !== 'leads') {
    if (kind === 'totals' && hasKey) return
    if (kind === 'totals') throw refuseTotals(system, name)
    const code = kind === 'events' ? 'event/as-leads' : 'file/not-leads'
    throw refuse(
      code,
      `recognised as ${system.title}: its rows are ${NOUNS[kind] ?? kind}, not leads`,
      startOf(name),
      hintOf(kind, name),
    )
  }
  if (system !== undefined || from !== undefined) return
  const events = recogniseEvents(headings)
  const other = events === undefined ? recogniseOtherTable(headings) : { ...events, kind: 'events' as const }
  if (other === undefined) return
  const { kind: instead, title } = other
  throw refuse(
    instead === 'events' ? 'event/as-leads' : 'file/not-leads',
    `recognised as ${title}: its rows are ${instead}, not leads`,
    startOf(name),
    instead === 'events' ? hintOf('events', name) : OTHERWISE + INSISTS,
  )
}

function refuseTotals(system: Recognised, name: string): Refusal {
  const message = `recognised as ${system.title}: its rows are totals, and none of them is a lead`
  const hint = 'export the events themselves (with a user id) instead of counts; `--from generic` reads it all the same'
  return refuse('file/totals', message, startOf(name), hint)
}

function hintOf(kind: RowKind, name: string): string {
  return (HINTS[kind]?.(name) ?? OTHERWISE) + INSISTS
}
