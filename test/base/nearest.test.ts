import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from '../../src/base/nearest.ts'

/** Hints for words that are misspelt. */
describe('the nearest word', () => {
  it.each([
    ['form', ['from', 'map', 'type'], 'from'],
    ['scroe', ['score', 'sample'], 'score'],
    ['stagse', ['stages', 'tags', 'segments'], 'stages'],
    ['--outptu', ['--output', '--out'], '--output'],
    ['employes', ['employees', 'email'], 'employees'],
    ['Pionts', ['points', 'ponits_from'], 'points'],
    ['ot', ['to', 'keep'], 'to'],
    ['banana', ['from', 'type'], undefined],
    ['', ['from'], undefined],
  ])('to `%s` of %j is %s', (word, candidates, wanted) => {
    expect(nearest(word, candidates)).toBe(wanted)
    expect(didYouMean(word, candidates)).toBe(wanted === undefined ? undefined : `did you mean \`${wanted}\`?`)
  })

  it('is found after one swap, change, insertion or removal in a word of three letters or more', () => {
    const words = fc.stringMatching(/^[a-z]{3,12}$/)
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('swap', 'change', 'insert', 'remove'), (word, seed, edit) => {
        const at = seed % (word.length - 1)
        const [before, one, two, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
        const edited = {
          swap: `${before}${two}${one}${after}`,
          change: `${before}#${two}${after}`,
          insert: `${before}#${one}${two}${after}`,
          remove: `${before}${two}${after}`,
        }[edit]
        expect(nearest(edited, [word])).toBe(word)
      }),
    )
  })

  it('is found quickly among long words', () => {
    const long = 'a'.repeat(3_000)
    expect(nearest(`${long}b`, [long])).toBe(long)
  })
})
