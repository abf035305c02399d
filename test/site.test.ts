import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser } from './support/browser.ts'
import { ROOT } from './support/program.ts'
import { serve } from './support/static-server.ts'

/** The site of the docs: built, every link followed, and looked at in a real browser. */

const BASE = '/some/folder/'

let site = ''
let url = ''
let close = async () => {}
let browser: Browser | undefined

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'leadq-site-'))
  const build = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'vitepress', 'bin', 'vitepress.js'), 'build', 'site', '--outDir', site],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, LEADQ_SITE_BASE: BASE } },
  )
  expect([build.status, build.stderr]).toEqual([0, expect.not.stringMatching(/error/i)])
  const server = await serve(site, BASE)
  url = server.url
  close = server.close
  if (CHROMIUM !== undefined) browser = await openBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await close()
  rmSync(site, { recursive: true, force: true })
})

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
/** Without the playground, which has a test of its own. */
const pagesOf = () =>
  filesIn(site).filter(file => file.endsWith('.html') && !/^(?:404\.html|playground\/.*)$/.test(file))

describe('the site', () => {
  it('has every page of the docs', () => {
    const expected = filesIn(join(ROOT, 'docs'))
      .filter(file => file.endsWith('.md'))
      .map(file => file.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html'))
    expect(pagesOf().sort()).toEqual(expected.sort())
  })

  it('leads to pages and headings that are there', () => {
    const anchors = new Map(pagesOf().map(page => [page, anchorsOf(readFileSync(join(site, page), 'utf8'))]))
    const broken = pagesOf().flatMap(page =>
      linksOf(readFileSync(join(site, page), 'utf8')).flatMap(link => {
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? page : normalize(join(dirname(page), path))
        if (!existsSync(join(site, target))) return [`${page}: ${link}`]
        return anchor === undefined || anchors.get(target)?.has(decodeURIComponent(anchor)) === true
          ? []
          : [`${page}: ${link}`]
      }),
    )
    expect(broken).toEqual([])
  })

  it('lists every page in the sidebar of its section', () => {
    const unlisted = pagesOf().filter(page => {
      const own = page.split('/').at(-1) ?? ''
      const listed = sidebarOf(readFileSync(join(site, page), 'utf8'))
      return page.includes('/') && !listed.some(link => link.endsWith(own))
    })
    expect(unlisted).toEqual([])
  })

  it('asks no other host for anything', () => {
    const asked = pagesOf().flatMap(page => {
      const text = readFileSync(join(site, page), 'utf8')
      return [...text.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:[^"]*)"/g)].map(
        ([, host]) => host,
      )
    })
    expect(asked).toEqual([])
  })
})

function linksOf(html: string): string[] {
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter(link => !/^(?:[a-z]+:|\/\/)/.test(link) && link !== '#')
}

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))
}

function sidebarOf(html: string): string[] {
  const aside = /<aside class="VPSidebar"[\s\S]*?<\/aside>/.exec(html)?.[0] ?? ''
  return linksOf(aside)
}

/** A page in a browser, with all that it complained of and asked from elsewhere. */
async function look<T>(
  address: string,
  { width = 1280, scheme = 'light' as 'light' | 'dark' },
  work: (page: Page, seen: readonly string[]) => Promise<T>,
): Promise<T> {
  if (browser === undefined) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  const seen: string[] = []
  page.on('console', message => seen.push(`console: ${message.text()}`))
  page.on('pageerror', error => seen.push(`error: ${error.message}`))
  page.on('request', request => request.url().startsWith(url) || seen.push(`request: ${request.url()}`))
  page.on('response', response => response.status() < 400 || seen.push(`${response.status()}: ${response.url()}`))
  try {
    await page.goto(address, { waitUntil: 'networkidle' })
    return await work(page, seen)
  } finally {
    await context.close()
  }
}

const AXE = () => readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

describe.skipIf(CHROMIUM === undefined && process.env.LEADQ_BROWSER !== 'required')('the site in a browser', () => {
  it.each([
    ['index.html', 320],
    ['index.html', 760],
    ['index.html', 1280],
    ['guides/accounts.html', 320],
    ['guides/rulebook.html', 760],
    ['guides/explain.html', 1280],
    ['tutorial/tuesday.html', 320],
    ['cookbook/routing.html', 760],
    ['de/montag.html', 320],
    ['de/rulebooks/b2b-de.html', 760],
    ['codes/lead/cells.html', 760],
    ['reference/columns.html', 320],
    ['reference/language.html', 320],
    ['reference/headings.html', 760],
  ])('%s is %d pixels wide without scrolling sideways, and complains of nothing', async (page, width) => {
    await look(url + page, { width }, async (tab, seen) => {
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(seen).toEqual([])
    })
  })

  it.each([
    ['index.html', 'light'],
    ['guides/rulebook.html', 'dark'],
    ['guides/explain.html', 'light'],
    ['reference/columns.html', 'dark'],
    ['de/index.html', 'light'],
  ] as const)('%s, %s: axe finds nothing, contrast included', async (page, scheme) => {
    await look(url + page, { scheme }, async tab => {
      await tab.addScriptTag({ content: AXE() })
      const violations: unknown = await tab.evaluate(`axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`)
      expect(violations).toEqual([])
    })
  })

  it('finds words without a server', async () => {
    await look(url, {}, async (tab, seen) => {
      await tab.keyboard.press('Control+k')
      await tab.locator('#localsearch-input').fill('half_life')
      await tab.locator('#localsearch-list a').first().click()
      await tab.waitForURL(/\.html/)
      expect(await tab.locator('main').innerText()).toContain('half_life')
      expect(seen).toEqual([])
    })
  })

  it.each([
    ['index.html', '.VPNavBarMenu a'],
    ['index.html', 'main a'],
    ['de/index.html', '.VPNavBarMenu a'],
  ])('%s leads to the playground by %s, which shows the stages of its leads', async (page, link) => {
    await look(url + page, {}, async (tab, seen) => {
      await tab.locator(link, { hasText: 'Playground' }).click()
      await tab.getByText('40 leads').waitFor()
      expect(await tab.locator('#stages').innerText()).toMatch(/SQL[\s\S]*MQL[\s\S]*nurture/)
      expect(seen).toEqual([])
    })
  })

  it('is dark or light, as the reader wants it', async () => {
    await look(`${url}guides/index.html`, { scheme: 'dark' }, async tab => {
      const isDark = () => tab.evaluate('document.documentElement.classList.contains("dark")')
      expect(await isDark()).toBe(true)
      await tab.locator('.VPSwitchAppearance:visible').first().click()
      expect(await isDark()).toBe(false)
    })
  })

  it('can be read from a disk: pages look as they should and lead to each other', async () => {
    await look(pathToFileURL(join(site, 'guides', 'index.html')).href, {}, async tab => {
      expect(await tab.evaluate('getComputedStyle(document.querySelector(".VPSidebar")).position')).toBe('fixed')
      await tab.locator('main a', { hasText: 'Explain one lead' }).click()
      expect(await tab.locator('h1').innerText()).toContain('Explain one lead')
    })
  })
})
