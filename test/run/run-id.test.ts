import { describe, expect, it } from 'vitest'
import { compareRunIds, isRunId, nextRunId, runIdOf } from '../../src/ir/results/run-folder.ts'

describe('the ids of runs', () => {
  it('are in UTC: the hour that Berlin has twice gives two ids', () => {
    const [first, second] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'].map(time => Date.parse(time))
    expect(runIdOf(first ?? 0)).toBe('2026-10-25T00-30-00Z')
    expect(runIdOf(second ?? 0)).toBe('2026-10-25T01-30-00Z')
  })

  it('sort by time, runs of the same second by their number', () => {
    const ids = ['2026-11-28T02-00-00Z']
    for (let number = 2; number <= 12; number += 1) ids.push(nextRunId(ids.at(-1) ?? ''))
    ids.push('2026-11-28T02-00-01Z', '2027-01-01T00-00-00Z-2')
    expect(ids.every(isRunId)).toBe(true)
    expect([...ids].reverse().sort(compareRunIds)).toEqual(ids)
  })

  it.each(['latest', 'quarantine', '2026-11-28', '2026-11-28T02-00-00Z-1', '2026-11-28T02-00-00Z-02'])(
    'are not: %s',
    name => expect(isRunId(name)).toBe(false),
  )
})
