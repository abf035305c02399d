import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { behaviours } from './support/operators.ts'
import { ROOT } from './support/program.ts'

/** Checks `docs/reference/language.md` sentence by sentence: each statement about the language has an example that is run. */

const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), 'utf8')

/** Sentences of paragraphs and list items, and rows of tables, in order; examples of YAML are left out. */
function sentencesOf(page: string): string[] {
  const sentences: string[] = []
  let paragraph: string[] = []
  const flush = () => {
    if (paragraph.length > 0) sentences.push(...paragraph.join(' ').split(/(?<=\.)\s+(?=[A-Z`*])/))
    paragraph = []
  }
  for (const line of page.replace(/```.*?```/gs, '').split('\n')) {
    const isRow = line.startsWith('|')
    if (line.startsWith('#') || line.trim() === '' || isRow || line.startsWith('- ')) flush()
    if (isRow && !/^\| (?:---|operator)/.test(line)) sentences.push(line.trim())
    if (!line.startsWith('#') && line.trim() !== '' && !isRow) paragraph.push(line.replace(/^- /, '').trim())
  }
  flush()
  return sentences
}

/** Each sentence of the list with what shows it. */
const listed = [...read('test', 'language.md').matchAll(/^- (.*)\n {2}- (.*)$/gm)].map(
  ([, sentence = '', shown = '']) => ({
    sentence,
    shown: shown === '*says no meaning*' ? [] : shown.split('; '),
    isPlain: shown === '*says no meaning*',
  }),
)

describe('the language', () => {
  it('is listed sentence by sentence', () => {
    expect(listed.map(({ sentence }) => sentence)).toEqual(sentencesOf(read('docs', 'reference', 'language.md')))
  })

  it('is shown by rows and cases that are there', () => {
    const whys = new Set(behaviours.map(({ why }) => why))
    const missing = listed.flatMap(({ sentence, shown, isPlain }) => {
      const isThere = (each: string) => {
        const [, folder] = /^\[.*\]\(\.\.\/(fixtures\/cases\/[^)]*)\)$/.exec(each) ?? []
        return folder === undefined ? whys.has(each.replace(/^operators: /, '')) : existsSync(join(ROOT, folder, 'cmd'))
      }
      const lacking = shown.filter(each => !isThere(each))
      return isPlain || (shown.length > 0 && lacking.length === 0) ? [] : [`${sentence}: ${lacking.join('; ')}`]
    })
    expect(missing).toEqual([])
  })

  it('hardly any sentence says nothing about meaning', () => {
    expect(listed.filter(({ isPlain }) => isPlain).length).toBeLessThan(10)
  })
})
