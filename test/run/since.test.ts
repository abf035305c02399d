import { describe, expect, it } from 'vitest'
import type { Cause } from '../../src/ir/results/since.ts'
import { causesOf } from '../../src/tools/run/since/find-moves.ts'

/** A lead that was in stage A and is in stage B: the stage it would be in with one thing as it was, by that thing. */
const rows: readonly (readonly [
  about: string,
  asItWas: Partial<Record<Cause, string>>,
  unchecked: Cause[],
  causes: Cause[],
])[] = [
  ['only the data has changed', { data: 'A' }, [], ['data']],
  ['the day alone', { time: 'A', data: 'B' }, [], ['time']],
  ['the rules alone', { rules: 'A', data: 'B', time: 'B' }, [], ['rules']],
  ['both are needed', { time: 'A', data: 'A' }, [], ['time', 'data']],
  ['without one of them it would be in a third stage', { rules: 'C', data: 'B' }, [], ['rules']],
  ['either alone is enough', { time: 'B', data: 'B' }, [], ['time', 'data']],
  ['what could not be looked at is left over', { time: 'B', rules: 'B' }, ['data'], ['data']],
  ['the day is needed, whatever the data did', { time: 'A' }, ['data'], ['time']],
  ['nothing is left over if two could not be looked at', { time: 'B' }, ['data', 'rules'], []],
]

describe('causes of a move', () => {
  it.each(rows)('%s', (_, asItWas, unchecked, causes) => {
    const move = { key: '1', kind: 'moved', from: 'A', to: 'B', before: 0, now: 0 } as const
    const stages = new Map<Cause, () => string>()
    for (const cause of ['time', 'rules', 'data'] as const) {
      const stage = asItWas[cause]
      if (stage !== undefined) stages.set(cause, () => stage)
    }
    expect(causesOf(move, stages, new Set(unchecked))).toEqual(causes)
  })
})
