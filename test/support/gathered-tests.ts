import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_EVENTS } from '../../src/tools/warehouse/spark/gather/found-events.ts'
import type { Spark } from '../../src/tools/warehouse/spark/session.ts'
import { eventFile } from './asked-events.ts'
import { eventLeads, eventRulebook, LEAD_HEADINGS, leadEvents } from './draw-events.ts'
import { MEMORY_BEFORE, MEMORY_HEADINGS, memoryRulebook, today, yesterday } from './draw-memory.ts'
import { runs } from './draws.ts'
import {
  eventFigures,
  type Inputs,
  leadFigures,
  memoryFigures,
  ofDifferentMoments,
  scoreFiles,
  scoreOnWorkers,
} from './gathered.ts'
import { planOf } from './plans.ts'

const LONG = 1_800_000

/** Texts that mean something where events travel as one text; the escape, which files lose, is in pages. */
const ODD = ['\u001d', 'a\u001eb', '\u001f0', '"', '""a', 'a\tb', 'two\nlines', '\r\n!', "it's", '\\']

/** Leads whose events, and whose run before, Spark brings to its workers. Each query takes seconds, so draws are few and large. */
export function gatheredTests(session: () => Spark): void {
  async function agree(rules: object, inputs: Inputs): Promise<void> {
    const own = await scoreOnWorkers(session(), rules, inputs)
    const files = await scoreFiles(rules, inputs)
    expect(own.cells).toEqual(files.cells)
    expect(eventFigures(own.summary)).toEqual(eventFigures(files.summary))
    expect(leadFigures(own.summary)).toEqual(leadFigures(files.summary))
    expect(memoryFigures(own.summary)).toEqual(memoryFigures(files.summary))
  }

  it('come with their events, of two tables, as from files', { timeout: LONG }, async () => {
    const leads = fc.array(eventLeads, { minLength: 4, maxLength: 8 }).map(all => all.flat())
    const first = fc.array(leadEvents, { minLength: 4, maxLength: 8 }).map(all => all.flat())
    await fc.assert(
      fc.asyncProperty(eventRulebook, leads, first, leadEvents, async (rules, rows, ...all) => {
        const events = ofDifferentMoments(planOf(rules), rows, all).map(eventFile)
        await agree(rules, { leads: { headings: LEAD_HEADINGS, rows }, events })
      }),
      { ...runs(1), endOnFailure: true },
    )
  })

  it('bring hostile cells and keys as they are', { timeout: LONG }, async () => {
    const rules = {
      leadq: 1,
      locale: { timezone: 'Europe/Berlin' },
      scores: {
        seen: { rules: [{ id: 'pages', event: 'any', distinct: 'page', points: 1 }] },
        named: { rules: [{ id: 'odd', event: ODD, points: 10 }] },
      },
    }
    const keys = [
      ...ODD,
      'İd',
      'a\u0308',
      '\u00e4',
      '00QEc00000BBafD',
      '00qec00000bbafdmat',
      '#N/A',
      '=1+1',
      '  k  ',
      'x'.repeat(5_000),
    ]
    const leads = { headings: ['Lead ID', 'Job Title'], rows: keys.map(key => [key, 'CEO']) }
    const rows = keys.flatMap((key, index) =>
      ODD.map((cell, place) => [
        key.toUpperCase(),
        cell,
        `2026-02-${10 + index} 10:${10 + place}:00`,
        `${cell}\u001a${index}`,
      ]),
    )
    await agree(rules, { leads, events: [{ headings: ['Lead ID', 'Event', 'Time', 'Page'], rows }] })
  })

  it('are not judged where one has more events than a worker holds', { timeout: LONG }, async () => {
    const many = `SELECT '1' AS lead, 'page_view' AS event, '2026-02-20' AS time FROM range(${MAX_EVENTS + 1})`
    await session().ask('write_table', { sql: many, table: 'too_many_events' })
    const rules = { leadq: 1, scores: { seen: { rules: [{ id: 'pages', event: 'page_view', points: 1 }] } } }
    const inputs = { leads: { headings: ['Lead ID'], rows: [['1']] } }
    const scored = scoreOnWorkers(session(), rules, inputs, { events: ['too_many_events'], out: 'never' })
    const message = 'a key of a lead has 200,001 events; on the workers of Spark up to 200,000 are judged'
    await expect(scored).rejects.toMatchObject({ diagnostic: { message }, exit: 'data' })
    expect(await session().ask('table_exists', { table: 'never' })).toBe(false)
  })

  it('come with what they were, as from a file', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(memoryRulebook, yesterday, today, async (rules, before, rows) => {
        const previous = { headings: MEMORY_BEFORE, rows: before }
        await agree(rules, { leads: { headings: MEMORY_HEADINGS, rows }, previous })
      }),
      { ...runs(1), endOnFailure: true },
    )
  })
}
