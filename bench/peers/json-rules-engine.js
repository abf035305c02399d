import { fileURLToPath } from 'node:url'
import { Engine } from 'json-rules-engine'
import { factsOf } from './facts.js'
import { appendAnswers } from './rows.js'

/**
 * `node bench/peers/json-rules-engine.js IN OUT`: the forty rules as its JSON. A rule's points are a number, or a fact
 * where they depend on the lead.
 */
const INDUSTRIES = { software: 20, maschinenbau: 20, logistik: 15, handel: 10, retail: 10 }
const DEPARTMENTS = { it: 10, vertrieb: 8, sales: 8, marketing: 6 }
const SOURCES = { webinar: 15, referral: 15, messe: 12, web: 8, linkedin: 5 }
const DACH = ['germany', 'deutschland', 'de', 'austria', 'österreich', 'at', 'switzerland', 'schweiz', 'ch']
const FREE_MAIL = /@(gmail\.com|googlemail\.com|gmx\.de|gmx\.net|web\.de|outlook\.com|hotmail\.com|yahoo\.com)$/
const DISPOSABLE = /@(mailinator\.com|guerrillamail\.com|trashmail\.com)$/
const VALID = /^[a-z0-9_.+-]+@([a-z0-9-]+\.)+[a-z]{2,24}$/
const LEADERS = /\b(ceo\b|cto\b|cfo\b|founder\b|owner\b|geschäftsführ|vorstand\b|inhaber\b|managing director\b)/
const GROUPS = { company: 55, role: 45, contact: Infinity, forms: Infinity, behaviour: 50, signs: Infinity }

const is = (fact, operator, value) => ({ fact, operator, value })
const atLeast = (fact, value) => is(fact, 'greaterThanInclusive', value)
const above = (fact, value) => is(fact, 'greaterThan', value)
const within = (fact, from, to) => [is(fact, 'greaterThanInclusive', from), is(fact, 'lessThanInclusive', to)]
/** Rules are JSON, so a pattern is a text. */
const matches = (fact, { source }) => is(fact, 'matches', source)
const not = condition => ({ not: condition })
const any = (...conditions) => ({ any: conditions })
const known = fact => is(fact, 'notEqual', '')
/** Points that are a fact: earned where it is not 0. */
const computed = fact => ({ points: { fact }, earned: is(fact, 'notEqual', 0) })

const valid = matches('email', VALID)
const subscribed = is('unsubscribed', 'equal', false)

const RULES = [
  ...group('company', {
    size: [computed('sizePoints')],
    industry: [computed('industryPoints')],
    revenue: [computed('revenuePoints')],
    'large-and-rich': [5, atLeast('employees', 500), above('revenue', 50_000_000)],
    tiny: [-5, is('employees', 'lessThan', 5)],
    'stock-company': [4, matches('company', /\b(ag|se|inc|plc)\b/)],
    limited: [2, matches('company', /\b(gmbh|ltd)\b/)],
    dach: [10, is('country', 'in', DACH)],
    'english-speaking': [5, is('country', 'in', ['united kingdom', 'united states'])],
    'large-city': [1, is('city', 'in', ['berlin', 'münchen', 'wien', 'zürich'])],
  }),
  ...group('role', {
    leader: [35, matches('title', LEADERS)],
    head: [25, matches('title', /leiter(in)?\b|\b(head of|vp|director|chief)\b/)],
    buyer: [15, matches('title', /\b(einkäufer|procurement\b|purchasing\b|beschaffung)/)],
    outsider: [-20, matches('title', /\b(praktikant|student\b|intern\b|trainee\b|assisten)/)],
    department: [computed('departmentPoints')],
    manager: [5, matches('title', /manager/)],
    'no-title': [-5, is('title', 'equal', '')],
    'works-where-we-sell': [
      5,
      any(is('department', 'in', ['it', 'sales']), matches('title', /\b(sales|it|vertrieb)\b/)),
    ],
  }),
  ...group('contact', {
    'business-mail': [5, valid, not(matches('email', FREE_MAIL)), not(matches('email', DISPOSABLE))],
    'free-mail': [-10, valid, matches('email', FREE_MAIL)],
    'role-mail': [-5, valid, matches('email', /^(info|sales|office|kontakt|contact|support|hello|admin)@/)],
    reachable: [3, valid, known('phone')],
    'test-name': [-30, matches('lastName', /^(test|asdf)/)],
    'numbered-host': [1, matches('email', /@[a-z]+[0-9]{3}\./)],
    'german-phone': [1, matches('phone', /^\+49/)],
  }),
  ...group('forms', {
    demo: [computed('demoPoints'), is('demo', 'equal', true)],
    'demo-lately': [10, ...within('demoAge', 0, 30)],
    'asks-for-price': [computed('askingPoints'), matches('message', /\b(angebot\b|price\b|preis|quote\b)/)],
    urgent: [10, matches('message', /\b(bald\b|soon\b|dringend|asap\b|call me\b)/)],
    source: [computed('sourcePoints')],
    money: [computed('moneyPoints')],
  }),
  ...group('behaviour', {
    'page-views': [computed('viewPoints'), subscribed],
    'mail-clicks': [computed('clickPoints'), subscribed],
    active: [10, subscribed, ...within('activeAge', 0, 14)],
    recent: [computed('recentPoints'), subscribed, atLeast('pageViews', 5)],
    'looks-and-clicks': [5, subscribed, atLeast('pageViews', 10), atLeast('emailClicks', 3)],
    asleep: [-15, subscribed, above('activeAge', 365)],
  }),
  ...group('signs', {
    unsubscribed: [-20, is('unsubscribed', 'equal', true)],
    wrote: [5, known('message')],
    'two-signs': [5, atLeast('signCount', 2)],
  }),
]

const engine = new Engine(RULES, { replaceFactsInEventParams: true })
engine.addOperator('matches', (text, source) => patternOf(source).test(text))

const patterns = new Map()
function patternOf(source) {
  if (!patterns.has(source)) patterns.set(source, new RegExp(source))
  return patterns.get(source)
}

/** What the rules say of a lead. Sums and their bounds, and the stage, are beyond the engine. */
export async function judge(cells) {
  const read = factsOf(cells)
  const facts = { ...read, ...pointsOf(read) }
  const { events } = await engine.run(facts)
  const sums = { company: 0, role: 0, contact: 0, forms: 0, behaviour: 0, signs: 0 }
  for (const { params } of events) sums[params.group] += params.points
  for (const [name, most] of Object.entries(GROUPS)) sums[name] = Math.min(sums[name], most)
  const fit = bounded(sums.company + sums.role + sums.contact)
  const engagement = bounded(sums.forms + sums.behaviour + sums.signs)
  return {
    stage: stageOf(facts, fit, engagement),
    score: Math.floor((fit + engagement + 1) / 2),
    fit,
    engagement,
    reasons: events.map(({ type, params: { points } }) => `${type} ${points > 0 ? '+' : ''}${points}`).join('; '),
  }
}

function stageOf({ title, budget, message, demo, demoPoints }, fit, engagement) {
  if (/\bstudent\b/.test(title)) return 'disqualified'
  if (demo && demoPoints > 0 && fit >= 50) return 'SQL'
  const criteria = [budget >= 10_000, LEADERS.test(title), message !== '', /\b(bald|soon|start)\b/.test(message)]
  if (fit >= 60 && engagement >= 60 && criteria.filter(Boolean).length >= 2) return 'SQL'
  return fit >= 50 && engagement >= 40 ? 'MQL' : 'nurture'
}

function pointsOf({ employees, industry, revenue, department, source, budget, pageViews, emailClicks, ...lead }) {
  const { demo, message, demoAge, activeAge } = lead
  const halved = 0.5 ** (activeAge / 30)
  return {
    sizePoints: bandOf(employees, [1000, 25], [200, 20], [50, 12], [10, 4]),
    industryPoints: industry === '' ? 0 : (INDUSTRIES[industry] ?? 2),
    revenuePoints: Math.min(10, Math.floor(revenue / 1_000_000)),
    departmentPoints: DEPARTMENTS[department] ?? 0,
    demoPoints: faded(40, demoAge, Math.max(0, 1 - demoAge / 180)),
    askingPoints: faded(20, activeAge, halved),
    sourcePoints: source === '' ? 0 : (SOURCES[source] ?? 1),
    moneyPoints: bandOf(budget, [50_000, 15], [10_000, 10], [1, 3]),
    viewPoints: Math.min(15, pageViews),
    clickPoints: Math.min(12, faded(Math.floor(emailClicks / 2) * 3, activeAge, clickShare(activeAge))),
    recentPoints: activeAge > 90 ? 0 : faded(10, activeAge, halved),
    signCount: [demo, budget !== null, message !== ''].filter(Boolean).length,
  }
}

/** The points of the first bound that is reached. */
function bandOf(value, ...bands) {
  return bands.find(([from]) => value >= from)?.[1] ?? 0
}

/** Points count in full without a date, and not yet before it. */
function faded(points, age, share) {
  if (age === null) return points
  return age < 0 ? 0 : Math.floor(points * share + 0.5)
}

function clickShare(age) {
  return bandOf(-age, [-30, 1], [-90, 0.5], [-180, 0.25])
}

function bounded(points) {
  return Math.max(0, Math.min(100, points))
}

/** The rules of a group: their points, or the fact that holds them, and their conditions. */
function group(name, rules) {
  return Object.entries(rules).map(([type, [points, ...conditions]]) => {
    const given = typeof points === 'number' ? { points } : points
    const all = given.earned === undefined ? conditions : [...conditions, given.earned]
    return { conditions: { all }, event: { type, params: { group: name, points: given.points } } }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await appendAnswers(process.argv[2], process.argv[3], judge)
