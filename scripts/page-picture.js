import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { createRandom } from '../bench/random.js'

/**
 * Makes the pictures of the page in `docs/images`: invented leads, two weeks of nightly runs by the built program, and a
 * headless browser (`LEADQ_CHROMIUM`, else /usr/bin/chromium).
 */
const LEADQ = fileURLToPath(new URL('../bin/leadq.js', import.meta.url))
const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url))
const [NIGHTS, LEADS] = [14, 1_800]

const JOBS = [
  'Managing Director',
  'CEO',
  'Head of IT',
  'IT-Leiter',
  'Marketing Manager',
  'Controller',
  'Developer',
  'Assistant',
  'Student of Economics',
  '',
]
const INDUSTRIES = ['Machinery', 'Software', 'Logistics', 'Retail', 'Chemicals', 'Restaurant', '']
const COUNTRIES = ['Germany', 'Germany', 'Austria', 'Switzerland', 'France', 'Brazil', '']
const SOURCES = [
  'Google',
  'Google',
  'Google Ads',
  'Google Ads',
  'LinkedIn Ads',
  'Trade Show',
  'Newsletter',
  'Partner',
  'Referral',
  'Web',
  'Direct',
  '',
]
const SIZES = ['5', '12', '40', '80', '150', '240', '600', '900', '3000', '']
const NAMES = [
  ['Mara', 'Owen', 'Ida', 'Jonas', 'Lea', 'Pavel', 'Rosa', 'Sven', 'Tilda', 'Udo'],
  ['Adler', 'Brandt', 'Conrad', 'Dorn', 'Ebner', 'Falk', 'Gruber', 'Imhof', 'Jung', 'Keller'],
]

const random = createRandom(20261128)
const below = count => Math.floor(random() * count)
const pick = list => list[below(list.length)]
const day = (month, date) => new Date(Date.UTC(2026, month - 1, date)).toISOString().slice(0, 10)

const leads = Array.from({ length: LEADS }, (_, index) => ({
  from: index < LEADS * 0.9 ? 0 : below(NIGHTS),
  pages: below(30),
  cells: [
    `L-${1000 + index}`,
    pick(NAMES[0]),
    pick(NAMES[1]),
    `lead${index}@company${index % 400}.example`,
    pick(JOBS),
    pick(SIZES),
    pick(INDUSTRIES),
    pick(COUNTRIES),
    pick(SOURCES),
    day(1 + below(11), 1 + below(24)),
  ],
  asks: below(100) < 14 ? below(NIGHTS) : undefined,
  visits: below(9),
}))

const HEAD =
  'Lead ID,First Name,Last Name,Email,Job Title,Employees,Industry,Country,Lead Source,Created Date,Demo date,Page views,Visits,Last activity date'

/** The export of a night: who asks for a demo, and who reads on. */
function exportOf(night) {
  const today = day(11, 15 + night)
  const rows = leads
    .filter(({ from }) => from <= night)
    .map(({ cells, asks, pages, visits }) => {
      const isAsking = asks !== undefined && asks <= night
      return [
        ...cells,
        isAsking ? day(11, 15 + asks) : '',
        pages + (isAsking ? 10 : night % 3),
        visits,
        isAsking ? today : cells[9],
      ].join(',')
    })
  return `${HEAD}\n${rows.join('\n')}\n`
}

const COSTS = `channel,from,to,cost,currency
Google Ads,2026-01-01,2026-11-30,48200,EUR
LinkedIn Ads,2026-03-01,2026-11-30,31000,EUR
Trade Show,2026-04-01,2026-04-30,36500,EUR
Newsletter,2026-01-01,2026-11-30,6100,EUR
`

const folder = mkdtempSync(join(tmpdir(), 'leadq-picture-'))
try {
  writeFileSync(join(folder, 'costs.csv'), COSTS)
  writeFileSync(
    join(folder, 'leadq.run.yaml'),
    'inputs: [export.csv]\nrules: b2b\nout: runs\ncosts: costs.csv\njob: Nightly scoring\n',
  )
  for (let night = 0; night < NIGHTS; night += 1) {
    writeFileSync(join(folder, 'export.csv'), exportOf(night))
    leadq('run', '--quiet', '--as-of', day(11, 15 + night))
  }
  await photograph(join(folder, 'runs', 'latest', 'report.html'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function leadq(...argv) {
  const { status, stderr } = spawnSync(process.execPath, [LEADQ, ...argv], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`leadq ${argv.join(' ')}: ${stderr}`)
}

async function photograph(page) {
  mkdirSync(IMAGES, { recursive: true })
  const executablePath = process.env.LEADQ_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    for (const [name, colorScheme, width, height] of [
      ['report.png', 'light', 1200, 1120],
      ['report-dark.png', 'dark', 390, 844],
    ]) {
      const tab = await browser.newPage({ viewport: { width, height }, colorScheme })
      await tab.goto(pathToFileURL(page).href)
      await tab.screenshot({ path: join(IMAGES, name) })
    }
  } finally {
    await browser.close()
  }
}
