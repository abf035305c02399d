import { describe, expect, it } from 'vitest'
import type { Summary } from '../../src/ir/results/summary.ts'
import { summaryJson } from '../../src/report/summary/summary-json.ts'
import { printSummary } from '../../src/report/summary/summary-text.ts'
import { widest, widthOf } from '../../src/report/terminal/terminal-text.ts'
import { themeOf } from '../../src/report/terminal/theme.ts'
import { plainTheme, STRANGER, SUMMARY } from './examples.ts'
import { poison, UNSAFE } from './hostile.ts'

const WIDTHS = [60, 72, 80, 100, 120, 200]

function linesOf(summary: Summary, width = 80): string[] {
  return printSummary(summary, { ...plainTheme(width), verbose: true }).split('\n')
}

function screen(summary: Summary, width = 80): string[] {
  return printSummary(summary, plainTheme(width)).trimEnd().split('\n')
}

/** The lines of a block, from the one that starts with `label` to the next blank one. */
function block(label: string, summary = SUMMARY, width = 80): string[] {
  const lines = linesOf(summary, width)
  const start = lines.findIndex(line => line.startsWith(label))
  return start < 0 ? [] : lines.slice(start, lines.indexOf('', start))
}

describe('printSummary', () => {
  it('says first what was scored, by what and when', () => {
    expect(linesOf(SUMMARY, 120).slice(0, 2)).toEqual([
      'leads.csv  12,480 leads scored  (12,494 read, 12 rejected, 2 skipped: 1 preamble, 1 totals row)',
      'rulebook B2B software, DACH 2026.4 (rules/saas.yaml), as of 2026-11-23',
    ])
  })

  it('has the stages with shares that can be seen and numbers that line up', () => {
    const [head = '', rule = '', ...rows] = block('stage ')
    expect(head).toMatch(/^stage +leads +share +median score$/)
    expect(rule).toMatch(/^─+$/)
    expect(rows.map(row => row.slice(0, head.indexOf('leads') + 5).split(/ +/)[1])).toEqual([
      '412',
      '1,930',
      '10,002',
      '136',
    ])
    expect(rows.map(row => row.indexOf('%'))).toEqual(rows.map(() => head.indexOf('share') + 4))
    expect(rows.map(row => widthOf(row))).toEqual(rows.map(() => widthOf(head)))
    expect(rows[0]).toMatch(/^SQL +412 +3\.3% {2}[▏▎▍▌▋▊▉█]+ +78$/)
  })

  it('puts scores and grades side by side if they fit', () => {
    expect(block('score ', SUMMARY, 100)[0]).toMatch(/^score +median +highest +reachable +grade +1 +2 +3 +4$/)
    expect(block('score ', SUMMARY, 60)[0]).toMatch(/^score +median +highest +reachable$/)
    expect(block('grade ', SUMMARY, 60)).toHaveLength(6)
    expect(block('score ', SUMMARY, 60).at(-1)).toMatch(/^distribution of total score {2}0 [▁▂▃▄▅▆▇█ ]{20} 99$/)
  })

  it('has grades of other kinds on a line', () => {
    const summary = { ...SUMMARY, grades: { hot: 12, cold: 1_300 } }
    expect(linesOf(summary, 60)).toContain('grades     hot 12 · cold 1,300')
  })

  it('names segments, tags and exclusions that any lead has', () => {
    expect(block('segments')).toEqual([
      'segments   temperature  hot 412 · warm 3,200 · cold 8,868',
      '           funnel       BoFu 301 · MoFu 1,402 · ToFu 10,777',
      'tags       pql 41 · do-not-email 1,310',
      'excluded   competitor 12 · do-not-contact 100 · customer 24',
    ])
  })

  it('names the columns that the rulebook does not use', () => {
    expect(linesOf(SUMMARY)).toContain('not used   Letzter Kontakt (last_contact_date)')
    expect(linesOf(SUMMARY)).toContainEqual(expect.stringMatching(/^unknown {4}1 empty column · Region/))
  })

  it('lists the rules that fired, most often first, and counts the rest', () => {
    const reasons = block('top reasons')
    expect(reasons.slice(2, 5)).toEqual([
      'company size                   9,120  73.1%  +164,160',
      'industry                       8,800  70.5%  +132,040',
      'visits                         6,310  50.6%   +31,200',
    ])
    expect(reasons).toHaveLength(13)
    expect(reasons.at(-1)).toBe('2 rules never fired')
  })

  it('tells the fields to mend from the empty and the good ones', () => {
    expect(block('filled').slice(0, 6)).toEqual([
      'filled     demo_date   2.4%',
      '           budget      8.2%  1 invalid (line 77)',
      '           industry   70.5%',
      '           employees  73.1%  30 invalid (lines 17, 88 ...), 1,240 ranges',
      '           email      99.4%  20 invalid (lines 12, 802 ...)',
      '           90% and more: job_title, page_views, country',
    ])
  })

  it('says what was guessed', () => {
    expect(block('filled').slice(6, 11)).toEqual([
      'detected   CSV with semicolons, Windows-1252, CRLF, recognised: HubSpot export',
      'columns    employees  <- Mitarbeiterzahl (heading, decimal comma)',
      '           budget     <- Budget | Deal - Wert (rulebook, decimal comma)',
      '           demo_date  <- Demo am (rulebook, day first)',
      '           id         <- Record ID (system)',
    ])
  })

  it('ends with advice, rejects, warnings and files', () => {
    expect(linesOf(SUMMARY).slice(-11)).toEqual([
      'advice     a column for annual_revenue would add up to 10 points, department 10',
      'rejected   11 lead/cells, first at leads.csv:1873: expected 22 cells, found 23',
      '           1 lead/quote, first at leads.csv:9020: a quote that is never closed',
      '',
      'warning bind/ambiguous-date  the dates of column `Demo am` could be day-first',
      '   or month-first, taken as day-first',
      '   hint: say `locale: { dates: dmy }` in the rulebook',
      'wrote leads.scored.csv   12,480 leads',
      'wrote leads.rejects.csv      12 records',
      'SQL 412 · MQL 1,930 · nurture 10,002 · disqualified 136',
      '',
    ])
  })

  it('helps where hardly a column was recognised', () => {
    const lines = linesOf(STRANGER)
    const start = lines.indexOf('fields:')
    expect(lines.slice(start - 1, start + 7)).toEqual([
      'only 1 column of leads.csv is used; map others in the rulebook:',
      'fields:',
      '  job_title: { from: "Job Titel" }',
      '  employees: { from: "..." }',
      '  industry: { from: "..." }',
      '  annual_revenue: { from: "..." }',
      '  # the columns to choose from:',
      '  # "Job Titel", "Anz. MA", "Umsatz", "Ort", "Quelle"',
    ])
  })

  it('is quiet about what is not there', () => {
    const text = printSummary(STRANGER, plainTheme())
    for (const word of ['segments', 'tags', 'excluded', 'rejected', 'warning', 'distribution'])
      expect(text).not.toContain(word)
  })

  it('says little of an input without leads', () => {
    const counts = { read: 0, scored: 0, rejected: 0, duplicate: 0, left_out: 0 }
    const text = printSummary(
      { ...SUMMARY, counts, inputs: SUMMARY.inputs.map(input => ({ ...input, counts })) },
      plainTheme(),
    )
    expect(text).toMatch(/^leads\.csv {2}0 leads scored\n/)
    for (const word of ['median', 'top reasons', 'filled', 'NaN']) expect(text).not.toContain(word)
  })

  it('counts several inputs together and does not tell each of many', () => {
    const inputs = [1, 2, 3, 4, 5].flatMap(number =>
      SUMMARY.inputs.map(input => {
        const outputs = input.outputs.map(output => ({ ...output, path: `${number}.${output.path}` }))
        return { ...input, name: `${number}.csv`, outputs }
      }),
    )
    const lines = linesOf({ ...SUMMARY, inputs })
    expect(lines.filter(line => / leads scored {2}/.test(line))).toHaveLength(6)
    expect(lines.filter(line => line.startsWith('detected   3.csv: CSV with semicolons'))).toHaveLength(1)
    expect(screen({ ...SUMMARY, inputs })).toContainEqual(
      expect.stringMatching(/^\+\d+ more files, rejected records in /),
    )
  })

  it('fits one screen, and ends with the stages', () => {
    // One input with something of everything; a warning takes its lines on top.
    expect(screen({ ...SUMMARY, warnings: [] }, 100).length).toBeLessThanOrEqual(24)
    expect(screen(SUMMARY).at(-1)).toBe('SQL 412 · MQL 1,930 · nurture 10,002 · disqualified 136')
  })

  it('says below the stages which of them nobody can reach, and why', () => {
    const text = screen(STRANGER).join(' ').replace(/ +/g, ' ')
    expect(text).toContain(
      'No lead in this file can become SQL or MQL: fit can reach at most 5, engagement has no data.',
    )
  })

  it.each(WIDTHS)('stays within %i columns', width => {
    for (const summary of [SUMMARY, STRANGER, poison(SUMMARY), poison(STRANGER)])
      for (const unicode of [true, false])
        expect(widest(printSummary(summary, plainTheme(width, unicode)).split('\n'))).toBeLessThanOrEqual(width)
  })

  it('lets no text act on the terminal', () => {
    const text = printSummary(poison(SUMMARY), plainTheme())
    expect(text).not.toMatch(UNSAFE)
    expect(text).toContain('leads.csv␛[31m\\u{9b}2J\\u{202e}cba')
    expect(printSummary(poison(STRANGER), plainTheme())).not.toMatch(UNSAFE)
  })

  it('draws with ASCII where it has to, and says the same with colour as without', () => {
    expect(printSummary({ ...SUMMARY, inputs: [] }, plainTheme(80, false))).toMatch(/^[\n -~]*$/)
    const coloured = printSummary(SUMMARY, themeOf({ colour: true, width: 80, unicode: true }))
    expect(coloured).toContain('\u001b[1mstage')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(printSummary(SUMMARY, plainTheme()))
  })
})

it('is one JSON document that reads back the same', () => {
  const hostile = poison(SUMMARY)
  const text = summaryJson(hostile)
  expect(text).not.toMatch(UNSAFE)
  expect(text).toMatch(/^{\n {2}"format_version": "1\.0/)
  expect(text.endsWith('}\n')).toBe(true)
  expect(JSON.parse(text)).toEqual(hostile)
})
