import type { FieldQuality } from '../../../ir/results/summary.ts'
import { type Before, FIRST_RUN, type Finding, judge, type Today, unknown } from './finding.ts'

/** Guards over what stands in the fields. Values themselves are never named: they may be personal. */

export function checkEmptier(points: number, { summary }: Today, before: Before | undefined): Finding {
  if (before === undefined) return FIRST_RUN
  if (before.quality === undefined) return unknown(`the summary of run ${before.manifest.run} cannot be read`)
  const then = new Map(before.quality.map(each => [each.field, filledShare(each)]))
  const now = new Map(summary.quality.map(each => [each.field, filledShare(each)]))
  // A field without a column is one that has become empty.
  const changes = [...then].map(([field, share]) => ({ field, share, now: now.get(field) ?? 0 }))
  const emptier = changes
    .filter(each => each.share - each.now > points)
    .sort((a, b) => b.share - b.now - (a.share - a.now))
  if (emptier.length === 0) return judge(false, `no field is emptier by more than ${points} points`)
  const shown = emptier.map(
    each => `\`${each.field}\` is filled in ${round(each.now)}% of the leads, after ${round(each.share)}%`,
  )
  const more = shown.length > MAX_FIELDS ? `; ${shown.length - MAX_FIELDS} more fields` : ''
  return judge(true, `${shown.slice(0, MAX_FIELDS).join('; ')}${more}; at most ${points} points less are allowed`)
}

const MAX_FIELDS = 5

function filledShare({ filled, empty, invalid }: FieldQuality): number {
  const all = filled + empty + invalid
  return all === 0 ? 0 : (filled / all) * 100
}

function round(percent: number): string {
  return (Math.round(percent * 10) / 10).toString()
}

export function checkValues(fields: readonly string[], { values }: Today, before: Before | undefined): Finding {
  if (before === undefined) return FIRST_RUN
  if (before.values === undefined) return unknown(`run ${before.manifest.run} kept no values`)
  const found = fields.map(field => newValues(field, values?.[field], before.values?.[field]))
  const trips = found.filter(({ outcome }) => outcome === 'trips')
  const unknowns = found.filter(({ outcome }) => outcome === 'unknown')
  const [worst] = [trips, unknowns, found].filter(each => each.length > 0)
  return { outcome: worst?.[0]?.outcome ?? 'passes', message: worst?.map(({ message }) => message).join('; ') ?? '' }
}

function newValues(
  field: string,
  now: readonly string[] | null | undefined,
  then: readonly string[] | null | undefined,
): Finding {
  if (then === undefined || now === undefined) return unknown(`\`${field}\` was not watched in both runs`)
  if (then === null || now === null) return unknown(`\`${field}\` has too many values to compare`)
  const known = new Set(then)
  const fresh = now.filter(value => !known.has(value)).length
  const text = fresh === 1 ? '1 value is' : `${fresh} values are`
  return judge(fresh > 0, fresh > 0 ? `\`${field}\`: ${text} new` : `\`${field}\`: no new value`)
}
