import { afterAll, beforeAll, describe, it } from 'vitest'
import { runs } from '../draws.ts'
import { duckdb, postgres, type QueryEngine } from '../engines.ts'
import type { Agreement } from './agreement.ts'

/** Tests that what is drawn has the same answer in each database that runs in this process. `more`: further tests of each. */
export function agreeInDatabases(
  what: string,
  agreements: readonly Agreement[],
  more: (engine: () => QueryEngine) => void = () => {},
): void {
  describe.each([
    { name: 'DuckDB', open: duckdb, settings: "SET TimeZone = 'UTC'" },
    { name: 'PostgreSQL', open: postgres, settings: "SET timezone TO 'UTC'" },
  ])(`${what}, in $name`, ({ open, settings }) => {
    let engine: QueryEngine
    beforeAll(async () => {
      engine = await open()
      await engine.run(settings)
    }, 60_000)
    afterAll(() => engine.close())

    it.each(agreements)('$name', { timeout: 36_000_000 }, each => each.assert(engine, runs(each.usual)))
    more(() => engine)
  })
}
