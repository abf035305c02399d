/** Words that answer a question, in some languages; an answer may go on behind them: `Ja, gerne`. */
const ANSWERS = {
  yes: ['yes', 'ja', 'oui', 'sí', 'si', 'sì', 'sim', 'tak', 'ano', 'igen', 'kyllä', 'да', 'はい', '是'],
  no: ['no', 'nein', 'non', 'não', 'nao', 'nie', 'nee', 'nej', 'nei', 'ne', 'nem', 'ei', 'нет', 'いいえ', '否'],
}

/** Folded spellings of yes and no, whatever the field. */
const YES = [
  ...ANSWERS.yes,
  ...[
    'true',
    '1',
    '1.0',
    '1,0',
    '1.00',
    '1,00',
    '-1',
    'wahr',
    'y',
    'j',
    't',
    'on',
    'an',
    'checked',
    'ticked',
    'selected',
  ],
  ...['enabled', 'aktiviert', 'angekreuzt', 'ausgewählt', 'vrai', 'verdadero', 'vero', 'verdadeiro', 'prawda', 'waar'],
  ...['.t.', '[x]', '✓', '✔', '✔\ufe0f', '✅', '☑', '☑\ufe0f', '☒'],
]
const NO = [
  ...ANSWERS.no,
  ...['false', '0', '0.0', '0,0', '0.00', '0,00', 'falsch', 'n', 'f', 'off', 'aus', 'unchecked', 'not checked'],
  ...['unticked', 'not ticked', 'unselected', 'not selected', 'disabled', 'deaktiviert', 'nicht angekreuzt'],
  ...['nicht ausgewählt', 'faux', 'falso', 'fałsz', 'onwaar'],
  ...['.f.', '[ ]', '✗', '✘', '✕', '✖', '✖\ufe0f', '❌', '☐', '⬜'],
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

const ANSWER = new RegExp(
  `^(?:(${ANSWERS.yes.join('|')})|${ANSWERS.no.join('|')})(?:[,;:.!(]| ?[(] ?| [-–—/] ).*[\\p{L}\\p{N}]`,
  'u',
)

/** A folded cell that begins with yes or no and goes on: `Yes, I agree`, `Nein, danke`, `Yes (2026-02-11)`. */
export function readAnswer(folded: string): boolean | undefined {
  const match = ANSWER.exec(folded)
  return match === null ? undefined : match[1] !== undefined
}

/** Marks say yes in a column of marks, in which a blank cell says no. Ticks say yes in any column, `x` only there. */
export const MARKS: readonly string[] = ['x', '[x]', ...YES.filter(word => !/[\p{L}\p{N}]/u.test(word))]

export function isMark(folded: string): boolean {
  return MARKS.includes(folded)
}

const IN = ['opted in', 'opted-in', 'opt in', 'opt-in', 'subscribed', 'angemeldet', 'abonniert']
const OPT_OUTS = ['opted out', 'opted-out', 'opt out', 'opt-out', 'unsubscribed', 'abgemeldet', 'abbestellt']

/** Of a consent. Where a field asks who is out, an `active` block would say the opposite: there they say nothing. */
const GIVEN = [
  ...[
    'granted',
    'given',
    'accepted',
    'agreed',
    'consented',
    'confirmed',
    'active',
    'erteilt',
    'zugestimmt',
    'akzeptiert',
  ],
  ...['eingewilligt', 'bestätigt', 'aktiv', 'liegt vor'],
]
const NOT_GIVEN = [
  ...[
    'denied',
    'declined',
    'refused',
    'revoked',
    'withdrawn',
    'not given',
    'not granted',
    'not confirmed',
    'unconfirmed',
  ],
  ...['inactive', 'nicht erteilt', 'abgelehnt', 'widerrufen', 'nicht bestätigt', 'inaktiv', 'liegt nicht vor'],
]

/**
 * What `opted out` and `subscribed` say depends on what a field asks: somebody who is `subscribed` said no to
 * `unsubscribed`. Of fields that ask for neither, they say nothing.
 */
export function consentSpellings(asks: 'in' | 'out'): (readonly [spelling: string, truth: boolean])[] {
  return [
    ...IN.map(word => [word, asks === 'in'] as const),
    ...OPT_OUTS.map(word => [word, asks === 'out'] as const),
    ...(asks === 'out' ? [] : GIVEN.map(word => [word, true] as const)),
    ...(asks === 'out' ? [] : NOT_GIVEN.map(word => [word, false] as const)),
  ]
}

const ASKS_OUT = /opt(?:ed)?out|unsubscri|donot|dont|nicht|kein|abgemeldet|abmeld|abbestell|widerruf|suppress/
const ASKS_IN = /opt(?:ed)?in|subscri|consent|newsletter|einwillig|permission|zustimm|abonn|anmeld/

/** Whether a field asks who is in or who is out, by the key of its name or of a column's heading. */
export function asksFor(headingKey: string): 'in' | 'out' | undefined {
  if (ASKS_OUT.test(headingKey)) return 'out'
  return ASKS_IN.test(headingKey) ? 'in' : undefined
}
