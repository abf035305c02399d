/** Values of closed leads, won and lost, folded. Leads with any other value are open. */
// biome-ignore format: a list of words is read as a paragraph
export const WON_WORDS: ReadonlySet<string> = new Set([
  'won', 'closed won', 'closed-won', 'closedwon', 'deal won', 'win', 'gewonnen', 'abgeschlossen - gewonnen', 'abschluss',
  'converted', 'closed - converted', 'closed converted', 'konvertiert', 'qualified - converted', 'customer', 'kunde',
  'client', 'sold', 'verkauft', 'purchased', 'bought', 'gekauft', 'signed', 'enrolled', 'evangelist',
])

// biome-ignore format: a list of words is read as a paragraph
export const LOST_WORDS: ReadonlySet<string> = new Set([
  'lost', 'closed lost', 'closed-lost', 'closedlost', 'deal lost', 'verloren', 'abgeschlossen - verloren', 'not converted',
  'closed - not converted', 'closed not converted', 'nicht konvertiert', 'unqualified', 'disqualified', 'not qualified',
  'unqualifiziert', 'disqualifiziert', 'nicht qualifiziert', 'dead', 'dead lead', 'junk', 'junk lead', 'lost lead', 'rejected',
  'abgelehnt', 'not interested', 'no interest', 'kein interesse', 'cancelled', 'canceled', 'storniert', 'not bought',
  'churned', 'recycled', 'abandoned',
])

/** Headings of columns that say yes or no to "was it won?"; compared by their words, `Is Converted` and `is_converted` alike. */
// biome-ignore format: a list of words is read as a paragraph
export const YES_NO_HEADINGS: ReadonlySet<string> = new Set([
  'converted', 'is converted', 'isconverted', 'conversion', 'won', 'is won', 'iswon', 'deal won', 'customer', 'is customer',
  'became customer', 'is client', 'purchased', 'bought', 'sold', 'outcome', 'won lost', 'closed won', 'gewonnen',
  'konvertiert', 'gekauft', 'kunde', 'ist kunde', 'abschluss', 'enrolled', 'subscribed to plan',
])
