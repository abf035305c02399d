/** One event of a lead, reduced to what rules read. */
export interface LeadEvent {
  /** Day number. */
  readonly day: number
  readonly kind: EventKind
  /** Of each field in `distinctFieldsOf`, a number that stands for the event's value; NaN: there is none. */
  readonly marks: readonly number[]
}

/** What many events share. */
export interface EventKind {
  /** Its name's key, as its file has it. */
  readonly name: string
  /** The points of the event for each of `eventRulesOf`; undefined: the rule does not apply to it. */
  readonly worth: readonly (number | undefined)[]
  /** For telling people from bots: its part in sending mails, and whether its time of day is known. */
  readonly part: 'sending' | 'reaction' | 'other'
  readonly timed: boolean
}
