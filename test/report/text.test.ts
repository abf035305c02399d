import { describe, expect, it } from 'vitest'
import {
  chunks,
  clean,
  cut,
  cutFront,
  escapeUnsafe,
  padStart,
  widthOf,
} from '../../src/report/terminal/terminal-text.ts'
import { HOSTILE, UNSAFE } from './hostile.ts'

describe('clean', () => {
  it('shows what would act on a terminal', () => {
    expect(clean('a\u001b[31mb\tc\u007f')).toBe('a␛[31mb␉c␡')
    expect(clean('\u009b2J\u202ecba\u2028\u2066')).toBe('\\u{9b}2J\\u{202e}cba\\u{2028}\\u{2066}')
    expect(clean(HOSTILE)).not.toMatch(UNSAFE)
    expect(clean('a\nb')).toBe('a␊b')
  })

  it('leaves people their names', () => {
    const names = 'Zoë Müller, 田中, สมชาย, محمد, 👩‍💻'
    expect(clean(names)).toBe(names)
  })
})

describe('escapeUnsafe', () => {
  it('spells a value so that it reads back the same', () => {
    const json = escapeUnsafe(JSON.stringify({ name: HOSTILE }, null, 2))
    expect(json).not.toMatch(UNSAFE)
    expect(JSON.parse(json)).toEqual({ name: HOSTILE })
  })
})

describe('cut', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['田中一郎', 5, '田中…'],
    ['田中一郎', 4, '田…'],
    ['👩‍💻👩‍💻👩‍💻', 5, '👩‍💻👩‍💻…'],
  ])('%s in %i columns', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected)
    expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width)
  })

  it('keeps the end of a path', () => {
    expect(cutFront('exports/2026/leads.csv', 12)).toBe('…6/leads.csv')
    expect(cutFront('exports/2026/leads.csv', 12, '...')).toBe('...leads.csv')
  })

  it('splits what has no spaces', () => {
    expect(chunks('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })
})

it('pads by columns, not by characters', () => {
  expect(padStart('田中', 6)).toBe('  田中')
})
