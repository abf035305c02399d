import type { Verdict } from '../../ir/results/verdict.ts'

/** Chooses thresholds so that stages and segments separate the leads of a file. */
export interface Thresholds {
  /** Totals; undefined if there is no useful threshold. */
  readonly sql: number | undefined
  readonly mql: number | undefined
  /** Points of the engagement score. */
  readonly hot: number | undefined
  readonly warm: number | undefined
  /** Points of the fit score that the better half has. */
  readonly fitting: number | undefined
}

/** Initial thresholds, before anything is measured. */
export const UNDRAWN: Thresholds = { sql: 1, mql: undefined, hot: undefined, warm: undefined, fitting: undefined }

/** The wanted share of leads at or above each threshold. */
const SHARES = { sql: 0.12, mql: 0.4, hot: 0.15, warm: 0.45, fitting: 0.5 } as const
/** The share at a threshold may exceed the wanted one, up to this. */
export const MAX_SQL_SHARE = 0.5

/** Puts the thresholds into gaps between the scores of these leads, nearest to the wanted shares. */
export function drawLines(verdicts: readonly Verdict[], names: readonly string[]): Thresholds {
  const totals = verdicts.flatMap(({ total }) => total ?? [])
  const pointsOf = (name: string) => verdicts.flatMap(({ scores }) => scores[names.indexOf(name)] ?? [])
  const sql = lineFor(totals, SHARES.sql, MAX_SQL_SHARE)
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

/** The points that a share of leads nearest to `share` reaches, but never all of them. */
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

/** A round number for the threshold, if no lead lies between. */
function roundDown(line: number, points: readonly number[]): number {
  const below = points.reduce((highest, point) => (point < line && point > highest ? point : highest), -Infinity)
  const round = Math.floor(line / STEP) * STEP
  return round > below ? round : line
}

const STEP = 5
