import { eventKey } from '../../ir/plan/events.ts'
import type { Rule } from '../../ir/plan/plan.ts'
import { EVENTS, type EventTest, type LevelColumn } from '../../learn/bins/column.ts'
import { FLAG_LEVELS } from '../../learn/columns/flags.ts'

/** Any event, as a rulebook writes it. */
export const ANY = 'any'

/** Counts and spans that a rule may ask for. */
const COUNTS = [1, 2, 3, 5, 10]
const SPANS = [undefined, 90, 30]
/** A probe that nearly no lead or nearly every lead fulfils tells nothing. */
const MIN_SIDE = 20

/** What may be learned of events: so many of a name, at most so many days before the lead came in. */
export function eventTests(names: readonly string[]): EventTest[] {
  return [...names, ...(names.length > 1 ? [ANY] : [])].flatMap(value =>
    COUNTS.flatMap(count => SPANS.map((within): EventTest => ({ operator: 'event', value, count, within }))),
  )
}

/** The same as a rule of one point: the engine itself counts. */
export function probeOf({ value, count, within }: EventTest, at: number, after: string | undefined): Rule {
  return {
    id: `probe-${at}`,
    fade: { kind: 'none' },
    ...(within !== undefined && { within }),
    earns: {
      kind: 'events',
      of: value === ANY ? [] : [eventKey(value)],
      names: [value],
      pays: { kind: 'once', points: 1 },
      count: [{ operator: 'at_least', value: count }],
      ...(after !== undefined && { after }),
      insteadOf: [],
    },
  }
}

/** A probe as a column that holds or not. */
export function eventColumn(test: EventTest, holds: Uint8Array, open: Uint8Array | undefined): LevelColumn[] {
  const codes = Int32Array.from(holds, (each, lead) => (each === 1 && (open === undefined || open[lead] === 1) ? 1 : 0))
  const holding = codes.reduce((sum, code) => sum + code, 0)
  if (holding < MIN_SIDE || codes.length - holding < MIN_SIDE) return []
  const column = { kind: 'levels', field: EVENTS, heading: test.value, codes, levels: FLAG_LEVELS, test } as const
  return [open === undefined ? column : { ...column, isGated: true }]
}
