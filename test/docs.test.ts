import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES } from '../src/base/codes.ts'
import { FINDINGS, isLintCode } from '../src/lint/findings/catalogue.ts'
import { readRunFile } from '../src/rulebook/index.ts'
import { codePages } from './support/code-pages.ts'
import { columnPage } from './support/column-page.ts'
import { commandPage } from './support/command-page.ts'
import { exitPage } from './support/exit-page.ts'
import { headingsPage } from './support/headings-page.ts'
import {
  fieldPage,
  gatePage,
  jsonPage,
  operatorPage,
  rulebookPage,
  runFilePage,
  testFilePage,
} from './support/language-pages.ts'
import { lintPages, nameOf } from './support/lint-pages.ts'
import { ROOT, runInProcess } from './support/program.ts'
import { germanRulebookPages, rulebookPages } from './support/rulebook-pages.ts'
import { sourcePage } from './support/source-page.ts'
import { sourcePages } from './support/source-pages.ts'

/** Checks that the pages written by `npm run docs` are current. */

const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined
const FOLDER = join(ROOT, 'docs', 'lint')
const CASES = join(ROOT, 'fixtures', 'cases', 'lint', 'findings')

describe('the pages about findings', () => {
  it('say what the catalogue and the case folders say', () => {
    const pages = lintPages()
    if (UPDATE) {
      rmSync(FOLDER, { recursive: true, force: true })
      mkdirSync(FOLDER, { recursive: true })
      for (const [file, text] of pages) writeFileSync(join(FOLDER, file), text)
    }
    expect(new Map(readdirSync(FOLDER).map(file => [file, readFileSync(join(FOLDER, file), 'utf8')]))).toEqual(
      new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1))),
    )
  })

  it('there is one for every finding, which names it where it is told and does not where it is not', () => {
    const codes = Object.keys(FINDINGS).filter(isLintCode)
    const ofLint = Object.keys(CODES).filter(code => code.startsWith('lint/'))
    expect(codes).toEqual(expect.arrayContaining(ofLint))
    for (const code of codes) {
      const told = (kind: string) => {
        const folder = join(CASES, nameOf(code), kind, 'expected')
        const files = readdirSync(folder).filter(file => file === 'stdout' || file === 'stderr')
        return files.map(file => readFileSync(join(folder, file), 'utf8')).join('')
      }
      expect([code, told('fires').includes(code)]).toEqual([code, true])
      expect([code, told('near-miss').includes(code)]).toEqual([code, false])
    }
  })
})

describe('the pages about codes', () => {
  it('say what the code says', () => {
    const pages = codePages()
    const folder = join(ROOT, 'docs', 'codes')
    if (UPDATE) {
      rmSync(folder, { recursive: true, force: true })
      for (const [file, text] of pages) {
        mkdirSync(join(folder, dirname(file)), { recursive: true })
        writeFileSync(join(folder, file), text)
      }
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'))
    const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(files.sort().map(file => [file, readFileSync(join(folder, file), 'utf8')])).toEqual(sorted)
  })
})

describe('folders of pages', () => {
  it.each([
    ['guides/sources', sourcePages],
    ['guides/rulebooks', rulebookPages],
    ['de/rulebooks', germanRulebookPages],
  ])('%s say what the code says', async (name, pagesOf) => {
    const pages = await pagesOf()
    const folder = join(ROOT, 'docs', name)
    if (UPDATE) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const [file, text] of pages) writeFileSync(join(folder, file), text)
    }
    expect(new Map(readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]))).toEqual(pages)
  })
})

describe('the pages of the reference', () => {
  it.each([
    ['sources.md', sourcePage],
    ['headings.md', headingsPage],
    ['columns.md', columnPage],
    ['exit-codes.md', exitPage],
    ['rulebook.md', rulebookPage],
    ['operators.md', operatorPage],
    ['fields.md', fieldPage],
    ['run-file.md', runFilePage],
    ['gates-file.md', gatePage],
    ['test-file.md', testFilePage],
    ['commands.md', commandPage],
    ['json.md', jsonPage],
  ])('%s says what the code says', async (name, pageOf) => {
    const file = join(ROOT, 'docs', 'reference', name)
    const page = await pageOf()
    if (UPDATE) writeFileSync(file, page)
    expect(readFileSync(file, 'utf8')).toBe(page)
  })
})

describe('the examples of every key', () => {
  it.each(['rulebook.yaml', 'leadq.test.yaml', 'gates.yaml'])('%s has no errors', async file => {
    const { stdout } = await runInProcess(['lint', file], join(ROOT, 'fixtures', 'keys'))
    expect(stdout).not.toContain(' error ')
  })

  it('leadq.run.yaml has no problems', () => {
    const text = readFileSync(join(ROOT, 'fixtures', 'keys', 'leadq.run.yaml'), 'utf8')
    expect(readRunFile({ file: 'leadq.run.yaml', text }, new Map()).diagnostics).toEqual([])
  })
})
