import type { FieldName } from './fields.ts'

/** What the words of a status, or of a consent, say of an opt-out. Folded. */
export interface StatusWords {
  /** The fields whose columns may say it. */
  readonly of: readonly FieldName[]
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** A column without any of the words for yes says nothing of the field. */
  readonly needsYes?: true
  /** Of these a plain no says yes to the field, and a plain yes says no. */
  readonly inverts?: readonly FieldName[]
}

// biome-ignore format: words are read as a paragraph
const RECEIVES: readonly string[] = [
  'subscribed', 'subscribe', 'active', 'confirmed', 'opted in', 'opted-in', 'opt-in', 'opt in', 'optin', 'opted_in', 'angemeldet', 'abonniert', 'aktiv', 'bestätigt', 'single opt-in', 'double opt-in',
  'abonnent', 'receiving', 'explicit', 'implicit', 'enabled', 'allowed', 'erlaubt', 'zugestimmt', 'granted',
  'archived', 'erteilt', 'vorhanden', 'gegeben', 'agreed', 'accepted', 'consented', 'given', 'soft opt-in', 'express', 'implied',
]

/** Nobody who never agreed is written to. */
// biome-ignore format: words are read as a paragraph
const NEVER_AGREED: readonly string[] = [
  'not subscribed', 'never subscribed', 'never_subscribed', 'not_subscribed', 'nonsubscribed', 'non-subscribed', 'non subscribed', 'transactional', 'no consent', 'not given', 'not opted in', 'nicht abonniert', 'nicht angemeldet', 'nicht erteilt', 'keine einwilligung', 'ohne einwilligung', 'nicht vorhanden', 'nicht zugestimmt', 'nicht erlaubt', 'not allowed', 'not granted', 'refused',
]

const WAITS = [
  'pending',
  'unconfirmed',
  'unbestätigt',
  'nicht bestätigt',
  'ausstehend',
  'opt-in ausstehend',
  'awaiting confirmation',
]

// biome-ignore format: words are read as a paragraph
const OBJECTS: readonly string[] = [
  'unsubscribed', 'unsubscribe', 'opted out', 'opted-out', 'opt-out', 'opt out', 'optout', 'opted_out', 'cancelled', 'canceled', 'complained', 'complaint', 'complainer', 'spam', 'spam complaint', 'marked as spam', 'reported spam', 'spam_report', 'junk',
  'blacklisted', 'blocklisted', 'blocked', 'suppressed', 'do not contact', 'do not email', 'do not mail', 'do not allow', 'revoked', 'withdrawn', 'withdrew', 'denied', 'declined', 'objected', 'removed', 'inactive', 'deactivated', 'disabled',
  'abgemeldet', 'abbestellt', 'ausgetragen', 'gesperrt', 'werbesperre', 'robinson', 'robinsonliste', 'widerrufen', 'widersprochen', 'widerspruch', 'kein newsletter', 'keine werbung', 'gekündigt', 'inaktiv', 'deaktiviert', 'abgelehnt', 'nicht zulassen', 'beschwerde', 'blockiert',
]

// biome-ignore format: words are read as a paragraph
const BOUNCES: readonly string[] = [
  'bounced', 'bounce', 'hard bounce', 'hard bounced', 'hard_bounce', 'hardbounce', 'hard-bounce', 'cleaned', 'invalid', 'undeliverable', 'undelivered', 'unzustellbar', 'ungültig', 'bereinigt', 'gebounct', 'dead', 'rejected', 'does not exist', 'nicht zustellbar',
]

/** Every word that a status of a subscription can be. */
export const STATUS_TEXTS: ReadonlySet<string> = new Set([
  ...OBJECTS,
  ...BOUNCES,
  ...RECEIVES,
  ...NEVER_AGREED,
  ...WAITS,
])

/** Words that stand in no other status than one of a subscription. */
export const DISTINCTIVE: ReadonlySet<string> = new Set(
  [...STATUS_TEXTS].filter(word =>
    /subscri|opt|bounce|spam|complain|list|abgemeldet|abbestellt|newsletter|werb|robinson|cleaned|unzustellbar/.test(
      word,
    ),
  ),
)

/**
 * Opt-outs that a column says in the words of a status, where no column of their own says it; and consents in the words of
 * a status. A consent that is not given is an opt-out (`inverts`), unless a column of its own says otherwise.
 */
export const STATUS_WORDS: Partial<Record<FieldName, StatusWords>> = {
  unsubscribed: {
    of: ['marketing_status', 'marketing_consent'],
    yes: [...OBJECTS, ...NEVER_AGREED],
    no: [...RECEIVES, ...BOUNCES, ...WAITS],
    inverts: ['marketing_consent'],
  },
  email_bounced: { of: ['marketing_status'], yes: BOUNCES, no: [...RECEIVES, ...OBJECTS, ...WAITS], needsYes: true },
  marketing_consent: {
    of: ['marketing_consent'],
    yes: RECEIVES,
    no: [...OBJECTS, ...NEVER_AGREED, ...WAITS, ...BOUNCES],
  },
  newsletter: { of: ['newsletter'], yes: RECEIVES, no: [...OBJECTS, ...NEVER_AGREED, ...WAITS, ...BOUNCES] },
}
