import { createRandom } from '../random.js'

/**
 * Closed leads whose chance of being won is known, because it is drawn here. `late` are columns that are filled in after
 * the outcome: `tune` has to name them.
 */
export const SETS = {
  'B2B software': { leads: 3_000, draw: software, late: ['Contract Value', 'Closing Reason'] },
  insurance: { leads: 6_000, draw: insurance, late: ['Policy Number'] },
  'rare outcome, 1%': { leads: 12_000, draw: rare, late: [] },
  '300 leads': { leads: 300, draw: software, late: ['Contract Value', 'Closing Reason'] },
  'many text values': { leads: 5_000, draw: manyValues, late: [] },
  'strong interaction': { leads: 5_000, draw: interaction, late: [] },
  'drift, by time': { leads: 5_000, draw: drifting, late: [], flags: ['--date', 'Created'] },
  'job titles': { leads: 4_000, draw: titles, late: [] },
  'mail addresses': { leads: 3_000, draw: mails, late: [] },
  accounts: { leads: 3_000, draw: accounts, late: [] },
  'pure noise': { leads: 2_000, draw: noise, late: [] },
}

/** The leads of a set as CSV, with the true chance of each. */
export function drawSet(name, seed = 1) {
  const { leads, draw } = SETS[name]
  const random = createRandom(seed * 7_919 + name.length)
  const tools = {
    random,
    below: limit => Math.floor(random() * limit),
    pick: items => items[Math.floor(random() * items.length)],
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  }
  const rows = []
  const chances = []
  const won = []
  for (let lead = 0; lead < leads; lead += 1) {
    const { odds, cells, after = () => ({}) } = draw(tools, lead, leads)
    const chance = 1 / (1 + Math.exp(-odds))
    const isWon = random() < chance
    chances.push(chance)
    won.push(isWon ? 1 : 0)
    rows.push({ 'Lead ID': `L${lead}`, ...cells, ...after(isWon), 'Deal Status': isWon ? 'Won' : 'Lost' })
  }
  const headings = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const line = cells => `${cells.map(cell => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`
  return { text: [headings, ...rows.map(row => headings.map(name => row[name]))].map(line).join(''), chances, won }
}

function software({ below, pick, normal, random }) {
  const employees = Math.max(1, Math.round(Math.exp(3.5 + 1.4 * normal())))
  const industry = pick(['Software', 'Retail', 'Machinery', 'Education', 'Logistics', ''])
  const source = pick(['Webinar', 'Referral', 'Google Ads', 'Cold list', 'Trade Fair'])
  const visits = Math.floor(Math.abs(normal()) * 6)
  const demo = random() < 0.2 ? 'yes' : 'no'
  const odds =
    -2 +
    (employees >= 50 ? 0.9 : 0) -
    (employees >= 1000 ? 1.2 : 0) +
    (industry === 'Software' ? 0.8 : 0) +
    ({ Referral: 1.2, 'Cold list': -1, Webinar: 0.3 }[source] ?? 0) +
    Math.min(visits, 10) * 0.12 +
    (demo === 'yes' ? 1.1 : 0)
  return {
    odds,
    cells: {
      Employees: employees,
      Industry: industry,
      'Lead Source': source,
      'Page Views': visits,
      'Demo Requested': demo,
      Team: pick(['North', 'South']),
    },
    after: won => ({
      'Contract Value': won ? 1000 + below(9000) : '',
      'Closing Reason': won ? '' : pick(['Budget', 'Timing', '']),
    }),
  }
}

function insurance({ below, pick, normal, random }) {
  const income = Math.round(20_000 + 60_000 * random())
  const children = below(4)
  const product = pick(['Car', 'Home', 'Life', 'Travel'])
  const premium = Math.round(200 + 800 * random())
  const before = pick(['None', 'Competitor', 'Ours'])
  const odds =
    -1.5 +
    { Car: 0.6, Home: 0.2, Life: -0.8, Travel: 0 }[product] -
    (premium - 600) / 300 +
    { None: 0, Competitor: -0.5, Ours: 1 }[before] +
    (children > 0 ? 0.4 : 0) +
    0.3 * normal()
  return {
    odds,
    cells: {
      Income: income,
      Children: children,
      Product: product,
      'Premium Offered': premium,
      'Insured Before': before,
      Campaign: pick(['A', 'B', 'C', 'D']),
    },
    after: won => ({ 'Policy Number': won ? `P${below(1e6)}` : '' }),
  }
}

function rare({ pick, normal, random }) {
  const score = normal()
  const channel = pick(['Search', 'Social', 'Mail', 'Partner'])
  return {
    odds: -5.4 + 1.1 * score + (channel === 'Partner' ? 1.4 : 0),
    cells: {
      Minutes: Math.round(1000 * Math.exp(score / 2)) / 100,
      Channel: channel,
      Device: pick(['phone', 'desktop']),
      Noise: Math.round(1000 * random()),
    },
  }
}

function manyValues({ below, normal }) {
  const product = below(150)
  const town = below(400)
  const effect = (((product * 2654435761) >>> 8) % 1000) / 1000
  return {
    odds: -1 + 2.4 * (effect - 0.5) + 0.3 * normal(),
    cells: { 'Product of Interest': `Item ${product}`, Town: `Town ${town}`, Visits: below(12) },
  }
}

function interaction({ pick, random }) {
  const plan = pick(['Basic', 'Pro'])
  const size = pick(['small', 'large'])
  const use = Math.round(100 * random())
  return {
    odds: -0.6 + ((plan === 'Pro') === (size === 'large') ? 1.6 : -1.6) + (plan === 'Pro' && use > 60 ? 1.2 : 0),
    cells: { Plan: plan, 'Company Size': size, 'Use Percent': use, Colour: pick(['red', 'blue', 'green']) },
  }
}

function drifting({ pick, random }, lead, leads) {
  const late = lead > 0.6 * leads
  const source = pick(['Search', 'Social', 'Fair'])
  const size = Math.round(200 * random())
  const turn = { Search: 1.2, Social: -1.2, Fair: 0 }[source]
  const created = new Date(Date.UTC(2024, 0, 1) + Math.floor((lead / leads) * 700) * 864e5).toISOString().slice(0, 10)
  return {
    odds: -0.5 + (late ? -turn : turn) + (size > 100 ? 1 : 0),
    cells: { Created: created, Source: source, Employees: size },
  }
}

function titles({ pick, below }) {
  const rank = pick(['Head of', 'Senior', 'Junior', 'Chief', 'Deputy', 'Assistant'])
  const area = pick(['Sales', 'IT', 'Purchasing', 'People', 'Finance', 'Logistics'])
  const title = `${rank} ${area} ${pick(['EMEA', 'DACH', 'Nordics', 'Global', 'Team'])} ${below(90)}`
  return {
    odds: -1 + ({ Chief: 1.5, 'Head of': 1, Junior: -1, Assistant: -1.5 }[rank] ?? 0) + (area === 'Purchasing' ? 1 : 0),
    cells: { 'Job Title': title, Country: pick(['DE', 'AT', 'CH']) },
  }
}

function mails({ pick, below }) {
  const kind = pick(['gmail.com', 'firm', 'firm', 'web.de'])
  const mail =
    kind === 'firm' ? `p${below(1e6)}@firm${below(2000)}.${pick(['example', 'de', 'at'])}` : `p${below(1e6)}@${kind}`
  return { odds: kind === 'firm' ? 0.4 : -1.4, cells: { Email: mail, Visits: below(9) } }
}

function accounts({ below, normal, pick }) {
  const account = below(250)
  const effect = ((((account + 1) * 2654435761) >>> 8) % 1000) / 500 - 1
  const visits = below(10)
  return {
    odds: -0.8 + 2 * effect + 0.15 * visits + 0.2 * normal(),
    cells: {
      Company: `Firm ${account}`,
      'Firm Strength': Math.round(1e4 * effect),
      Visits: visits,
      Region: pick(['N', 'S', 'E', 'W']),
    },
  }
}

function noise({ pick, below, random }) {
  return {
    odds: -0.7,
    cells: {
      Industry: pick(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']),
      Employees: below(5000),
      Visits: below(20),
      Depth: random().toFixed(4),
      City: `City ${below(80)}`,
      Source: pick(['x', 'y', 'z', '']),
    },
  }
}
