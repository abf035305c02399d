import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/ir/results/explanation.ts'
import { explanationJson, printExplanation } from '../../src/report/explanation/explanation-text.ts'
import { widest } from '../../src/report/terminal/terminal-text.ts'
import { themeOf } from '../../src/report/terminal/theme.ts'
import { EXPLANATION, plainTheme } from './examples.ts'
import { poison, UNSAFE } from './hostile.ts'

function linesOf(explanation: Explanation, width = 80): string[] {
  return printExplanation(explanation, plainTheme(width)).split('\n')
}

describe('printExplanation', () => {
  it('names the lead, the rulebook and the day', () => {
    expect(linesOf(EXPLANATION).slice(0, 2)).toEqual([
      'leads.csv:17  10422  anna.berg@nordwerk.example',
      'rulebook B2B software, DACH 2026.4 (rules/saas.yaml), as of 2026-11-23',
    ])
  })

  it('builds a score up rule by rule, with its caps', () => {
    const lines = linesOf(EXPLANATION, 120)
    const start = lines.indexOf('fit  82 of 100')
    const words = lines.slice(start, lines.indexOf('', start)).map(line => line.replace(/ +/g, ' ').trim())
    expect(words.map(line => line.replace(/ [█░]+/, ''))).toEqual([
      'fit 82 of 100',
      '+2 start 2',
      'company 55 of 55',
      '+25 company size employees = 220 27',
      '+20 industry industry = Maschinenbau 47',
      '+17 a point for each full million annual_revenue = 42.500.000 EUR 64',
      '42 -> 17 (its bounds)',
      '-7 cap of 55 57',
      'role 25 of 45',
      '+35 decides on purchases job_title = Head of Sales & Operations EMEA 92',
      '-10 free-mail email = anna.berg@nordwerk.example 82',
      '1 rule without points',
    ])
  })

  it('lines the running totals up and loses no value for want of room', () => {
    const lines = linesOf(EXPLANATION)
    const steps = lines.filter(line => /^ {3} *[+-]\d/.test(line))
    expect(new Set(steps.map(line => line.length)).size).toBe(1)
    for (const score of EXPLANATION.scores)
      for (const { name, text } of score.groups.flatMap(group => group.rules.flatMap(rule => rule.saw)))
        expect(lines.join('\n')).toContain(`${name} = ${text}`)
  })

  it('says how points faded, what a gate closed and what is not known', () => {
    const lines = linesOf(EXPLANATION)
    expect(lines).toContain('           40 -> 23 (24 days old)')
    expect(lines).toContain('    gate not met, its rules give no points: tracking_consent equals true')
    expect(lines).toContain('intent  no data: this file has no column for any of its rules')
  })

  it('tells a gate from bounds', () => {
    const [score] = EXPLANATION.scores
    if (!score) return expect.fail('no score')
    const closed = score.groups.map(group => ({
      ...group,
      closed: 'consent known',
      points: 0,
      bound: 0,
      rules: group.rules.map(rule => ({ ...rule, points: 0 })),
    }))
    const lines = linesOf({ ...EXPLANATION, scores: [{ ...score, groups: closed }] })
    expect(lines).toContain('           25 -> 0 (closed)')
  })

  it('gives total, grade, stage and why', () => {
    const lines = linesOf(EXPLANATION)
    const start = lines.findIndex(line => line.startsWith('total'))
    expect(lines.slice(start, start + 16)).toEqual([
      'total      53 = 0.5 x fit 82 + 0.5 x engagement 23',
      'grade      A4',
      'stage      MQL  fit-only',
      '           ✓ score.fit at least 50 (score.fit = 82)',
      '           ? score.intent known (score.intent = (empty))',
      '',
      'criteria   ? budget     ask: Is there a budget for this year?',
      '           ✓ authority  job_title has word $leaders (job_title = Head of Sales)',
      '           ✗ timing     timeline at most 3 (timeline = 12)',
      'segments   temperature cold · funnel BoFu',
      'tags       pql · do-not-email',
      'next       call, owner Anna, due 2026-11-26',
      'complete   64% of the columns it uses are filled',
      '',
      'What would make it SQL',
      '  1. budget: (empty) -> 10000',
    ])
  })

  it('shows exclusions with what held', () => {
    const conditions = [
      { text: 'competitor equals true', state: 'holds', saw: [{ name: 'competitor', text: 'ja' }] },
    ] as const
    const lines = linesOf({ ...EXPLANATION, excluded: [{ name: 'competitor', conditions }] })
    const start = lines.indexOf('excluded   competitor')
    expect(lines[start + 1]).toBe('           ✓ competitor equals true (competitor = ja)')
  })

  it('shows the ways to the next stage, and which need another column', () => {
    expect(linesOf(EXPLANATION, 120).slice(-5)).toEqual([
      'What would make it SQL',
      '  1. budget: (empty) -> 10000',
      '  2. tracking_consent: (empty) -> true *, page_views: 2 -> 15  (then engagement 38, total 60)',
      '  * this file has no such column',
      '',
    ])
    expect(linesOf({ ...EXPLANATION, missing: { stage: 'SQL', ways: [] } }).at(-2)).toMatch(
      /no single change of this file/,
    )
    expect(printExplanation({ ...EXPLANATION, missing: null }, plainTheme())).not.toContain('Missing')
  })

  it.each([60, 72, 80, 100, 120, 200])('stays within %i columns', width => {
    for (const explanation of [EXPLANATION, poison(EXPLANATION)])
      for (const unicode of [true, false])
        expect(widest(printExplanation(explanation, plainTheme(width, unicode)).split('\n'))).toBeLessThanOrEqual(width)
  })

  it('lets no text act on the terminal, and says the same with colour as without', () => {
    expect(printExplanation(poison(EXPLANATION), plainTheme())).not.toMatch(UNSAFE)
    const coloured = printExplanation(EXPLANATION, themeOf({ colour: true, width: 80, unicode: true }))
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(printExplanation(EXPLANATION, plainTheme()))
  })
})

it('is one JSON document that reads back the same', () => {
  const hostile = poison(EXPLANATION)
  expect(explanationJson(hostile)).not.toMatch(UNSAFE)
  expect(JSON.parse(explanationJson(hostile))).toEqual(hostile)
})
