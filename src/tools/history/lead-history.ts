import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { OpenTable } from '../../io/parquet/read-table.ts'
import { keyText } from '../../io/parquet/table.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { LeadHistory, LeadNight, LeadThen, RuleChange } from '../../ir/results/history.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { headOf, type PastRun, type PastRuns, withVerdicts } from './past-runs.ts'
import type { RunsHost } from './runs-host.ts'

/** What one lead was in every run, and the rules behind each change of its scores. */
export async function leadHistory(id: string, past: PastRuns, host: RunsHost, version: string): Promise<LeadHistory> {
  const keys = [id, leadKey(id), await spelledIn(past, id, host)].filter(each => each !== undefined)
  const scores = new Set<string>()
  const nights: LeadNight[] = []
  let before: Seen | undefined
  let key: string | undefined
  for (const run of past.runs) {
    const found = await withVerdicts(run, past, host, table => findIn(table, keys, before?.lead))
    if (found === undefined) continue
    const { rulesChanged: rules_changed, manifest } = run
    const night = { run: run.id, as_of: manifest.as_of, rules_changed }
    if (found === 'absent') {
      nights.push({ ...night, lead: null, changes: [] })
      continue
    }
    key ??= found.key
    for (const name of Object.keys(found.lead.scores)) scores.add(name)
    const { points } = found
    const changes =
      before === undefined || points === undefined
        ? []
        : changesOf(before.points ?? (await pointsOf(before, past, host)), points)
    nights.push({ ...night, lead: found.lead, changes })
    before = { run, row: found.row, lead: found.lead, points }
  }
  if (key === undefined) throw unknownLead(id, past)
  return { ...headOf(past, version), key, scores: [...scores], nights }
}

/** How the newest run spells a key, whose capitals or check characters may be others; undefined if it has no such lead. */
async function spelledIn(past: PastRuns, id: string, host: RunsHost): Promise<string | undefined> {
  const newest = past.runs.at(-1)
  const wanted = leadKey(id)
  if (newest === undefined) return undefined
  // What is wrong with that run is said when it is read with the others.
  return withVerdicts(newest, { warnings: [] }, host, table => {
    if (table.find(id) !== undefined) return undefined
    return table
      .keys()
      .map(keyText)
      .find(key => leadKey(key) === wanted)
  })
}

type Points = ReadonlyMap<string, number>

interface FoundLead {
  readonly key: string
  readonly row: number
  readonly lead: LeadThen
  /** By rule; only if the scores are others than before. */
  readonly points: Points | undefined
}

/** The lead as the last run had it that had it. */
interface Seen extends Omit<FoundLead, 'key'> {
  readonly run: PastRun
}

function findIn(table: OpenTable, keys: readonly string[], before: LeadThen | undefined): FoundLead | 'absent' {
  for (const key of keys) {
    const row = table.find(key)
    if (row === undefined) continue
    const lead = leadAt(table, row)
    const isMoved = before !== undefined && !isSame(before, lead)
    return { key, row, lead, points: isMoved ? pointsAt(table, row) : undefined }
  }
  return 'absent'
}

/** Stage and scores of a row. */
function leadAt(table: OpenTable, row: number): LeadThen {
  const { stage, since, total } = VERDICT_NAMES
  const scores = table.columns.map(({ name }) => name).filter(name => name.startsWith(VERDICT_PREFIXES.score))
  const [ownStage, day, sum, ...points] = table.cells(row, [stage, since, total, ...scores])
  return {
    stage: String(ownStage ?? ''),
    since: typeof day === 'number' ? printDay(day) : null,
    total: asNumber(sum),
    scores: Object.fromEntries(
      scores.map((name, index) => [name.slice(VERDICT_PREFIXES.score.length), asNumber(points[index])]),
    ),
  }
}

function asNumber(cell: string | number | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}

function isSame(one: LeadThen, other: LeadThen): boolean {
  return JSON.stringify([one.total, one.scores]) === JSON.stringify([other.total, other.scores])
}

/** What changed, the largest change first. */
function changesOf(then: Points, now: Points): RuleChange[] {
  return [...new Set([...then.keys(), ...now.keys()])]
    .map(rule => ({ rule, before: then.get(rule) ?? 0, after: now.get(rule) ?? 0 }))
    .filter(change => change.before !== change.after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
}

/** The points that nobody has asked for while the run was open. */
async function pointsOf({ run, row }: Seen, past: PastRuns, host: RunsHost): Promise<Points> {
  return (await withVerdicts(run, past, host, table => pointsAt(table, row))) ?? new Map()
}

function pointsAt(table: OpenTable, row: number): Points {
  const { rule } = VERDICT_PREFIXES
  const names = table.columns.map(({ name }) => name).filter(name => name.startsWith(rule))
  const points = new Map<string, number>()
  table.cells(row, names).forEach((cell, index) => {
    const name = names[index]?.slice(rule.length)
    if (name !== undefined && typeof cell === 'number') points.set(name, cell)
  })
  return points
}

function unknownLead(id: string, { folder, runs }: PastRuns): Refusal {
  const count = runs.length === 1 ? 'the run' : `any of ${runs.length} runs`
  const hint =
    'leads are called by the first field of `key` in the rulebook that they have: their id, else their e-mail'
  return new Refusal(diagnose('history/no-lead', `${id} is not in ${count} in ${folder}`, { hint }), 'data')
}
