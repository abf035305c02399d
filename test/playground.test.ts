import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutKeyAt, offersAt } from '../playground/complete.ts'
import * as bytes from '../playground/stand-ins/buffer.ts'
import { rulebookSchema } from '../src/rulebook/index.ts'
import { CHROMIUM, openBrowser } from './support/browser.ts'
import { inFolder, ROOT, runInProcess } from './support/program.ts'

/** The playground, built as it is for the site, and used in a real browser. */

const MAX_LOADED = 500_000
const DAY = '2026-03-02'

let folder = ''
let browser: Browser | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadq-playground-'))
  execFileSync(process.execPath, [join(ROOT, 'playground', 'build.js'), folder])
  if (CHROMIUM !== undefined) browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the files of the playground', () => {
  it('are less than 500 KB compressed, licences included', () => {
    const sizes = readdirSync(folder).map(name => gzipSync(readFileSync(join(folder, name))).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_LOADED)
  })

  it('have types', { timeout: 120_000 }, () => {
    execFileSync(process.execPath, [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      join(ROOT, 'playground'),
      '--noEmit',
    ])
  })
})

describe('what stands in for Node', () => {
  it('reads bytes alike', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.uint8Array({ minLength: 1, maxLength: 2 }),
        (content, wanted) => {
          const own = bytes.Buffer.from(content)
          const node = Buffer.from(content)
          expect(own.toString('latin1')).toBe(node.toString('latin1'))
          expect(own.toString()).toBe(node.toString())
          expect(own.toString('utf8', 1, 5)).toBe(node.toString('utf8', 1, 5))
          expect(own.indexOf(wanted)).toBe(node.indexOf(wanted))
          expect(bytes.isAscii(own)).toBe(node.every(byte => byte < 128))
          expect([...bytes.Buffer.concat([own, wanted])]).toEqual([...Buffer.concat([node, wanted])])
        },
      ),
    )
    expect(bytes.isUtf8(Uint8Array.of(0xe4, 0x20))).toBe(false)
    expect([...bytes.Buffer.from('fffe', 'hex')]).toEqual([0xff, 0xfe])
    expect(bytes.Buffer.from('\u{1f600}ä', 'utf16le').toString('utf16le')).toBe('\u{1f600}ä')
  })
})

describe('completion', () => {
  const schema = rulebookSchema()
  /** The text with `|` where the cursor is. */
  const labels = (text: string) =>
    offersAt(text.replace('|', ''), text.indexOf('|'), schema).offers.map(({ label }) => label)

  it.each([
    ['at the top', 'leadq: 1\nsc|', ['scores', 'stages', 'fields'], ['leadq', 'points']],
    ['in a score', 'leadq: 1\nscores:\n  fit:\n    m|\n', ['max', 'rules', 'groups'], ['stages']],
    [
      'in a rule',
      'scores:\n  fit:\n    rules:\n      - id: a\n        w|',
      ['when', 'points', 'field'],
      ['id', 'scores'],
    ],
    [
      'in a rule of one line',
      'scores: { fit: { rules: [ { id: a, p| } ] } }',
      ['points', 'per', 'points_from'],
      ['id'],
    ],
    [
      'in a condition',
      'scores: { fit: { rules: [ { id: a, when: { jo| }, points: 1 } ] } }',
      ['job_title', 'any'],
      ['points'],
    ],
    ['after a field', 'stages: [ { stage: SQL, when: { email: { i| } } } ]', ['is', 'contains', 'not'], ['job_title']],
    ['of a value', 'locale: { numbers: | }', ['auto', 'en', 'de'], ['numbers']],
    ['in a comment', 'leadq: 1\n# sc|', [], ['scores']],
  ])('%s', (_, text, there, absent) => {
    expect(labels(text)).toEqual(expect.arrayContaining(there))
    for (const label of absent) expect(labels(text)).not.toContain(label)
  })

  it('tells what a key is for', () => {
    expect(aboutKeyAt('stages: []', 3, schema)?.about).toMatch(/\w{4}/)
    expect(aboutKeyAt('stages: []', 9, schema)).toBeUndefined()
  })
})

const isSkipped = CHROMIUM === undefined && process.env.LEADQ_BROWSER !== 'required'

describe.skipIf(isSkipped)('the playground in a browser', () => {
  it('asks for nothing after its own files, may not, and complains of nothing', () =>
    look({}, async (page, seen) => {
      await page.getByText('Mara Feldkamp').first().click()
      await setRules(page, text => text.replace('at_least: 70', 'at_least: 60'))
      const tried = "fetch('https://pixel.example').then(() => 'sent', () => 'refused')"
      expect(seen).toEqual([])
      expect(await page.evaluate(tried)).toBe('refused')
      const [policy] = await page.locator('meta[http-equiv]').all()
      expect(await policy?.getAttribute('content')).toContain("connect-src 'none'")
      expect(await page.locator('header').textContent()).toContain('Nothing leaves this page')
    }))

  it.each([
    {
      title: 'Trade fair',
      file: 'trade-fair.csv',
      read: 'commas, UTF-8',
      delimiter: ',',
      names: ['First Name', 'Last Name'],
    },
    {
      title: 'Messe (deutscher Export)',
      file: 'messe.csv',
      read: 'semicolons, Windows-1252',
      delimiter: ';',
      names: ['Vorname', 'Nachname'],
    },
  ])(
    '$title: gives every lead what the program gives it',
    ({ title, file, read, delimiter, names: [first = '', last = ''] }) =>
      look({}, async page => {
        await page.selectOption('#example', title)
        await page.getByText(read).waitFor()
        const rules = await rulesOf(page)
        const columns = ['leadq_score', 'leadq_stage']
        const expected = await inFolder(async work => {
          writeFileSync(join(work, 'leadq.yaml'), rules)
          writeFileSync(join(work, file), readFileSync(join(ROOT, 'fixtures', 'leads', file)))
          const { stdout, exit } = await runInProcess(['score', file, '--as-of', DAY, '-o', '-', '-q'], work)
          expect(exit).toBe(0)
          const rows: Record<string, string>[] = parse(stdout, { columns: true, bom: true, delimiter })
          return rows.map(row => [`${row[first]} ${row[last]}`.trim(), ...columns.map(column => row[column])].join('|'))
        })
        const shown = await page.locator('#table tbody tr').evaluateAll(rows =>
          rows.map(row =>
            [...row.querySelectorAll('td')]
              .map(cell => cell.textContent)
              .slice(0, 3)
              .join('|'),
          ),
        )
        expect(shown.sort()).toEqual(expected.sort())
      }),
  )

  it('shows who moves when the rulebook changes, and the points of a lead with their reasons', () =>
    look({}, async page => {
      await setRules(page, text => text.replace('at_least: 70', 'at_least: 60'))
      await page.getByText('MQL \u2192 SQL: 5').waitFor()
      const [first] = await page.locator('#table tbody tr').all()
      expect(await first?.innerText()).toMatch(/SQL\s+from MQL/)
      await page.getByRole('button', { name: 'Mara Feldkamp' }).click()
      const lead = page.locator('#lead')
      expect(await lead.innerText()).toMatch(/\+40\s+asks for a demo\s+demo_requested = Yes/)
      await page.getByRole('button', { name: 'Compare with this rulebook' }).click()
      await page.getByText('Nobody moves').waitFor()
    }))

  it('shows problems where they are, and keeps the last result', () =>
    look({}, async page => {
      await setRules(page, text => text.replace('employees', 'employes'))
      await page.getByText('unknown field `employes`').first().waitFor()
      expect(await page.locator('#problems').innerText()).toContain('line 7')
      expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0)
      expect(await page.locator('#table tbody tr').count()).toBe(40)
    }))

  it('offers keys by the keyboard alone, and lets the keyboard out of the editor', () =>
    look({}, async page => {
      await page.locator('.cm-content').focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.type('gra')
      await page.locator('.cm-tooltip-autocomplete').waitFor()
      expect(await page.locator('.cm-tooltip-autocomplete').innerText()).toContain('grade')
      await page.waitForTimeout(150)
      await page.keyboard.press('Enter')
      expect(await rulesOf(page)).toMatch(/grade: $/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('keep')
    }))

  it('takes a file, and shows hostile cells as they are', () =>
    look({}, async (page, seen) => {
      const cell = '<img src=x onerror=alert(1)><b>bold</b>\u202e'
      const content = `id,First name,Job title,Demo requested\n1,"${cell}",CEO,yes\n2,"</td><script>alert(2)</script>",,no\n`
      await page.setInputFiles('#file', { name: '<b>x</b>.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
      await page.getByText('2 leads').waitFor()
      const text = await page.locator('#results').innerText()
      expect(text).toContain('<img src=x onerror=alert(1)><b>bold</b>')
      expect(text).not.toContain('\u202e')
      expect(await page.locator('#results img, #results script, #lead b b').count()).toBe(0)
      expect(seen).toEqual([])
    }))

  it.each(['#rows', '#results', '.cm-content'])('takes a file that is dropped on %s, and keeps the rulebook', place =>
    look({}, async (page, seen) => {
      const rules = await rulesOf(page)
      const isTaken = await page.evaluate(dropOn(place))
      await page.getByText('2 leads').waitFor()
      expect(isTaken).toBe(true)
      expect(await page.locator('#rows').inputValue()).toMatch(/^id,First name/)
      expect(await rulesOf(page)).toBe(rules)
      expect(seen).toEqual([])
    }),
  )

  it('says of a workbook that the program reads it', () =>
    look({}, async page => {
      const buffer = Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)])
      await page.setInputFiles('#file', { name: 'x.csv', mimeType: 'text/csv', buffer })
      await page.getByText('the playground reads CSV, JSON and JSON lines only').waitFor()
    }))

  it.each(['light', 'dark'] as const)('%s: axe finds nothing, contrast included', scheme =>
    look({ scheme, bypassCSP: true }, async page => {
      await setRules(page, text => text.replace('employees', 'employes').replace('at_least: 70', 'at_least: 60'))
      await page.locator('.cm-lintRange-error').waitFor()
      await page.addScriptTag({ path: join(ROOT, 'node_modules', 'axe-core', 'axe.min.js') })
      const violations: unknown = await page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`)
      expect(violations).toEqual([])
    }),
  )

  it.each([320, 760, 1280])('is %i pixels wide without scrolling sideways', width =>
    look({ width }, async page => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }),
  )
})

/**
 * Code for the page: a file is dragged over a place and dropped there. True if the page takes it; otherwise a browser would show the
 * file instead of the page.
 */
function dropOn(place: string): string {
  return `(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['id,First name\\n1,Ada\\n2,Ben\\n'], 'dropped.csv', { type: 'text/csv' }))
    return ['dragover', 'drop'].every(type => !document.querySelector('${place}').dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })))
  })()`
}

/** The playground in a page of its own, with all that it asked for and complained about. */
async function look<T>(
  { width = 1280, scheme = 'light' as 'light' | 'dark', bypassCSP = false },
  work: (page: Page, seen: readonly string[]) => Promise<T>,
): Promise<T> {
  if (browser === undefined) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP })
  const page = await context.newPage()
  const seen: string[] = []
  const own = pathToFileURL(folder).href
  page.on('console', message => seen.push(`console: ${message.text()}`))
  page.on('pageerror', error => seen.push(`error: ${error.message}`))
  page.on('request', request => request.url().startsWith(own) || seen.push(`request: ${request.url()}`))
  page.on('dialog', dialog => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  try {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await page.fill('#day', DAY)
    await page.getByText('40 leads').waitFor()
    return await work(page, seen)
  } finally {
    await context.close()
  }
}

/** The whole text of the editor, which draws only the lines in sight. */
async function rulesOf(page: Page): Promise<string> {
  return page.evaluate(
    "document.querySelector('.cm-content').cmTile?.view.state.doc.toString() ?? document.querySelector('.cm-content').cmView.view.state.doc.toString()",
  )
}

async function setRules(page: Page, change: (text: string) => string): Promise<void> {
  const text = change(await rulesOf(page))
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.waitForTimeout(400)
}
