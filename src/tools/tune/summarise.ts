import type {
  CardWorth,
  ColumnsSummary,
  FrontierRow,
  JudgedSummary,
  OrderWorth,
  Tuning,
} from '../../ir/results/tuning.ts'
import type { Column } from '../../learn/bins/column.ts'
import { rowsOf } from '../../learn/card/margins.ts'
import { aucOf, aucWithInterval } from '../../learn/statistics/auc.ts'
import { gains } from '../../learn/statistics/gain.ts'
import { meanLoss } from '../../learn/statistics/logistic.ts'
import { rankScores } from '../../learn/statistics/ranked.ts'
import type { Judged, Learned } from '../../learn/tune/learn.ts'
import { ratesOverTime } from '../../learn/tune/rates.ts'
import { namesOf, type Screened } from '../../learn/tune/screen-columns.ts'
import type { SettledCard } from '../../learn/writing/settled-card.ts'
import type { ClosedFile } from './read-closed.ts'

export function columnsSummary(
  file: ClosedFile,
  { used, refused, questions, standIns, drifts }: Screened,
): ColumnsSummary {
  const because = (wanted: string) => refused.filter(({ why }) => why.because === wanted).map(({ column }) => column)
  return {
    read: namesOf([...used.map(({ column }) => column), ...refused.map(({ column }) => column)]).length,
    used: namesOf(used.map(({ column }) => column)).length,
    left_out: refused.flatMap(({ column, why }) =>
      why.because === 'leak'
        ? [{ column: column.heading, reasons: why.leak.reasons, asks: why.leak.verdict === 'ask-first' }]
        : [],
    ),
    questions: questions.map(({ column, leak }) => ({ column: column.heading, reasons: leak.reasons, asks: true })),
    protected: namesOf(because('protected')),
    stand_ins: namesOf(standIns),
    constant: namesOf(because('constant')),
    too_many_values: file.tooMany,
    dates: [...file.dates],
    never: namesOf(because('wish')),
    kept: namesOf(because('kept')),
    drift: drifts.map(({ column, drift }) => ({ column: nameOf(column), ...drift })),
  }
}

function nameOf(column: Column): string {
  return column.heading
}

export function judgedSummary(
  { how, judged }: Learned,
  { order }: ClosedFile,
  closed: Int32Array,
  won: Uint8Array,
): JudgedSummary {
  const wins = judged.won.reduce((sum, each) => sum + each, 0)
  const rates = order && ratesOverTime(closed, won, order.values)
  return {
    how,
    leads: judged.rows.length,
    won: wins,
    ...(rates && { rates: { first: rates.first, last: rates.last } }),
  }
}

/** Compares the card with boosted trees and trivial orders, on the same leads. */
export function ordersOf(
  learned: Learned,
  file: ClosedFile,
  card: SettledCard,
): Pick<Tuning, 'card' | 'boosting' | 'naive'> {
  const { judged, boosted, fit } = learned
  const own: CardWorth = {
    ...worthOf(judged.margins, judged),
    loss: meanLoss(judged.margins, judged.won),
    rules: card.tables.length,
    rows: rowsOf(fit),
    gated: card.tables.filter(({ gate }) => gate !== undefined).length,
  }
  const at = (values: Float64Array) => Float64Array.from(judged.rows, row => values[row] ?? Number.NaN)
  const naive = [
    ...(file.order === undefined ? [] : [{ name: 'newest first', ...worthOf(at(file.order.values), judged) }]),
    ...(file.crmScore === undefined
      ? []
      : [{ name: file.crmScore.column, ...worthOf(at(file.crmScore.values), judged) }]),
  ]
  return { card: own, boosting: { ...worthOf(boosted, judged), loss: meanLoss(boosted, judged.won) }, naive }
}

const TOP = [0.1]

function worthOf(scores: Float64Array, { won }: Judged): OrderWorth {
  const ranked = rankScores(scores)
  const { auc, low, high } = aucWithInterval(ranked, won)
  const [gain] = gains(ranked, won, TOP)
  return { separation: { auc, low, high }, lift: gain?.lift ?? 0 }
}

/** The cards tried, fewest rows first; of the same size the better one. */
export function frontierRows({ chosen }: Learned, won: Uint8Array): FrontierRow[] {
  const rows = chosen.trials.map(
    (trial): FrontierRow => ({
      rules: trial.rules,
      rows: trial.rows,
      auc: aucOf(
        trial.margins,
        Uint8Array.from(trial.judged, row => won[row] ?? 0),
      ),
      loss: trial.loss,
      chosen: trial === chosen.trial,
    }),
  )
  return rows.sort((a, b) => a.rows - b.rows || a.loss - b.loss)
}
