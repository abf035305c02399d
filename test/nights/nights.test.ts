import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder } from '../support/program.ts'
import type { State } from './model.ts'
import { NIGHTS, type Night, playNights, rowsOf, runAt } from './play.ts'
import { pageTranscript, runOf, transcriptOf, writeTranscript } from './transcript.ts'
import { isoDay } from './world.ts'

/** `UPDATE=1` writes what the nights came to into the page. */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

it('thirty nights: every morning adds up to an independent count', { timeout: 240_000 }, () =>
  inFolder(async folder => {
    const mornings: Night[] = []
    await playNights(folder, async night => {
      const last = mornings.at(-1)
      mornings.push(night)
      if (night.what === 'crash') {
        expect([night.ran.exit, night.latest]).toEqual([137, last?.latest])
        return
      }
      if (night.what === 'half export') {
        expect([night.ran.exit, night.latest]).toEqual([65, last?.latest])
        const reason = join(folder, 'runs', 'quarantine', runOf(night.day), 'QUARANTINE.txt')
        expect(readFileSync(reason, 'utf8')).toContain('max_shrink')
        return
      }
      expect([night.number, night.ran.exit, night.latest]).toEqual([night.number, 0, runOf(night.day)])
      checkMorning(join(folder, 'runs', 'latest'), night)
    })
    expect(mornings).toHaveLength(NIGHTS)
    await checkHistory(folder, mornings)
    const transcript = await transcriptOf(folder, mornings)
    if (UPDATE) writeTranscript(transcript)
    expect(pageTranscript()).toBe(transcript)
  }),
)

/** All files of a run against the count. */
function checkMorning(run: string, { number, day, exported, expected, before, wereGone }: Night): void {
  const states = [...expected.values()]
  const manifest = JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8'))
  const { read, scored, rejected, duplicate, left_out } = manifest.counts
  expect([read, scored, rejected + duplicate + left_out]).toEqual([exported, exported, 0])
  expect(manifest.as_of).toBe(isoDay(day))
  expect(nonZero(manifest.stages)).toEqual(countsOf(states.map(({ stage }) => stage)))
  const scoredRows = rowsOf(join(run, 'leads.scored.csv'))
  expect(
    new Map(
      scoredRows.map(row => [
        row.Id,
        [row.leadq_fit, row.leadq_engagement, row.leadq_stage, row.leadq_since, row.leadq_stage_before, row.leadq_due],
      ]),
    ),
  ).toEqual(
    new Map(
      [...expected].map(([id, state]) => [
        id,
        [
          String(state.fit),
          String(state.engagement),
          state.stage,
          isoDay(state.since),
          state.stageBefore,
          state.due === undefined ? '' : isoDay(state.due),
        ],
      ]),
    ),
  )
  if (number > 1) {
    const moves = new Map(rowsOf(join(run, 'delta.csv')).map(row => [row.key, [row.kind, row.stage_before, row.stage]]))
    expect(moves).toEqual(movesBetween(before, expected, wereGone))
    const { since } = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    const kinds = countsOf([...moves.values()].map(([kind = '']) => kind))
    expect(nonZero({ new: since.new, moved: since.moved, gone: since.gone, back: since.back })).toEqual(kinds)
  }
  const entered = [...expected].filter(([id, { stage }]) => stage === 'SQL' && before.get(id)?.stage !== 'SQL')
  expect(new Set(rowsOf(join(run, 'new-sql.csv')).map(({ key }) => key))).toEqual(new Set(entered.map(([id]) => id)))
  const due = [...expected].flatMap(([id, { due: on }]) =>
    on !== undefined && on <= day ? [[id, String(day - on)]] : [],
  )
  const listed = rowsOf(join(run, 'due.csv')).map(({ key = '', days_overdue = '' }) => [key, days_overdue])
  expect(listed.toSorted()).toEqual(due.toSorted())
}

/** Lead -> kind, stage before, stage. */
function movesBetween(
  before: ReadonlyMap<string, State>,
  now: ReadonlyMap<string, State>,
  wereGone: ReadonlySet<string>,
): Map<string, string[]> {
  const moves = new Map<string, string[]>()
  for (const [id, { stage }] of now) {
    const was = before.get(id)
    if (was === undefined) moves.set(id, [wereGone.has(id) ? 'back' : 'new', '', stage])
    else if (was.stage !== stage) moves.set(id, ['moved', was.stage, stage])
  }
  for (const [id, { stage }] of before) if (!now.has(id)) moves.set(id, ['gone', stage, ''])
  return moves
}

/** The history of all nights against the same count. */
async function checkHistory(folder: string, mornings: readonly Night[]): Promise<void> {
  const published = mornings.filter(({ what }) => what !== 'half export' && what !== 'crash')
  const last = published.at(-1)
  const ask = async (...argv: string[]) => {
    const { stdout, exit } = await runAt(['history', ...argv, '--json'], folder, last?.day ?? 0)
    expect(exit).toBe(0)
    return JSON.parse(stdout)
  }
  const ids = new Set(published.flatMap(({ expected }) => [...expected.keys()]))
  const funnel = await ask('--funnel')
  const reached = (stages: readonly string[]) =>
    [...ids].filter(id => published.some(({ expected }) => stages.includes(expected.get(id)?.stage ?? ''))).length
  const [all] = funnel.groups
  expect(all.leads).toBe(ids.size)
  expect(all.gone).toBe([...ids].filter(id => last?.expected.has(id) !== true).length)
  expect(all.steps.map((step: { readonly leads: number }) => step.leads)).toEqual([
    reached(['nurture', 'MQL', 'SQL']),
    reached(['MQL', 'SQL']),
    reached(['SQL']),
  ])
  const rule = await ask('--rule', 'demo')
  expect(rule.nights.map((night: { readonly leads: number }) => night.leads)).toEqual(
    published.map(({ exported }) => exported),
  )
  for (const id of ['L-0003', 'L-0042', 'L-0111']) {
    const lead = await ask('--id', id)
    expect(lead.nights.map((night: { readonly lead: { stage: string } | null }) => night.lead?.stage)).toEqual(
      published.map(({ expected }) => expected.get(id)?.stage),
    )
  }
  expect(existsSync(join(folder, 'runs', 'failed'))).toBe(false)
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function nonZero(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}
