import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { executePage, isExecuted } from './support/pages.ts'
import { inFolder, ROOT } from './support/program.ts'

/** Every command of the docs is executed (`support/pages.ts` says how); `UPDATE=1` writes what was printed into the pages. */

const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8')

/** Pages with a test of their own: a repository, and thirty nights. Pages about findings show what case folders expect. */
const ELSEWHERE = /^docs\/(?:guides\/(?:changing-a-rulebook\.md|every-night\.md|sources\/)|lint\/|codes\/)/

const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .map(path => `docs/${path}`)
  .filter(path => path.endsWith('.md') && !ELSEWHERE.test(path) && isExecuted(read(path)))
  .sort()

describe('the pages of the docs', () => {
  it('are executed', () => expect(pages.length).toBeGreaterThan(5))

  it.each(pages)('%s prints what the program prints', { timeout: 120_000 }, async page => {
    const text = await inFolder(folder => executePage(read(page), folder))
    if (UPDATE) writeFileSync(join(ROOT, page), text)
    expect(text).toBe(read(page))
    if (page.startsWith('docs/cookbook/')) expect(text).not.toMatch(/[0-9] failed/)
  })
})
