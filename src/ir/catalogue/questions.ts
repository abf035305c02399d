import type { FieldName } from './fields.ts'

/**
 * What the headings of forms ask for, in their own words: a heading that holds all words of a phrase, in this order, asks
 * for that field. `*` stands for the rest of a word. Of several phrases the one with the most words is meant, of equals
 * the first. A heading that is only such a phrase is as good as one that is a whole question.
 */
// biome-ignore format: phrases are read as a paragraph
export const QUESTIONS: Partial<Record<FieldName, readonly string[]>> = {
  unsubscribed: [
    'opted out email', 'opted out of email',     'no longer wish * receive', 'do not want * receive', 'no marketing emails', 'not * send * emails',
    'keine werbung', 'keine e mails', 'keine newsletter',
  ],
  do_not_contact: ['do not contact', 'nicht kontaktier*', 'keine kontaktaufnahme'],
  newsletter: ['subscribe newsletter', 'receive newsletter', 'sign up newsletter', 'newsletter abonnieren', 'newsletter erhalten', 'newsletter anmelden'],
  marketing_consent: [
    'receive marketing', 'marketing emails', 'marketing communication*', 'agree * contacted', 'agree receive',
    'consent receive', 'may contact', 'can contact you', 'dürfen kontaktieren', 'dürfen ihnen senden', 'einverstanden kontaktiert', 'einverstanden werbung', 'einwillig* werbung',
    'informationen per e mail', 'stimme werbung zu', 'möchte informationen erhalten',
  ],
  employees: [
    'how many employees', 'how many people work', 'how many people', 'number employees', 'size company', 'company size',
    'how big company', 'how large company', 'how big team', 'size organi*', 'organi* size', 'team size', 'wie groß team', 'teamgröße', 'how many staff',
    'wie viele mitarbeit*', 'wieviele mitarbeit*', 'wie viel mitarbeit*', 'anzahl mitarbeit*', 'wie groß unternehmen',
    'wie groß firma', 'größe unternehmens', 'größe firma', 'mitarbeiter* unternehmen', 'wie viele beschäftigte',
    'wie viele angestellte', 'wie viele personen arbeiten',
  ],
  annual_revenue: [
    'annual revenue', 'yearly revenue', 'annual turnover', 'revenue company', 'company revenue', 'how much revenue', 'yearly turnover',
    'jahresumsatz', 'wie hoch umsatz', 'umsatz unternehmens', 'umsatz firma',
  ],
  industry: [
    'what industry', 'which industry', 'your industry', 'industry company', 'what sector', 'which sector', 'company industry',
    'welche* branche', 'ihre branche', 'branche unternehmens', 'branche tätig',
  ],
  job_title: [
    'your role', 'your job', 'your position', 'your title', 'job title', 'job role', 'what role', 'which role', 'role company', 'role organi*', 'current role',
    'what do you do', 'current position', 'your function',
    'ihre rolle', 'ihre position', 'ihre funktion', 'deine rolle', 'deine position', 'welche position', 'welche rolle', 'welche funktion',
    'rolle unternehmen', 'position unternehmen', 'funktion unternehmen', 'ihre tätigkeit', 'ihr* beruf*',
  ],
  department: ['which department', 'what department', 'your department', 'welche* abteilung', 'ihre abteilung'],
  seniority: ['seniority', 'job level', 'level seniority', 'karrierestufe'],
  decision_role: [
    'decision maker', 'involved decision', 'role decision', 'role buying', 'role purchas*', 'who decides', 'make* decision',
    'entscheider*', 'treffen entscheidung*', 'rolle entscheidung*', 'rolle kauf*', 'wer entscheidet',
  ],
  timeline: [
    'when plan buy', 'when plan purchase', 'when plan start', 'when plan implement', 'when plan', 'when want start', 'when want buy',
    'when like start', 'when looking', 'when do you need', 'when need', 'when start', 'when buy', 'when purchase', 'how soon', 'how quickly',
    'purchase timeline', 'implementation timeline', 'buying time*', 'purchas* time*', 'project time*', 'time frame', 'what timeframe', 'timeframe', 'timeline',
    'wann planen', 'wann möchte* starten', 'wann wollen starten', 'wann soll* starten', 'wann soll* losgehen', 'wann kaufen', 'wann benötigen',
    'wann brauchen', 'wann einführ*', 'wann anschaff*', 'wann beginn*', 'wann starten', 'bis wann', 'wie schnell', 'welche* zeitraum',
    'welche* zeitrahmen', 'zeitraum projekt*', 'zeitrahmen', 'kaufzeitraum', 'startzeitpunkt', 'projektstart',
  ],
  budget: [
    'your budget', 'what budget', 'how much budget', 'budget project', 'project budget', 'budget available', 'budget range', 'estimated budget', 'monthly budget',
    'how much spend', 'how much willing', 'how much plan spend', 'planned spend',
    'welche* budget', 'wie hoch budget', 'ihr budget', 'budget verfügung', 'wie viel ausgeben', 'wie viel investieren', 'budget projekt',
  ],
  need: [
    'what need', 'what do you need', 'what looking', 'biggest challenge', 'main challenge', 'your challenge*', 'what problem', 'which problem', 'pain point*',
    'your goal*', 'main goal', 'primary goal', 'use case', 'what hoping', 'trying solve', 'trying achieve', 'how can we help', 'how may we help',
    'was benötigen', 'was brauchen', 'was suchen', 'was ihr ziel', 'größte herausforderung', 'ihre herausforderung*', 'welche herausforderung*',
    'welche* problem', 'wie können helfen', 'womit können helfen', 'wobei können helfen', 'was möchten erreichen', 'ihr anliegen', 'worum geht',
  ],
  interests: [
    'interested in', 'which product*', 'what product*', 'which service*', 'which topic*', 'area interest', 'areas interest', 'topics interest', 'which solution*',
    'interessier*', 'welche produkt*', 'welche themen', 'welche* lösung*', 'welche leistung*', 'interesse an', 'woran interess*', 'wofür interess*',
  ],
  source: [
    'how hear', 'how find us', 'how found us', 'how discover*', 'how learn about', 'where hear', 'where find us', 'how know about', 'who referred', 'heard about',
    'wie auf uns aufmerksam', 'wie erfahren', 'woher kennen', 'wie gefunden', 'wodurch aufmerksam', 'auf uns gestoßen', 'auf uns aufmerksam', 'wie aufmerksam geworden',
  ],
  existing_customer: ['already customer', 'existing customer', 'current customer', 'bereits kund*', 'schon kund*'],
  contact_requested: ['like contacted', 'want contacted', 'want call back', 'like call back', 'request callback', 'kontaktiert werden', 'rückruf'],
  demo_requested: ['interesse demo', 'interested demo', 'interest demo', 'like demo', 'want demo', 'request demo', 'schedule demo', 'book demo', 'demo vereinbaren', 'demo wünsch*', 'demo erhalten'],
  quote_requested: ['like quote', 'want quote', 'request quote', 'angebot erhalten', 'angebot anfordern', 'angebot wünsch*'],
  first_name: ['your first name', 'wie vorname', 'ihr vorname', 'dein vorname', 'first name', 'vorname'],
  last_name: ['your last name', 'your surname', 'ihr nachname', 'dein nachname', 'ihr familienname', 'last name', 'nachname'],
  email: [
    'email address', 'e mail address', 'your email', 'your e mail', 'work email', 'business email', 'company email', 'which email',
    'e mail adresse', 'ihre e mail', 'deine e mail', 'ihre mail*', 'deine mail*', 'geschäftliche e mail', 'welche e mail',
  ],
  mobile: ['mobile number', 'mobile phone', 'cell phone', 'handynummer', 'mobilnummer', 'ihre mobil*', 'whatsapp number'],
  phone: [
    'phone number', 'your phone', 'telephone number', 'work phone', 'your number', 'best number', 'how can we reach you',
    'telefonnummer', 'ihre telefon*', 'deine telefon*', 'ihre rufnummer', 'wie können erreichen',
  ],
  website: ['your website', 'company website', 'website url', 'ihre website', 'ihre webseite', 'ihre homepage', 'website unternehmens'],
  postal_code: ['your zip', 'zip code', 'your postcode', 'postal code', 'ihre postleitzahl', 'ihre plz'],
  city: ['which city', 'what city', 'your city', 'which town', 'welche* stadt', 'welche* ort', 'ihr ort', 'ihre stadt'],
  country: ['which country', 'what country', 'your country', 'country based', 'where are you based', 'where are you located', 'welche* land', 'ihr land'],
  message: [
    'your message', 'comment message', 'message comment', 'nachricht oder kommentar', 'your question*', 'questions comments', 'comments questions', 'anything else', 'additional comments', 'additional information', 'tell us more', 'further information',
    'ihre nachricht', 'ihre frage*', 'deine nachricht', 'weitere anmerkungen', 'noch etwas', 'möchten uns mitteilen', 'weitere informationen', 'anmerkungen',
  ],
  // Last, as questions about anything else name the company, too; and those about a company ask for its name.
  company: [
    'company name', 'name company', 'name employer', 'name arbeitgeber*', 'name organization', 'which company', 'what company', 'where do you work', 'your company', 'your organi*',
    'firmenname', 'name firma', 'name unternehmens', 'name organisation', 'welche* firma', 'welche* unternehmen arbeiten',
    'ihr unternehmen', 'ihre firma', 'dein unternehmen', 'deine firma', 'für welche* unternehmen', 'bei welche* unternehmen',
  ],
  full_name: [
    'your name', 'your full name', 'what name', 'wie heißen', 'wie heißt du', 'ihr name', 'dein name', 'wie ihr name', 'vor und nachname', 'first and last name', 'vorname nachname', 'first last name',
  ],
}

/** Words of a heading that say nothing of what it asks for. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...[
    'your',
    'the',
    'a',
    'an',
    'my',
    'is',
    'are',
    'what',
    'please',
    'enter',
    'provide',
    'of',
    'for',
    'at',
    's',
    'you',
    'select',
    'choose',
  ],
  ...[
    'ihr',
    'ihre',
    'ihren',
    'ihrer',
    'ihres',
    'ihrem',
    'dein',
    'deine',
    'deinen',
    'deiner',
    'mein',
    'meine',
    'der',
    'die',
    'das',
    'des',
  ],
  ...[
    'wie',
    'lautet',
    'bitte',
    'geben',
    'sie',
    'an',
    'welche',
    'ist',
    'sind',
    'im',
    'in',
    'zur',
    'zum',
    'pflichtfeld',
    'required',
    'optional',
  ],
])

/** A heading with one of these words is about somebody or something else than the lead, so that nothing is guessed of it. */
export const OF_OTHERS: ReadonlySet<string> = new Set([
  ...[
    'manager',
    'owner',
    'assistant',
    'referrer',
    'referred',
    'spouse',
    'emergency',
    'host',
    'rep',
    'sender',
    'parent',
    'author',
    'organizer',
  ],
  ...[
    'created',
    'modified',
    'updated',
    'previous',
    'old',
    'former',
    'alternate',
    'verified',
    'status',
    'type',
    'label',
    'lookup',
    'id',
    'score',
  ],
  ...[
    'sms',
    'hash',
    'guest',
    'guests',
    'friend',
    'colleague',
    'billing',
    'shipping',
    'attended',
    'count',
    'confidence',
    'count',
  ],
  ...[
    'vorgesetzter',
    'assistenz',
    'besitzer',
    'inhaber',
    'empfehler',
    'notfall',
    'rechnung',
    'lieferung',
    'gast',
    'gastgeber',
    'alte',
    'alter',
  ],
])

/** What systems and loaders put around the names of custom fields: `Budget__c`, `cf_budget`, `custom.Budget`. */
export const AROUND_NAMES: readonly RegExp[] = [
  /^(?:(?:primary|main|work|business|company|office|mailing|postal|home|firmen) ?)?(?:address|adresse|anschrift)(?: ?[_.:/-] ?| )(?=(?:country|city|town|state|region|province|zip|post|street|ort|plz|land|stadt|stra)[\w/ -]*)/i,
  / ?[-/] ?(?:work|home|business|office|primary|gesch\u00e4ftlich|b\u00fcro|privat)$/i,
  /__pc$|__c$|_c$|_cf$/i,
  /^(?:c?cf|custom|custom_?fields?|custom_?attributes?|user_?fields?|additional_?fields?|properties|property|attributes|merge_?fields|field)(?:\.|__|_(?=[a-z]))/i,
  /^(?:contact|lead|person|prospect|subscriber|attendee|registrant|invitee|respondent|customer|kontakt|teilnehmer|kunde)(?:\.|_+| - |: )/i,
]
