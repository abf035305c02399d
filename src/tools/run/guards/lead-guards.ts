import type { Amount, StageShare } from '../../../ir/run/guard.ts'
import {
  amountText,
  type Before,
  exceeds,
  FIRST_RUN,
  type Finding,
  judge,
  numberText,
  shareText,
  type Today,
  unknown,
} from './finding.ts'

/** Guards over how many leads there are, and in which stages. */

export function checkRows(least: number, { summary }: Today): Finding {
  const { scored } = summary.counts
  return judge(scored < least, `${leadsText(scored)}; at least ${numberText(least)} are expected`)
}

export function checkShrink(limit: Amount, today: Today, before: Before | undefined): Finding {
  return compareCounts('fewer', limit, today, before)
}

export function checkGrow(limit: Amount, today: Today, before: Before | undefined): Finding {
  return compareCounts('more', limit, today, before)
}

function compareCounts(way: 'fewer' | 'more', limit: Amount, { summary }: Today, before: Before | undefined): Finding {
  const then = before?.manifest.counts?.scored
  if (before === undefined || then === undefined) return FIRST_RUN
  const now = summary.counts.scored
  const change = way === 'fewer' ? then - now : now - then
  const differs = change <= 0 ? `not ${way}` : `${numberText(change)} ${way} (${shareText(change, then)})`
  const message = `${leadsText(now)} after ${numberText(then)} in run ${before.manifest.run}: ${differs}; at most ${amountText(limit)} ${way} is allowed`
  return judge(exceeds(change, then, limit), message)
}

export function checkMoved(limit: Amount, { moves }: Today, before: Before | undefined): Finding {
  if (before === undefined) return FIRST_RUN
  if (moves === undefined) return unknown('nothing is known of the leads of the earlier run')
  const { known, moved } = moves
  const message = `${numberText(moved)} of ${numberText(known)} leads (${shareText(moved, known)}) have another stage than in run ${before.manifest.run}; at most ${amountText(limit)} is allowed`
  return judge(exceeds(moved, known, limit), message)
}

export function checkRejects(limit: Amount, { summary }: Today): Finding {
  const { rejected, read, left_out } = summary.counts
  const records = read - left_out
  const message = `${numberText(rejected)} of ${numberText(records)} records (${shareText(rejected, records)}) were rejected; at most ${amountText(limit)} is allowed`
  return judge(exceeds(rejected, records, limit), message)
}

export function checkShares(shares: readonly StageShare[], { summary }: Today): Finding {
  const { scored } = summary.counts
  const outside = shares.filter(({ stage, least, most }) => {
    const leads = summary.stages[stage]?.leads ?? 0
    return leads * 100 < least * scored || leads * 100 > most * scored
  })
  const shown = (outside.length > 0 ? outside : shares).map(({ stage, least, most }) => {
    const leads = summary.stages[stage]?.leads ?? 0
    return `${shareText(leads, scored)} of the leads are ${stage}, expected are ${least}% to ${most}%`
  })
  return judge(outside.length > 0, shown.join('; '))
}

function leadsText(count: number): string {
  return count === 1 ? '1 lead' : `${numberText(count)} leads`
}
