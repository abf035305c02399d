import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { ReadEvent } from '../../engine/events/event-reader.ts'
import type { EventBinding } from '../../io/bind/bind-events.ts'
import type { Input, Reject } from '../../io/records.ts'
import { EVENT_FIELDS } from '../../ir/catalogue/event-fields.ts'
import { formOf } from '../../ir/catalogue/identifying.ts'
import { eventRulesOf, replacedRules } from '../../ir/plan/event-rules.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { EventCounts, EventFileSummary, EventsSummary } from '../../ir/results/summary.ts'
import { createBits } from './bits.ts'
import { MAX_SHOWN_NAMES, type NamedEvents, namesKey, signalsIn } from './event-name-counts.ts'
import { aboutMatches, aboutRules, type FirstLines, missingColumn, problemIn } from './event-remarks.ts'

/** Counts the outcome of every event record. */
export interface EventCounter {
  open(input: Input, name: string, binding: EventBinding): void
  add(outcome: 'without_key' | 'without_time' | 'future' | 'ignored', line: number): void
  /** An event of nobody, by the spelling of its key. */
  unmatched(spelled: () => string): void
  /** What events with the names of this one are counted by, unless there are too many names. */
  named(event: ReadEvent): { count: number } | undefined
  /** `lead`: the number of the key that found it; `named`: as above. */
  matched(lead: number, event: ReadEvent, named: { count: number } | undefined): void
  /** Whether events were found for the number of a key. */
  hasEvents(lead: number): boolean
  batch(rejects: readonly Reject[], leftOut: Readonly<Record<string, number>>): void
  /** After the last record of a file. */
  close(): void
  /** Of the matched ones, those that turned out to be bot traffic. */
  bots(count: number): void
  /** An input that has none of the fields by which events find leads. */
  withoutKeys(input: string, fields: readonly string[]): void
  /** Rules that event rules replace, each with the event rule that replaces it. */
  replaced(): Record<string, string>
  /** `leads`: how many have events; `losing`: how many have none and lose the points of a counter. */
  summary(leads: number, losing: number): EventsSummary
  diagnostics(): Diagnostic[]
}

const MAX_SHOWN_KEYS = 3
const MAX_NAMES = 10_000

type Outcome = Exclude<keyof EventCounts, 'read'>

export function createEventCounter(plan: Plan): EventCounter {
  const rules = eventRulesOf(plan)
  const counts: Record<Outcome, number> = {
    matched: 0,
    unmatched: 0,
    without_key: 0,
    without_time: 0,
    future: 0,
    ignored: 0,
    rejected: 0,
    left_out: 0,
  }
  const files: EventFileSummary[] = []
  const problems: Diagnostic[] = []
  const keys = new Set<string>()
  const names = new Map<string, NamedEvents>()
  const found = createBits()
  const meant = rules.map(() => 0)
  const unread = new Set(
    Object.keys(plan.events?.fields ?? {}).filter(name => name !== 'lead' && !isStandardField(name)),
  )
  let opened: { readonly input: Input; readonly name: string; readonly binding: EventBinding } | undefined
  let read = 0
  let keyless = false
  let badTimes: FirstLines | undefined
  let rejects: FirstLines | undefined

  const count = (outcome: Outcome, more = 1) => {
    counts[outcome] += more
    read += more
  }

  /** Names of events that found a lead; those of others are known as well. */
  const matchedNames = () => [...names.values()].filter(({ count }) => count > 0)
  const replaced = () => replacedRules(rules, index => (meant[index] ?? 0) > 0)

  return {
    open(input, name, binding) {
      opened = { input, name, binding }
      for (const { name: field, columns } of binding.source.fields) if (columns.length > 0) unread.delete(field)
    },
    add(outcome, line) {
      count(outcome)
      if (outcome !== 'without_time') return
      badTimes ??= { count: 0, line, message: '' }
      badTimes.count += 1
    },
    unmatched(spelled) {
      count('unmatched')
      if (keys.size < MAX_SHOWN_KEYS) keys.add(formOf(spelled()))
    },
    named(event) {
      const key = namesKey(event)
      const known = names.get(key)
      if (known !== undefined || names.size >= MAX_NAMES) return known
      const own = { event: event.name, names: event.names, count: 0 }
      names.set(key, own)
      return own
    },
    matched(lead, event, named) {
      count('matched')
      found.add(lead)
      for (const index of event.meant) meant[index] = (meant[index] ?? 0) + 1
      if (named !== undefined) named.count += 1
    },
    hasEvents: found.has,
    batch(rejected, leftOut) {
      count('rejected', rejected.length)
      for (const many of Object.values(leftOut)) count('left_out', many)
      const [first] = rejected
      if (first === undefined) return
      rejects ??= { count: 0, line: first.line, message: first.message }
      rejects.count += rejected.length
    },
    close() {
      if (opened === undefined) return
      const { input, name, binding } = opened
      files.push(fileSummary(input, name, binding, read))
      problems.push(...input.diagnostics(), ...binding.diagnostics, ...problemIn(name, badTimes, rejects))
      opened = undefined
      badTimes = undefined
      rejects = undefined
      read = 0
    },
    bots(many) {
      counts.matched -= many
      counts.ignored += many
    },
    withoutKeys(input, fields) {
      keyless = true
      const hint = 'name the column of their id: `fields: { id: { from: Kundennummer } }`'
      problems.push(
        diagnose(
          'event/no-lead-key',
          `${input} has no column for ${fields.join(' or ')}, so no event finds its leads`,
          { hint },
        ),
      )
    },
    replaced,
    summary(leads, losing) {
      const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
      return {
        files,
        counts: { read: total, ...counts },
        leads,
        unmatched_keys: [...keys],
        names: matchedNames()
          .map(({ event, count, names }) => ({ event, count, signals: signalsIn(names, event, plan) }))
          .sort((a, b) => b.count - a.count)
          .slice(0, MAX_SHOWN_NAMES),
        instead_of: replaced(),
        leads_losing_counters: losing,
      }
    },
    diagnostics: () => [
      ...problems,
      ...(keyless ? [] : aboutMatches(counts, files, [...keys])),
      ...aboutRules(plan, counts.matched > 0 ? matchedNames() : undefined, files),
      ...[...unread].map(name => missingColumn(name, plan, files)),
    ],
  }
}

function isStandardField(name: string): boolean {
  return Object.hasOwn(EVENT_FIELDS, name)
}

function fileSummary(input: Input, name: string, { system, columns }: EventBinding, read: number): EventFileSummary {
  return {
    name,
    format: input.format,
    compressed: input.compressed,
    encoding: input.encoding(),
    ...(input.delimiter !== undefined && { delimiter: input.delimiter }),
    ...(system && { system: system.title }),
    read,
    bound: columns,
  }
}
