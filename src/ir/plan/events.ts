import { fold } from '../values/fold.ts'
import { headingKey } from '../values/heading.ts'
import type { Expr } from './expr.ts'
import type { Field } from './field.ts'

/** What a rulebook says of events beyond its rules: how they find their lead, what they mean, which of them nobody did. */
export interface EventsPlan {
  /** Fields of the lead by which events also know it, after its id and its e-mail. */
  readonly join: readonly string[]
  /** Fields of events that the rulebook declares or reads, by name. */
  readonly fields: Readonly<Record<string, Field>>
  /** Names of the rulebook's own for events: each with the events or signals it stands for, by their keys. */
  readonly signals: readonly Signal[]
  readonly ignore: IgnoredEvents
}

/** A name for events that are called differently from file to file. */
export interface Signal {
  /** Its key, and how it is written. */
  readonly name: string
  readonly label?: string
  /** Event names, by their keys; empty: any. */
  readonly of: readonly string[]
  /** What must hold of the event, too. */
  readonly where?: Expr
  /** The event's `status`, where its file has no column of it. */
  readonly status?: string
}

/** Events that no interested human caused. */
export interface IgnoredEvents {
  /** Folded domains: events of people who write from them. */
  readonly ownDomains: readonly string[]
  /** Opens and clicks within so many seconds of sending. */
  readonly afterSending?: number
  /** More events of one lead and one name than this within a minute: then none of them. */
  readonly perMinute?: number
}

/** What two event names share when they are the same, however a system spells them: `Page View`, `page_view`. */
export function eventKey(name: string): string {
  return headingKey(name) || fold(name)
}

/** The signals that `ignore` asks for. */
export const SENDING = ['email_sent', 'email_delivered'] as const
export const REACTION = ['email_open', 'email_click'] as const
