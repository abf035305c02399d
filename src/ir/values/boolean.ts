/** Folded spellings of yes and no, whatever the field. */
const YES = [
  ...['true', 'yes', 'ja', '1', '1.0', '1,0', 'wahr', 'y', 'j', 't', 'on', 'an', 'checked'],
  ...['✓', '✔', '✔\ufe0f', '✅', '☑', '☑\ufe0f', '☒'],
]
const NO = [
  ...['false', 'no', 'nein', '0', '0.0', '0,0', 'falsch', 'n', 'f', 'off', 'aus', 'unchecked'],
  ...['✗', '✘', '✕', '✖', '✖\ufe0f', '❌', '☐', '⬜'],
]

export const SPELLINGS: ReadonlyMap<string, boolean> = new Map([
  ...YES.map(word => [word, true] as const),
  ...NO.map(word => [word, false] as const),
])

/**
 * A folded cell as yes or no; undefined if it reads as neither. Dates and marks are the business of who knows the
 * column.
 */
export function readBoolean(folded: string): boolean | undefined {
  return SPELLINGS.get(folded)
}

/** Marks say yes in a column of marks, in which a blank cell says no. Ticks say yes in any column, `x` only there. */
export const MARKS: readonly string[] = ['x', ...YES.filter(word => !/^[a-z0-9.,]+$/.test(word))]

export function isMark(folded: string): boolean {
  return MARKS.includes(folded)
}

const IN = ['opted in', 'opted-in', 'opt in', 'opt-in', 'subscribed', 'angemeldet', 'abonniert']
const OPT_OUTS = ['opted out', 'opted-out', 'opt out', 'opt-out', 'unsubscribed', 'abgemeldet', 'abbestellt']

/**
 * What `opted out` and `subscribed` say depends on what a field asks: somebody who is `subscribed` said no to
 * `unsubscribed`. Of fields that ask for neither, they say nothing.
 */
export function consentSpellings(asks: 'in' | 'out'): (readonly [spelling: string, truth: boolean])[] {
  return [...IN.map(word => [word, asks === 'in'] as const), ...OPT_OUTS.map(word => [word, asks === 'out'] as const)]
}

const ASKS_OUT = /opt(?:ed)?out|unsubscri|donot|dont|nicht|kein|abgemeldet|abmeld|abbestell|widerruf|suppress/
const ASKS_IN = /opt(?:ed)?in|subscri|consent|newsletter|einwillig|permission|zustimm|abonn|anmeld/

/** Whether a field asks who is in or who is out, by the key of its name or of a column's heading. */
export function asksFor(headingKey: string): 'in' | 'out' | undefined {
  if (ASKS_OUT.test(headingKey)) return 'out'
  return ASKS_IN.test(headingKey) ? 'in' : undefined
}
