import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser } from './support/browser.ts'
import { runInProcess } from './support/program.ts'

/** The page of `leadq report`, looked at in a real browser. */

const HOSTILE = [
  '<script>document.title="run"</script>',
  '"><img src=https://pixel.example/a.png onerror=alert(1)>',
  '</style><link rel=stylesheet href=https://pixel.example/a.css>',
  '</title></table><iframe src=https://pixel.example></iframe>',
  "' onmouseover='alert(1)",
  '=HYPERLINK("https://pixel.example","x")',
  '\u202egnp.exe &amp; &#60;b&#62;',
]

const RULES = `leadq: 1
name: "<script>alert('name')</script> & more"
fields: { n: { from: N, type: number }, owner: { from: Sales } }
scores:
  fit: { max: 100, rules: [ { id: size, label: "<b>size</b>", per: n, points: 1 }, { id: never, when: { n: { above: 900 } }, points: 5 } ] }
  engagement: { max: 100, rules: [ { id: odd, when: { n: { at_least: 20 } }, points: 30 } ] }
chance: { of: score.fit, bands: { 0: 2, 50: 30 } }
segments: { channel: { "<i>web</i>": { n: { at_least: 30 } }, other: otherwise } }
stages:
  - { stage: SQL, when: { score.fit: { at_least: 60 }, score.engagement: { at_least: 30 } } }
  - { stage: "<u>MQL</u>", when: { score.fit: { at_least: 30 }, score.engagement: { at_least: 20 } } }
  - { stage: nurture }
owners: [ { keep: owner } ]
next: [ { do: "call <now>", due: 1d } ]
`

const leads = Array.from({ length: 80 }, (_, index) => {
  const text = (HOSTILE[index % HOSTILE.length] ?? '').replaceAll('"', '""')
  return `${index},"${text}",${index + 10},"${text}"`
})

let folder = ''
let browser: Browser | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadq-page-'))
  writeFileSync(join(folder, 'rules.yaml'), RULES)
  writeFileSync(join(folder, 'leads.csv'), `id,Name,N,"Sales"\n${leads.join('\n')}\n`)
  writeFileSync(join(folder, 'none.csv'), 'id,Name,N,Sales\n')
  await leadq('score', 'leads.csv', '-r', 'rules.yaml', '-q')
  await leadq('score', 'none.csv', '-r', 'rules.yaml', '-q')
  await leadq('report', 'leads.scored.csv', '-r', 'rules.yaml', '--leads', '4', '-o', 'en.html')
  await leadq('report', 'leads.scored.csv', '--lang', 'de', '-o', 'de.html')
  await leadq('report', 'none.scored.csv', '-r', 'rules.yaml', '-o', 'none.html')
  writeFileSync(
    join(folder, 'costs.csv'),
    `channel,from,to,cost\n"${HOSTILE[0]?.replaceAll('"', '""')}",2026-01-01,2026-03-31,5\n`,
  )
  const run = ['run', '--inputs', 'leads.csv', '-r', 'rules.yaml', '-o', 'runs', '--costs', 'costs.csv', '-q']
  await leadq(...run)
  writeFileSync(join(folder, 'leads.csv'), `id,Name,N,"Sales"\n${leads.slice(0, 70).join('\n')}\n`)
  await leadq(...run)
  await leadq('report', 'runs', '--leads', '2', '-o', 'run.html')
  if (CHROMIUM !== undefined) browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function leadq(...argv: string[]): Promise<void> {
  const { exit, stderr } = await runInProcess(argv, folder)
  expect([exit, argv], stderr).toEqual([0, argv])
}

/** The page in a browser, with all that it asked for and complained about. */
async function look<T>(
  file: string,
  { width = 1280, scheme = 'light' as 'light' | 'dark', bypassCSP = false },
  work: (page: Page, seen: readonly string[]) => Promise<T>,
): Promise<T> {
  if (browser === undefined) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP })
  const page = await context.newPage()
  const url = pathToFileURL(join(folder, file)).href
  const seen: string[] = []
  page.on('console', message => seen.push(`console: ${message.text()}`))
  page.on('pageerror', error => seen.push(`error: ${error.message}`))
  page.on('request', request => request.url() !== url && seen.push(`request: ${request.url()}`))
  page.on('dialog', dialog => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  try {
    await page.goto(url)
    return await work(page, seen)
  } finally {
    await context.close()
  }
}

const PAGES = ['en.html', 'de.html', 'none.html', 'run.html']
const AXE = () => readFileSync(join(import.meta.dirname, '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

if (CHROMIUM === undefined && process.env.LEADQ_BROWSER !== 'required')
  console.info('no Chromium: pages are not looked at')

describe.skipIf(CHROMIUM === undefined && process.env.LEADQ_BROWSER !== 'required')('a page in a browser', () => {
  it.each(PAGES)('%s asks for nothing, runs nothing and complains of nothing', async file => {
    await look(file, {}, async (page, seen) => {
      await page.hover('main')
      expect(seen).toEqual([])
      expect(await page.title()).toContain('leadq')
      expect(await page.locator('script, img, link, iframe, object, [onerror], [onmouseover], [style]').count()).toBe(0)
    })
  })

  it('shows hostile cells as they are written', async () => {
    await look('en.html', {}, async page => {
      const text = (await page.locator('main').textContent()) ?? ''
      for (const cell of HOSTILE.slice(0, 6)) expect(text).toContain(cell)
      expect(text).toContain('<b>size</b>')
      expect(text).toContain('<u>MQL</u>')
      expect(text).not.toContain('\u202e')
    })
  })

  it.each([
    { file: 'en.html', scheme: 'light' as const },
    { file: 'en.html', scheme: 'dark' as const },
    { file: 'none.html', scheme: 'light' as const },
    { file: 'run.html', scheme: 'dark' as const },
  ])('$file, $scheme: axe finds nothing, contrast included', async ({ file, scheme }) => {
    await look(file, { scheme, bypassCSP: true }, async page => {
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      await page.addScriptTag({ content: AXE() })
      const violations: unknown = await page.evaluate(`axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')))`)
      expect(violations).toEqual([])
    })
  })

  it.each([
    ...PAGES.map(file => ({ file, width: 320 })),
    { file: 'en.html', width: 760 },
    { file: 'en.html', width: 1280 },
  ])('$file is $width pixels wide without scrolling sideways', async ({ file, width }) => {
    await look(file, { width }, async page => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      const picture = await page.screenshot({ fullPage: true })
      expect(picture.length).toBeGreaterThan(10_000)
    })
  })

  it('can be read by keyboard: the first key leads to the content, and folded parts open', async () => {
    await look('en.html', {}, async page => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#content')
      const summary = page.locator('summary').first()
      await summary.focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('details[open]').count()).toBe(1)
    })
  })

  it('prints on white, whatever the scheme', async () => {
    await look('en.html', { scheme: 'dark' }, async page => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
      expect(await page.locator('nav').isVisible()).toBe(false)
    })
  })
})

describe('the page of a run', () => {
  it('lies in the run, without persons, and is what `report` writes of it', async () => {
    const latest = readFileSync(join(folder, 'runs', 'latest', 'report.html'), 'utf8')
    const { stdout } = await runInProcess(['report', 'runs/latest', '-o', '-'], folder)
    expect(stdout).toBe(latest)
    expect(latest).not.toContain('pixel.example"')
  })

  it('shows what changed since the run before', () => {
    const text = readFileSync(join(folder, 'run.html'), 'utf8')
    expect(text).toContain('<span class="delta">\u{2212}10</span>')
    expect(text).toContain('Leads by stage over the last 2 runs.')
    expect(text).toContain('<b>70</b> scored')
    expect(text).toContain('Costs without leads: &lt;script&gt;')
  })
})

describe('a page as a file', () => {
  const pageOf = (file: string) => readFileSync(join(folder, file), 'utf8')

  it('shows persons only where they were asked for', () => {
    expect(pageOf('en.html')).toContain('pixel.example')
    expect(pageOf('de.html')).not.toContain('pixel.example')
  })

  it('is English or German, numbers included', () => {
    expect(pageOf('en.html')).toMatch(/<html lang="en">.*37\.5%/s)
    expect(pageOf('de.html')).toMatch(/<html lang="de">.*37,5\u{a0}%/su)
  })

  it('says in words what there is nothing of', () => {
    const text = pageOf('none.html')
    expect(text).toContain('No lead has a score.')
    expect(text).toContain('This needs two scores')
    expect(text).toContain('No rule gave points to any lead.')
  })

  it('names the rules that never fired, and the thresholds of the stages', () => {
    expect(pageOf('en.html')).toContain('<li>never</li>')
    expect(pageOf('en.html')).toContain('SQL 60')
    expect(pageOf('de.html')).not.toContain('SQL 60')
  })

  it('adds up: each lead is in one stage, one channel and one square', () => {
    const text = pageOf('en.html')
    expect(text).toContain('>80 leads ·')
    const sum = (pattern: RegExp) => [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0)
    expect(sum(/<title>fit [^<]*: (\d+)<\/title>/g)).toBe(80)
    expect(sum(/<strong>(\d+)<\/strong>/g)).toBe(80)
  })
})
