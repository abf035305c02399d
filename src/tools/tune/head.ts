import type { LearnedRule } from '../../ir/results/tuning.ts'
import { schemaLine } from '../../ir/schema-line.ts'
import { outcomeText } from '../../learn/outcome/ending.ts'
import { aucWithInterval } from '../../learn/statistics/auc.ts'
import { rankScores } from '../../learn/statistics/ranked.ts'
import { namesOf } from '../../learn/tune/screen-columns.ts'
import { thousands } from '../../report/numbers.ts'
import type { SettleJob } from './settle-job.ts'

const HOW = {
  later: 'later leads, by a card learned from the earlier ones',
  apart: 'leads held back, by a card learned from the others',
  folds: 'leads, each by a card learned from others',
} as const

/** The header comment of a learned rulebook: its origin, quality, and the columns not used. */
export function headOf(
  { learned, screened, request, closed, won, source, outcome }: SettleJob,
  rules: readonly LearnedRule[],
): string {
  const { judged, how } = learned
  const wins = closed.reduce((sum, row) => sum + (won[row] ?? 0), 0)
  const { auc, low, high } = aucWithInterval(rankScores(judged.margins), judged.won)
  const named = (because: string) =>
    namesOf(screened.refused.filter(({ why }) => why.because === because).map(({ column }) => column))
  const standIns = namesOf(screened.standIns).filter(name => rules.some(({ label }) => label === name))
  return [
    schemaLine('rulebook'),
    '',
    `Learned by leadq from ${oneLine(source)}: ${thousands(closed.length)} closed leads, ${thousands(wins)} won (${outcomeText(outcome.won)}).`,
    `  ${request.command}`,
    `Judged on ${thousands(judged.rows.length)} ${HOW[how]}: AUC ${auc.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)}).`,
    ...listed('Left out, as they may be known only after the outcome', named('leak')),
    ...listed('Never used', [...named('protected'), ...named('wish')]),
    ...listed('Used, though they may stand in for origin or age', standIns),
    'Columns that stand in for what is protected are not detected. Whether calling these leads causes the wins, no export can say.',
    '',
    'Near a threshold every rule decides, as scores are sums of steps:',
    'leadq-severity lint/single-rule=off',
  ].join('\n')
}

function listed(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.map(oneLine).join(', ')}.`]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
