import type { FieldName } from '../../ir/catalogue/fields.ts'

/** How a rule is drafted from the values of a field. */
export type Way =
  /** Points if the value is true. */
  | 'flag'
  /** Points if the field has a value. */
  | 'known'
  /** More points for higher numbers, in steps chosen from the numbers found. */
  | 'steps'
  /** A table of the values that were found. */
  | 'values'
  /** More points for more recent dates. */
  | 'recent'

export type ScoreName = 'fit' | 'engagement'

export interface Template {
  readonly way: Way
  readonly score: ScoreName
  readonly group: string
  readonly id: string
  /** For steps from the lowest, for values and days from the best. */
  readonly points: readonly number[]
}

/** Templates of rules for each known field, in the order in which rules are written. */
// biome-ignore format: a table is read in rows
export const TEMPLATES: Partial<Readonly<Record<FieldName, Template>>> = {
  employees:          { way: 'steps', score: 'fit', group: 'company', id: 'size', points: [6, 12, 20] },
  annual_revenue:     { way: 'steps', score: 'fit', group: 'company', id: 'revenue', points: [5, 10] },
  industry:           { way: 'values', score: 'fit', group: 'company', id: 'industry', points: [15, 10, 5] },
  country:            { way: 'values', score: 'fit', group: 'company', id: 'country', points: [10, 6, 3] },
  job_title:          { way: 'values', score: 'fit', group: 'person', id: 'title', points: [15, 10, 5] },
  seniority:          { way: 'values', score: 'fit', group: 'person', id: 'seniority', points: [15, 10, 5] },
  decision_role:      { way: 'values', score: 'fit', group: 'person', id: 'decision-role', points: [20, 10, 5] },
  department:         { way: 'values', score: 'fit', group: 'person', id: 'department', points: [10, 6, 3] },
  occupation:         { way: 'values', score: 'fit', group: 'person', id: 'occupation', points: [15, 10, 5] },
  specialization:     { way: 'values', score: 'fit', group: 'person', id: 'specialization', points: [10, 6, 3] },
  household_income:   { way: 'steps', score: 'fit', group: 'person', id: 'income', points: [5, 10] },
  budget:             { way: 'steps', score: 'fit', group: 'purchase', id: 'budget-size', points: [5, 10, 15] },
  timeline:           { way: 'values', score: 'fit', group: 'purchase', id: 'when-to-buy', points: [10, 6, 3] },
  need:               { way: 'known', score: 'fit', group: 'purchase', id: 'need-told', points: [5] },
  phone:              { way: 'known', score: 'fit', group: 'contact', id: 'has-phone', points: [3] },

  demo_requested:     { way: 'flag', score: 'engagement', group: 'requests', id: 'demo', points: [40] },
  quote_requested:    { way: 'flag', score: 'engagement', group: 'requests', id: 'quote', points: [40] },
  contact_requested:  { way: 'flag', score: 'engagement', group: 'requests', id: 'wants-contact', points: [30] },
  meeting_booked:     { way: 'flag', score: 'engagement', group: 'requests', id: 'meeting', points: [30] },
  trial_started:      { way: 'flag', score: 'engagement', group: 'requests', id: 'trial', points: [25] },
  activated:          { way: 'flag', score: 'engagement', group: 'requests', id: 'activated', points: [15] },
  page_views:         { way: 'steps', score: 'engagement', group: 'behaviour', id: 'pages', points: [4, 8, 12] },
  visits:             { way: 'steps', score: 'engagement', group: 'behaviour', id: 'visits', points: [3, 6, 10] },
  pages_per_visit:    { way: 'steps', score: 'engagement', group: 'behaviour', id: 'pages-per-visit', points: [2, 4] },
  time_on_site:       { way: 'steps', score: 'engagement', group: 'behaviour', id: 'time-on-site', points: [4, 8, 12] },
  pricing_page_views: { way: 'steps', score: 'engagement', group: 'behaviour', id: 'pricing-pages', points: [5, 10] },
  form_submissions:   { way: 'steps', score: 'engagement', group: 'behaviour', id: 'forms', points: [5, 10] },
  downloads:          { way: 'steps', score: 'engagement', group: 'behaviour', id: 'downloads', points: [5, 10] },
  webinar:            { way: 'values', score: 'engagement', group: 'behaviour', id: 'webinar', points: [10, 6, 3] },
  email_opens:        { way: 'steps', score: 'engagement', group: 'behaviour', id: 'opens', points: [2, 4] },
  email_clicks:       { way: 'steps', score: 'engagement', group: 'behaviour', id: 'clicks', points: [4, 8] },
  email_replies:      { way: 'steps', score: 'engagement', group: 'behaviour', id: 'replies', points: [10, 15] },
  calls:              { way: 'steps', score: 'engagement', group: 'behaviour', id: 'calls', points: [5, 8] },
  newsletter:         { way: 'flag', score: 'engagement', group: 'behaviour', id: 'newsletter', points: [5] },
  logins:             { way: 'steps', score: 'engagement', group: 'use', id: 'logins', points: [5, 10] },
  usage:              { way: 'steps', score: 'engagement', group: 'use', id: 'usage', points: [5, 10] },
  features_used:      { way: 'steps', score: 'engagement', group: 'use', id: 'features', points: [5, 10] },
  active_users:       { way: 'steps', score: 'engagement', group: 'use', id: 'users', points: [5, 10, 15] },
  orders:             { way: 'steps', score: 'engagement', group: 'use', id: 'orders', points: [5, 10] },
  source:             { way: 'values', score: 'engagement', group: 'origin', id: 'source', points: [8, 5, 3] },
  lead_origin:        { way: 'values', score: 'engagement', group: 'origin', id: 'origin', points: [8, 5, 3] },
  last_activity_date: { way: 'recent', score: 'engagement', group: 'recency', id: 'active', points: [15, 8] },
  last_visit_date:    { way: 'recent', score: 'engagement', group: 'recency', id: 'visited', points: [10, 5] },
  last_login_date:    { way: 'recent', score: 'engagement', group: 'recency', id: 'logged-in', points: [10, 5] },
  last_order_date:    { way: 'recent', score: 'engagement', group: 'recency', id: 'ordered', points: [10, 5] },
}

/** Templates for unknown fields, by type; dates and lists get no rule. */
export const OWN_WAYS = {
  boolean: { way: 'flag', points: [5] },
  number: { way: 'steps', points: [4, 8] },
  text: { way: 'values', points: [8, 5, 3] },
} as const

/** Shares of fewer leads say little. */
export const FEW_LEADS = 30

/** Job titles of decision makers, in English and German. A * is a wildcard. */
// biome-ignore format: a list of words is read as a paragraph
export const DECIDERS = [
  'CEO', 'CTO', 'CFO', 'CIO', 'COO', 'CMO', 'Chief', 'President', 'Owner', 'Founder*', 'Managing Director', 'Partner',
  'GF', 'geschäftsführ*', 'Inhaber*', 'Vorstand*', 'Prokurist*', 'Gründer*', 'Geschäftsleitung',
  'VP', 'Vice President', 'Director', 'Head of', 'Direktor*', '*leiter', '*leiterin', '*leitung',
]

/** Values of leads that are already won or lost, folded. */
// biome-ignore format: a list of words is read as a paragraph
export const CLOSED_VALUES: readonly { readonly field: FieldName; readonly id: string; readonly words: readonly string[] }[] = [
  { field: 'lifecycle_stage', id: 'already-won', words: ['customer', 'kunde', 'evangelist'] },
  { field: 'lead_status', id: 'given-up', words: [
    'unqualified', 'disqualified', 'nicht qualifiziert', 'unqualifiziert', 'disqualifiziert', 'junk', 'junk lead', 'spam',
    'bad data', 'ungültig', 'closed - not converted',
  ] },
]

/** Boolean fields that exclude a lead. */
export const EXCLUDING_FIELDS: readonly FieldName[] = ['test_record', 'competitor', 'do_not_contact']

/** Placeholders of forms and exports for "nothing selected", folded. */
// biome-ignore format: a list of words is read as a paragraph
export const UNCHOSEN: readonly string[] = [
  'select', '--none--', '- none -', 'please select', 'bitte wählen', 'bitte auswählen', 'k. a.', 'k.a.', 'keine angabe',
  'n/v', 'unknown', 'unbekannt', 'not provided',
]

/** The id of the rule for decision makers. */
export const DECIDER = 'decider'
