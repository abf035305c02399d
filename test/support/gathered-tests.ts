import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Spark } from '../../src/tools/warehouse/spark/session.ts'
import { eventFile } from './asked-events.ts'
import { eventLeads, eventRulebook, LEAD_HEADINGS, leadEvents } from './draw-events.ts'
import { MEMORY_BEFORE, MEMORY_HEADINGS, memoryRulebook, today, yesterday } from './draw-memory.ts'
import { runs } from './draws.ts'
import { eventFigures, type Inputs, leadFigures, ofDifferentMoments, scoreFiles, scoreOnWorkers } from './gathered.ts'
import { planOf } from './plans.ts'

const LONG = 1_800_000

/** Leads whose events, and whose run before, Spark brings to its workers. Each query takes seconds, so draws are few and large. */
export function gatheredTests(session: () => Spark): void {
  async function agree(rules: object, inputs: Inputs): Promise<void> {
    const own = await scoreOnWorkers(session(), rules, inputs)
    const files = await scoreFiles(rules, inputs)
    expect(own.cells).toEqual(files.cells)
    expect(eventFigures(own.summary)).toEqual(eventFigures(files.summary))
    expect(leadFigures(own.summary)).toEqual(leadFigures(files.summary))
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
