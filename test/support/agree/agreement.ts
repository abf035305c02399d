import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import type { QueryEngine } from '../engines.ts'

/** How often something is tried, and with which random numbers. */
export interface Runs {
  readonly numRuns: number
  readonly seed?: number
}

/** What has to be the same whatever is drawn: the answer of a printed query and that of the reference. */
export interface Agreement {
  readonly name: string
  /** Examples in an ordinary run of the tests. */
  readonly usual: number
  /** Its part of a thousand draws of a whole run. */
  readonly share: number
  /** Throws where the two differ, with the smallest example. */
  assert(engine: QueryEngine, runs: Runs): Promise<void>
  /** The smallest example where the two differ, and how often they were compared. */
  check(engine: QueryEngine, runs: Runs): Promise<Checked>
  /** Some of the rulebooks that it draws. */
  rulebooks(runs: Runs): object[]
}

export interface Checked {
  readonly numRuns: number
  readonly difference: string | undefined
}

/** `drawn` begins with the rulebook; `compared` gives the answer and what it has to be. */
export function agreement<T extends readonly [object, ...unknown[]]>(
  { name, usual, share }: Pick<Agreement, 'name' | 'usual' | 'share'>,
  drawn: fc.Arbitrary<T>,
  compared: (engine: QueryEngine, draw: T) => Promise<readonly [answer: unknown, right: unknown]>,
): Agreement {
  const property = (engine: QueryEngine) =>
    fc.asyncProperty(drawn, async draw => {
      const [answer, right] = await compared(engine, draw)
      deepEqual(answer, right)
    })
  return {
    name,
    usual,
    share,
    assert: async (engine, runs) => fc.assert(property(engine), runs),
    check: async (engine, runs) => {
      const details = await fc.check(property(engine), runs)
      const message = fc.defaultReportMessage(details)
      const difference = message === undefined ? undefined : `${message}\n${details.errorInstance}`
      return { numRuns: details.numRuns, difference }
    },
    rulebooks: runs => fc.sample(drawn, runs).map(([rulebook]) => rulebook),
  }
}
