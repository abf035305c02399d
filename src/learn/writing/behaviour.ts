import { isCatalogueField } from '../../io/bind/match.ts'
import type { FieldName } from '../../ir/catalogue/fields.ts'
import { EVENTS } from '../bins/column.ts'

/** Fields about behaviour; all others describe the person or company. */
// biome-ignore format: a list of names is read as a paragraph
const BEHAVIOUR: ReadonlySet<FieldName> = new Set<FieldName>([
  'page_views', 'visits', 'pages_per_visit', 'time_on_site', 'pricing_page_views', 'last_visit_date', 'email_opens',
  'email_clicks', 'email_replies', 'form_submissions', 'downloads', 'webinar', 'contact_requested', 'demo_requested',
  'quote_requested', 'meeting_booked', 'calls', 'message', 'newsletter', 'trial_started', 'activated', 'logins',
  'active_users', 'invited_users', 'usage', 'features_used', 'orders', 'last_activity_date', 'source', 'lead_origin',
  'campaign', 'utm_source', 'utm_medium', 'unsubscribed', 'do_not_call', 'email_bounced', 'marketing_status',
])

const BEHAVIOUR_WORDS =
  /\b(?:time|visit\p{L}*|page\p{L}*|activit\p{L}*|click\p{L}*|open\p{L}*|e?mail\p{L}*|download\p{L}*|webinar\p{L}*|demo|session\p{L}*|login\p{L}*|event\p{L}*|form\p{L}*|requested|besuch\p{L}*|seite\p{L}*|klick\p{L}*|chat\p{L}*|call\p{L}*|contacted|campaign|source|origin|channel|medium|referrer|quelle)\b/iu

/** The score that a field belongs to in a new rulebook. */
export function scoreOfField(field: string, heading: string): 'fit' | 'engagement' {
  if (field === EVENTS) return 'engagement'
  const known = isCatalogueField(field)
  const isBehaviour = known ? BEHAVIOUR.has(field) : BEHAVIOUR_WORDS.test(heading.replace(/[_.-]+/g, ' '))
  return isBehaviour ? 'engagement' : 'fit'
}

/** Fields that say what somebody did while nobody asked them: pages, time, mails that were opened. */
// biome-ignore format: a list of names is read as a paragraph
const TRACKED: ReadonlySet<FieldName> = new Set<FieldName>([
  'page_views', 'visits', 'pages_per_visit', 'time_on_site', 'pricing_page_views', 'last_visit_date', 'email_opens',
  'email_clicks', 'usage', 'features_used', 'logins',
])

const TRACKED_WORDS =
  /\b(?:time|visit\p{L}*|page\p{L}*|activit\p{L}*|click\p{L}*|open(?:s|ed)|session\p{L}*|login\p{L}*|besuch\p{L}*|seite\p{L}*|klick\p{L}*)\b/iu

export function isBehaviourTracked(field: string, heading: string): boolean {
  if (field === EVENTS) return true
  return isCatalogueField(field) ? TRACKED.has(field) : TRACKED_WORDS.test(heading.replace(/[_.-]+/g, ' '))
}
