import { describe, expect, it } from 'vitest'
import { bar, sparkline, step } from '../../src/report/terminal/bars.ts'
import { ASCII, UNICODE } from '../../src/report/terminal/glyphs.ts'
import { flow, wrap } from '../../src/report/terminal/lines.ts'
import { printTable } from '../../src/report/terminal/table.ts'
import { plainTheme } from './examples.ts'

const theme = plainTheme()

describe('flow', () => {
  const items = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']

  it('fills lines with whole items', () => {
    expect(flow(items, theme, { width: 20, lines: 3 })).toEqual(['alpha, beta, gamma,', 'delta, epsilon'])
    expect(flow([], theme)).toEqual([])
  })

  it('counts what has no room', () => {
    expect(flow(items, theme, { width: 20 })).toEqual(['alpha, beta, +3 more'])
    expect(flow(items, theme, { width: 13, lines: 2 })).toEqual(['alpha, beta,', '+3 more'])
    expect(flow(items, theme, { width: 10 })).toEqual(['+5 more'])
  })

  it('cuts an item that no line can hold', () => {
    expect(flow(['abcdefghijkl', 'm'], theme, { width: 10, lines: 2 })).toEqual(['abcdefgh…,', 'm'])
  })
})

it('breaks lines between words, and words where it must', () => {
  expect(wrap('one two three four', 9, 2)).toEqual(['one two', '  three', '  four'])
  expect(wrap('  abcdefghij', 7, 4)).toEqual(['  abc', '    def', '    ghi', '    j'])
})

it('draws shares so that few is more than none', () => {
  expect([0, 0.001, 0.5, 1].map(share => bar(share, 4, UNICODE))).toEqual(['', '▏', '██', '████'])
  expect([0, 0.001, 0.5, 1].map(share => bar(share, 4, ASCII))).toEqual(['', '#', '##', '####'])
  expect(sparkline([0, 1, 50, 100], UNICODE)).toBe('  ▁▁▄▄██')
})

it('draws what comes and what goes', () => {
  const scale = { low: 0, high: 100, width: 10 }
  expect(step(0, 40, scale, ASCII)).toBe('####      ')
  expect(step(40, 20, scale, ASCII)).toBe('  --      ')
  expect(step(100, 99, scale, ASCII)).toBe('         -')
  expect(step(0, 0, { ...scale, high: 0 }, ASCII)).toBe('          ')
})

it('sets tables with a rule under the headings only', () => {
  const columns = [
    { title: 'stage', align: 'left' },
    { title: 'leads', align: 'right' },
  ] as const
  const rows = [
    ['田中', '1,930'],
    ['SQL', '12'],
  ]
  expect(printTable(columns, rows, theme)).toEqual(['stage  leads', '────────────', '田中   1,930', 'SQL       12'])
  expect(printTable([{ align: 'left' }, { align: 'right' }], rows, theme)).toEqual(['田中  1,930', 'SQL      12'])
  expect(printTable(columns, [], theme)).toEqual([])
})
