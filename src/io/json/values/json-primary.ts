/** Which of several addresses or numbers of a person is read first. */

const CHANNEL =
  /^(?:e-?_?mails?|e-?mail_?addresses|contact_?emails?|(?:tele)?phones?|phone_?numbers?|mobiles?|websites?|urls?|im|ims|domains?)$/i

/** Whether a key holds contact details: `emails`, `phone_numbers`. */
export function isChannel(key: string): boolean {
  return CHANNEL.test(key)
}

const FLAGS = [
  'primary',
  'is_primary',
  'isPrimary',
  'Primary',
  'default',
  'is_default',
  'isDefault',
  'preferred',
  'main',
]
const TYPES = ['type', 'label', 'category', 'kind', 'location', 'name']

/** Types of addresses, best first; an unknown type comes between work and home. */
const RANKS: readonly RegExp[] = [
  /^(?:primary|main|default|preferred|haupt.*|prim[aä]r.*)$/i,
  /^(?:work|office|business|company|corporate|professional|direct|arbeit|b[uü]ro|gesch[aä]ft(?:lich)?|dienstlich|firma)$/i,
  /(?!)/,
  /^(?:mobile|mobil|cell|handy)$/i,
  /^(?:home|personal|private|privat|zuhause)$/i,
  /^(?:other|fax|pager|old|previous|sonstige.*|andere.*|alt)$/i,
]
const SAYS_NOTHING = 2

/** The list with the primary one first: the one that is marked, else, of addresses and numbers, the one at work. */
export function primaryFirst(key: string, list: readonly unknown[]): readonly unknown[] {
  if (list.length < 2) return list
  const ranks = list.map(element => rankOf(element, isChannel(key)))
  const best = ranks.indexOf(Math.min(...ranks))
  return best <= 0 ? list : [list[best], ...list.slice(0, best), ...list.slice(best + 1)]
}

function rankOf(element: unknown, hasTypes: boolean): number {
  if (typeof element !== 'object' || element === null) return SAYS_NOTHING
  const members = new Map<string, unknown>(Object.entries(element))
  if (FLAGS.some(flag => isSet(members.get(flag)))) return -1
  if (!hasTypes) return SAYS_NOTHING
  const type = TYPES.map(name => members.get(name)).find(text => typeof text === 'string')
  const rank = typeof type === 'string' ? RANKS.findIndex(words => words.test(type.trim())) : -1
  return rank < 0 ? SAYS_NOTHING : rank
}

function isSet(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1'
}
