import { fold } from '../values/fold.ts'
import { headingKey } from '../values/heading.ts'
import type { Expr } from './expr.ts'
import type { Field } from './field.ts'

/**
 * The rulebook's settings for events, apart from its rules: how events find their lead, their signals, and which of
 * them come from bots.
 */
export interface EventsPlan {
  /** Fields of the lead by which events also know it, after its id and its e-mail. */
  readonly join: readonly string[]
  /** Fields of events that the rulebook declares or reads, by name. */
  readonly fields: Readonly<Record<string, Field>>
  /** The rulebook's own event names, each with the events or signals it stands for, by key. */
  readonly signals: readonly Signal[]
  readonly ignore: IgnoredEvents
}

/** One name for events that files name differently. */
export interface Signal {
  /** Its key, and how it is written. */
  readonly name: string
  readonly label?: string
  /** Event names, by their keys; empty: any. */
  readonly of: readonly string[]
  /** A condition on the event. */
  readonly where?: Expr
  /** The event's `status`, where its file has no column of it. */
  readonly status?: string
}

/** Events that no interested person caused. */
export interface IgnoredEvents {
  /** Folded domains: events of people with such an address are ignored. */
  readonly ownDomains: readonly string[]
  /** Opens and clicks within so many seconds of sending. */
  readonly afterSending?: number
  /** If one lead has more events of one name than this within a minute, none of them counts. */
  readonly perMinute?: number
}

/** The common form of all spellings of an event name: `Page View`, `page_view`. */
export function eventKey(name: string): string {
  return headingKey(name) || fold(name)
}

/** The signals that `ignore` asks for. */
export const SENDING = ['email_sent', 'email_delivered'] as const
export const REACTION = ['email_open', 'email_click'] as const
