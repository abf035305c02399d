import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/program.ts'

/** `docs/reference/words.md` lists the words of the interface: printed texts, JSON keys and docs keep to them. */

const words = [
  ...readFileSync(join(ROOT, 'docs', 'reference', 'words.md'), 'utf8').matchAll(
    /^\| ([^|]+) \|([^|]*)\|[^|]+\|([^|]+)\|$/gm,
  ),
]
  .map(([, word = '', key = '', not = '']) => ({
    word: word.trim(),
    key: /`(\w+)`/.exec(key)?.[1],
    not: not.split(',').map(each => each.trim()),
  }))
  .filter(({ word }) => word !== 'word' && !word.startsWith('---'))

/** What the case folders expect on stdout and stderr, in all commands. */
const printed = readdirSync(join(ROOT, 'fixtures', 'cases'), { recursive: true, encoding: 'utf8' })
  .filter(path => /expected\/std(?:out|err)$/.test(path))
  .map(path => ({ path, text: readFileSync(join(ROOT, 'fixtures', 'cases', path), 'utf8') }))

const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map(name => `docs/${name}`),
]
  .filter(path => path.endsWith('.md') && path !== 'docs/reference/words.md')
  .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

/** Whole words in any case; a list in a cell may be broken over two lines. */
const pattern = (text: string) =>
  new RegExp(`(?<![\\w/-])${text.replace(/[()]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\w-])`, 'i')

describe('the words of the interface', () => {
  it('are a list', () => expect(words.length).toBeGreaterThan(10))

  it.each(words)('$word: leadq prints it, under its key in JSON', ({ word, key }) => {
    expect(printed.some(({ text }) => pattern(word).test(text))).toBe(true)
    if (key !== undefined) expect(printed.some(({ text }) => text.includes(`"${key}":`))).toBe(true)
  })

  it.each(words)('$word: neither output nor docs use $not', ({ not }) => {
    const found = [...printed, ...pages].filter(({ text }) => not.some(other => pattern(other).test(text)))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
