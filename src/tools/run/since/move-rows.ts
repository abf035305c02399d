import { csvRow } from '../../../io/csv/csv-write.ts'
import { neutraliseFormula } from '../../../io/formula.ts'
import { keyText } from '../../../io/parquet/table.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../../ir/results/verdict-file.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import type { Verdicts } from '../../../leads/memory/verdict-table.ts'
import type { Move } from './find-moves.ts'

/** The files about what happened since the run before, as lines of CSV. Cells of leads begin no formula. */

const { stage, stageBefore, since, total, chance, owner, next, due } = VERDICT_NAMES

/** A line of `delta.csv`. */
export interface DeltaLine {
  readonly move: Move
  /** `data`, `rules + time`, `unknown`; empty for leads that were or are not there. */
  readonly cause: string
}

export function* deltaRows(lines: Iterable<DeltaLine>, before: Verdicts, now: Verdicts): Generator<string> {
  const scores = [...new Set([...now.scores, ...before.scores])]
  const named = scores.flatMap(name => [`${name}_before`, name])
  yield row(['key', 'kind', 'cause', 'stage_before', 'stage', 'since', 'score_before', 'score', ...named])
  for (const { move, cause } of lines) {
    const then = (name: string) => (move.before === undefined ? '' : figure(before.number(move.before, name)))
    const today = (name: string) => (move.now === undefined ? '' : figure(now.number(move.now, name)))
    const points = scores.flatMap(name => [VERDICT_PREFIXES.score + name].flatMap(each => [then(each), today(each)]))
    const day = move.now === undefined ? undefined : now.number(move.now, since)
    yield row([move.key, move.kind, cause, move.from, move.to, dayText(day), then(total), today(total), ...points])
  }
}

/** Leads that came into a stage today, best first. */
export function* newRows(rows: readonly number[], now: Verdicts): Generator<string> {
  yield row(['key', 'owner', 'stage', 'stage_before', 'score', ...now.scores, 'chance', 'next', 'due'])
  for (const each of rows) {
    const points = now.scores.map(name => figure(now.number(each, VERDICT_PREFIXES.score + name)))
    const texts = [owner, stage, stageBefore].map(name => now.text(each, name))
    const [score, percent] = [total, chance].map(name => figure(now.number(each, name)))
    yield row([
      keyOf(each, now),
      ...texts,
      score ?? '',
      ...points,
      percent ?? '',
      now.text(each, next),
      dayText(now.number(each, due)),
    ])
  }
}

/** Leads that are due, those that are overdue for longest first. */
export function* dueRows(rows: readonly number[], now: Verdicts, asOf: number): Generator<string> {
  yield row(['key', 'owner', 'next', 'due', 'days_overdue', 'stage', 'since', 'score'])
  for (const each of rows) {
    const day = now.number(each, due) ?? asOf
    const [who, what, where] = [owner, next, stage].map(name => now.text(each, name))
    const entered = dayText(now.number(each, since))
    yield row([
      keyOf(each, now),
      who ?? '',
      what ?? '',
      dayText(day),
      String(asOf - day),
      where ?? '',
      entered,
      figure(now.number(each, total)),
    ])
  }
}

/** Rows whose lead came into a stage today, best first. */
export function enteredToday(now: Verdicts, wanted: string, moves: readonly Move[]): number[] {
  const rows = moves.flatMap(move => (move.now !== undefined && move.to === wanted ? [move.now] : []))
  return rows.sort((a, b) => score(now, b) - score(now, a) || a - b)
}

/** Rows whose lead is due on a day or was before. */
export function dueOn(now: Verdicts, asOf: number): number[] {
  const rows: number[] = []
  for (let each = 0; each < now.rows; each += 1) {
    const day = now.number(each, due)
    if (day !== undefined && day <= asOf) rows.push(each)
  }
  const dayOf = (each: number) => now.number(each, due) ?? 0
  return rows.sort((a, b) => dayOf(a) - dayOf(b) || score(now, b) - score(now, a) || a - b)
}

function score(now: Verdicts, each: number): number {
  return now.number(each, total) ?? Number.NEGATIVE_INFINITY
}

function keyOf(each: number, { keys }: Verdicts): string {
  return keyText(keys[each] ?? '')
}

function dayText(day: number | undefined): string {
  return day === undefined ? '' : printDay(day)
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function row(cells: readonly string[]): string {
  return `${csvRow(cells.map(neutraliseFormula), ',')}\n`
}
