import type { Verdict } from '../../ir/results/verdict.ts'

/** Where the lines are drawn, so that stages and segments tell the leads of a file apart. */
export interface Thresholds {
  /** Totals; undefined where no line can be drawn. */
  readonly sql: number | undefined
  readonly mql: number | undefined
  /** Points of the engagement score. */
  readonly hot: number | undefined
  readonly warm: number | undefined
  /** Points of the fit score that the better half has. */
  readonly fitting: number | undefined
}

/** Lines that nothing was measured for yet. */
export const UNDRAWN: Thresholds = { sql: 1, mql: undefined, hot: undefined, warm: undefined, fitting: undefined }

/** The share of leads that shall be at each line or above it. */
const SHARES = { sql: 0.12, mql: 0.4, hot: 0.15, warm: 0.45, fitting: 0.5 } as const
/** What is at a line may be more than its share, but not most. */
export const MOST_SQL = 0.5

/** Draws the lines where the scores of these leads have gaps, nearest to the shares. */
export function drawLines(verdicts: readonly Verdict[], names: readonly string[]): Thresholds {
  const totals = verdicts.flatMap(({ total }) => total ?? [])
  const pointsOf = (name: string) => verdicts.flatMap(({ scores }) => scores[names.indexOf(name)] ?? [])
  const sql = lineFor(totals, SHARES.sql, MOST_SQL) ?? beyond(totals)
  const mql = lineFor(
    totals.filter(total => sql === undefined || total < sql),
    (SHARES.mql - SHARES.sql) / (1 - SHARES.sql),
  )
  const hot = lineFor(pointsOf('engagement'), SHARES.hot)
  const warm = lineFor(
    pointsOf('engagement').filter(points => hot === undefined || points < hot),
    (SHARES.warm - SHARES.hot) / (1 - SHARES.hot),
  )
  return { sql, mql, hot, warm, fitting: lineFor(pointsOf('fit'), SHARES.fitting) }
}

/** The points which the share of leads nearest to `share` reaches, and never all of them. */
function lineFor(points: readonly number[], share: number, most = 1): number | undefined {
  const lines = [...new Set(points)].map(line => ({
    line,
    reached: points.filter(point => point >= line).length / points.length,
  }))
  const possible = lines.filter(({ reached }) => reached < 1 && reached <= most)
  const distance = ({ reached }: { readonly reached: number }) => Math.abs(reached - share)
  const line = possible.sort((a, b) => distance(a) - distance(b) || b.line - a.line)[0]?.line
  return line === undefined ? undefined : roundDown(line, points)
}

/** A line that nobody reaches yet, where no other tells leads apart. */
function beyond(totals: readonly number[]): number | undefined {
  return totals.length === 0 ? undefined : Math.max(...totals) + 1
}

/** A line that is easier to remember, where no lead lies between. */
function roundDown(line: number, points: readonly number[]): number {
  const below = points.reduce((highest, point) => (point < line && point > highest ? point : highest), -Infinity)
  const round = Math.floor(line / STEP) * STEP
  return round > below ? round : line
}

const STEP = 5
