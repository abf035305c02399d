/** What events are called in any file, so that one rulebook works for all systems. */
interface StandardSignal {
  readonly about: string
  /** What it is called in files of unknown origin, beside its own name; compared by `eventKey`. */
  readonly names: readonly string[]
  /** A wider signal that it stands for, too. */
  readonly within?: string
  /** The status of such an event, where its file has no column for it. */
  readonly status?: string
}

// biome-ignore format: a list of names is read as a paragraph
export const SIGNALS = {
  page_view: {
    about: 'looked at a page of the web site',
    names: [
      'page viewed', 'viewed page', 'page visit', 'visited page', 'page', 'pageviews', 'screen view', '$pageview',
      '$mp_web_page_view', 'web page view', 'visit webpage', 'visited url', 'Seitenaufruf', 'Seitenansicht',
    ],
  },
  visit: {
    about: 'came to the web site',
    names: ['session', 'session start', 'session started', 'web visit', 'website visit', 'Besuch', 'Sitzung'],
  },
  pricing_view: {
    about: 'looked at the prices',
    names: ['pricing page view', 'viewed pricing', 'viewed pricing page', 'pricing viewed', 'visited pricing page', 'Preisseite'],
  },
  form_submit: {
    about: 'sent off a form',
    names: [
      'form submission', 'form submitted', 'submitted form', 'form', 'form fill', 'form filled', 'filled out form',
      'fill out form', 'form completed', 'generate lead', 'lead form submitted', 'Formular', 'Formular gesendet',
      'Formularübermittlung', 'Formulareinsendung',
    ],
  },
  download: {
    about: 'downloaded a document',
    names: [
      'file download', 'file downloaded', 'downloaded', 'downloaded file', 'content download', 'content downloaded',
      'whitepaper download', 'whitepaper downloaded', 'downloaded whitepaper', 'ebook download', 'asset download',
      'pdf download', 'Datei heruntergeladen',
    ],
  },
  video: {
    about: 'watched a video',
    names: ['video start', 'video started', 'video play', 'video played', 'played video', 'video view', 'video watched', 'watched video', 'video complete', 'video completed'],
  },
  chat: {
    about: 'wrote in a chat',
    names: ['chat started', 'started chat', 'chat message', 'conversation started', 'live chat'],
  },
  email_sent: {
    about: 'was sent a mail',
    names: ['sent', 'send', 'email send', 'sent email', 'send email', 'mail sent', 'E-Mail gesendet', 'Versand'],
  },
  email_delivered: {
    about: 'was delivered a mail',
    names: ['delivered', 'delivery', 'email delivery', 'E-Mail zugestellt'],
  },
  email_open: {
    about: 'opened a mail, or a program of theirs did',
    names: ['open', 'opened', 'email opened', 'opened email', 'open email', 'marketing email open', 'E-Mail geöffnet', 'Öffnung'],
  },
  email_click: {
    about: 'clicked in a mail',
    names: ['email clicked', 'clicked email', 'click email', 'email link clicked', 'clicked link in email', 'email link click', 'E-Mail-Klick', 'E-Mail angeklickt'],
  },
  email_reply: {
    about: 'answered a mail',
    names: ['reply', 'replied', 'email replied', 'replied to email', 'email response', 'E-Mail beantwortet', 'Antwort'],
  },
  email_bounce: {
    about: 'a mail came back',
    names: ['bounce', 'bounced', 'email bounced', 'hard bounce', 'soft bounce', 'hardbounce', 'softbounce'],
  },
  unsubscribe: {
    about: 'does not want mails any more',
    names: [
      'unsubscribed', 'opt out', 'opted out', 'optout', 'email unsubscribe', 'email unsubscribed', 'unsubscribe email',
      'list unsubscribe', 'Abmeldung', 'abgemeldet',
    ],
  },
  spam_complaint: {
    about: 'called a mail spam',
    names: ['spam', 'spam report', 'complaint', 'marked as spam'],
  },
  subscribe: {
    about: 'wants a newsletter',
    names: ['subscribed', 'newsletter signup', 'newsletter subscribed', 'newsletter subscription', 'opt in', 'opted in', 'Newsletter-Anmeldung'],
  },
  webinar: { about: 'had to do with a webinar; its status says how far it got', names: [] },
  webinar_registered: {
    about: 'registered for a webinar',
    names: ['registered for webinar', 'webinar registration', 'webinar signup', 'registered webinar', 'Webinar-Anmeldung', 'Webinar angemeldet'],
    within: 'webinar',
    status: 'registered',
  },
  webinar_attended: {
    about: 'attended a webinar',
    names: ['attended webinar', 'webinar attendance', 'joined webinar', 'webinar joined', 'webinar participation', 'Webinar-Teilnahme', 'Webinar teilgenommen'],
    within: 'webinar',
    status: 'attended',
  },
  live_event: { about: 'had to do with a trade fair, a seminar or the like; its status says how far it got', names: [] },
  live_event_registered: {
    about: 'registered for a trade fair, a seminar or the like',
    names: ['registered for event', 'event registration', 'event registered', 'Veranstaltungsanmeldung'],
    within: 'live_event',
    status: 'registered',
  },
  live_event_attended: {
    about: 'was at a trade fair, a seminar or the like',
    names: ['attended event', 'event attended', 'event attendance', 'event check in', 'event checked in', 'visited booth', 'Veranstaltung besucht', 'Messebesuch', 'Messegespräch'],
    within: 'live_event',
    status: 'attended',
  },
  campaign_response: {
    about: 'responded to a campaign',
    names: ['responded', 'campaign responded'],
  },
  meeting: {
    about: 'met with somebody from sales',
    names: ['meeting held', 'meeting completed', 'had meeting', 'meeting attended', 'appointment', 'Termin', 'Besprechung', 'Meeting stattgefunden'],
  },
  meeting_booked: {
    about: 'booked a meeting',
    names: ['booked meeting', 'meeting scheduled', 'scheduled meeting', 'appointment booked', 'Termin gebucht', 'Termin vereinbart'],
  },
  call: {
    about: 'was on the phone with somebody from sales',
    names: ['phone call', 'call completed', 'call logged', 'phone', 'Anruf', 'Telefonat', 'Telefongespräch'],
  },
  contact_request: {
    about: 'asked to be contacted',
    names: ['contact us', 'contact requested', 'contact form', 'contact sales', 'callback request', 'callback requested', 'Kontaktanfrage', 'Kontaktformular', 'Rückrufwunsch'],
  },
  demo_request: {
    about: 'asked for a demo',
    names: ['demo requested', 'requested demo', 'request demo', 'requested a demo', 'book demo', 'booked demo', 'book a demo', 'demo booked', 'Demo-Anfrage', 'Demo angefragt'],
  },
  quote_request: {
    about: 'asked for a quote',
    names: ['quote requested', 'requested quote', 'request quote', 'request for quote', 'requested a quote', 'rfq', 'Angebotsanfrage', 'Angebot angefragt'],
  },
  trial_start: {
    about: 'started a trial of the product',
    names: ['trial started', 'started trial', 'start trial', 'free trial', 'trial', 'trial signup', 'trial begin', 'Testphase gestartet', 'Test gestartet'],
  },
  signup: {
    about: 'signed up for the product',
    names: ['signed up', 'sign up', 'sign_up', 'account created', 'create account', 'created account', 'user registered', 'registration completed', 'Registrierung'],
  },
  login: {
    about: 'logged in to the product',
    names: ['logged in', 'log in', 'sign in', 'signed in', 'user login', 'eingeloggt'],
  },
  activated: {
    about: 'got the product to work',
    names: ['activation', 'user activated', 'account activated', 'onboarding completed', 'completed onboarding', 'Onboarding abgeschlossen'],
  },
  invite: {
    about: 'invited a colleague',
    names: ['invited', 'invite sent', 'invited user', 'user invited', 'invite user', 'sent invite', 'invited teammate', 'team member invited', 'invited colleague', 'Kollegen eingeladen'],
  },
  usage: {
    about: 'used the product',
    names: ['feature used', 'used feature', 'used', 'product used', 'app open', 'app opened', 'Nutzung'],
  },
  upgrade: {
    about: 'moved to a larger plan, or ran into the limits of this one',
    names: ['upgraded', 'plan upgraded', 'upgraded plan', 'limit reached', 'usage limit reached', 'upgrade clicked'],
  },
  add_to_cart: {
    about: 'put something into the cart',
    names: ['added to cart', 'product added', 'cart add', 'begin checkout', 'checkout started', 'In den Warenkorb'],
  },
  purchase: {
    about: 'bought something',
    names: ['purchased', 'order', 'order placed', 'order completed', 'placed order', 'ordered', 'checkout completed', 'Kauf', 'Bestellung', 'bestellt'],
  },
} as const satisfies Record<string, StandardSignal>

export type SignalName = keyof typeof SIGNALS
