import { describe, expect, test } from 'vitest'
import { checkPattern } from '../../src/rulebook/read/conditions/read-pattern.ts'

describe('patterns that every engine reads alike', () => {
  test.each([
    'abc',
    '^a.*b$',
    'a|b|',
    '(a|b)+?',
    '(?:ab)*',
    'a{3}b{2,5}c{1,}d{100}?',
    '[a-z0-9_]',
    '[^\\d\\s.-]',
    '\\d+\\w?\\s*',
    '\\.\\(\\)\\[\\]\\{\\}\\/\\-\\^\\$',
    'geschäftsführ',
    '👍+',
  ])('%s', pattern => {
    expect(checkPattern(pattern)).toBeUndefined()
  })

  test.each<[pattern: string, at: number | undefined, problem: RegExp]>([
    ['', undefined, /empty/],
    ['a(?=b)', 2, /look-ahead/],
    ['(?<!a)b', 1, /look-behind/],
    ['(?i)a', 1, /upper and lower case/],
    ['(?P<n>a)', 1, /`\(\?:`/],
    ['(a)\\1', 4, /back-references/],
    ['\\bceo\\b', 1, /no `\\b`/],
    ['\\p{L}', 1, /no `\\p`/],
    ['a\\D', 2, /no `\\D`/],
    ['[a\\b]', 1, /no `\\b`/],
    ['a\\', 2, /no `\\`/],
    ['*a', 1, /nothing that `\*` could repeat/],
    ['a**', 3, /nothing/],
    ['a++', 3, /nothing/],
    ['^*', 2, /nothing/],
    ['(|*)', 3, /nothing/],
    ['a{101}', 2, /100 repeats/],
    ['a{5,2}', 2, /wrong way round/],
    ['a{,2}', 2, /neither escaped/],
    ['a}', 2, /not escaped/],
    ['a]', 2, /not escaped/],
    ['(a', 2, /without its `\)`/],
    ['a)', 2, /without its `\(`/],
    ['[]', 1, /empty/],
    ['[a', 1, /not closed/],
    ['[[:alpha:]]', 1, /`\[`/],
    ['[a&&b]', 1, /no `&&`/],
    ['[z-a]', undefined, /./],
    ['((a{100}){100}){100}', undefined, /./],
    ['a'.repeat(1001), undefined, /longer/],
  ])('not %s', (pattern, at, problem) => {
    const found = checkPattern(pattern)
    expect(found?.at).toBe(at)
    expect(found?.problem).toMatch(problem)
  })
})
