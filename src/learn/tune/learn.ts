import type { Bins } from '../bins/bins.ts'
import { boost } from '../boosting/boosting.ts'
import type { Fit } from '../card/fit.ts'
import { learnCard } from '../card/learn-card.ts'
import { marginsOf } from '../card/margins.ts'
import { refit } from '../card/refit.ts'
import { settingsFor } from '../card/settings.ts'
import { type Chosen, chooseSettings, type Limits } from '../choice/choose.ts'
import { type Fold, shuffledFolds, splitInTime } from '../choice/folds.ts'
import { sampleRows } from './sample-rows.ts'

export interface Learning {
  readonly bins: readonly Bins[]
  /** 1 for won; read only for closed leads. */
  readonly won: Uint8Array
  readonly closed: Int32Array
  readonly order: Float64Array | undefined
  readonly offset: Float64Array | undefined
  /** Whole accounts are learned from or judged by. */
  readonly accounts?: Int32Array | undefined
  readonly limits: Limits
  readonly seed: number
}

/** A card learned from all closed leads, and what cards learned in the same way are worth on leads that they did not see. */
export interface Learned {
  readonly fit: Fit
  readonly chosen: Chosen
  /** `later`: by leads that came in after those learned from; `apart`: by leads held back; `folds`: each by the others. */
  readonly how: 'later' | 'apart' | 'folds'
  readonly judged: Judged
  /** Of boosted trees, learned from and judged by the same leads. */
  readonly boosted: Float64Array
  /** In time order: the AUC of the same choice on shuffled leads. */
  readonly shuffled: Judged | undefined
}

/** Log odds of leads that were not learned from. */
export interface Judged {
  readonly rows: Int32Array
  readonly margins: Float64Array
  readonly won: Uint8Array
}

/** From so many leads on a part is held back once, instead of folds. */
const MANY = 60_000

export function learn(learning: Learning): Learned {
  const { bins, won, closed, order, offset, accounts, limits, seed } = learning
  if (order === undefined && closed.length <= MANY) return learnInFolds(learning)
  const apart = order === undefined ? heldBack(learning) : splitInTime(closed, order)
  const early = sampleRows(apart.train, won, seed)
  const folds = order === undefined ? shuffledFolds(early, won, seed, accounts) : [splitInTime(early, order)]
  const chosen = chooseSettings({ bins, won, offset, folds }, limits)
  const { choice } = chosen.trial
  const fitted = (rows: Int32Array) => {
    const sampled = sampleRows(rows, won, seed)
    const fit = learnCard({ bins, won, rows: sampled, offset }, settingsFor(sampled.length, choice, limits))
    return sampled === rows ? fit : refit(fit, { bins, won, rows, offset })
  }
  const judgedBy = (fit: Fit, rows: Int32Array): Judged => ({
    rows,
    margins: marginsOf(fit, rows, offset),
    won: Uint8Array.from(rows, row => won[row] ?? 0),
  })
  const boosting = boost(bins, won, early, seed)
  return {
    fit: fitted(closed),
    chosen,
    how: order === undefined ? 'apart' : 'later',
    judged: judgedBy(fitted(apart.train), apart.test),
    boosted: Float64Array.from(apart.test, boosting),
    shuffled: order === undefined ? undefined : shuffledWorth(learning, fitted, judgedBy),
  }
}

function shuffledWorth(
  learning: Learning,
  fitted: (rows: Int32Array) => Fit,
  judgedBy: (fit: Fit, rows: Int32Array) => Judged,
): Judged {
  const { train, test } = heldBack(learning)
  return judgedBy(fitted(train), test)
}

/** A quarter, won and lost leads spread evenly. */
function heldBack({ closed, won, seed, accounts }: Learning): Fold {
  const [fold] = shuffledFolds(closed, won, seed, accounts)
  if (fold === undefined) throw new Error('there is always a fold')
  return fold
}

/** Few leads: each is judged by cards that were learned from others. */
function learnInFolds({ bins, won, closed, offset, accounts, limits, seed }: Learning): Learned {
  const folds = shuffledFolds(closed, won, seed, accounts)
  const chosen = chooseSettings({ bins, won, offset, folds }, limits)
  const fit = learnCard({ bins, won, rows: closed, offset }, settingsFor(closed.length, chosen.trial.choice, limits))
  const judged = meanOfRepeats(folds, chosen.trial.margins, won)
  const boosted = folds.flatMap(({ train, test }) => {
    const boosting = boost(bins, won, train, seed)
    return [...Float64Array.from(test, boosting)]
  })
  return {
    fit,
    chosen,
    how: 'folds',
    judged,
    boosted: meanOfRepeats(folds, Float64Array.from(boosted), won).margins,
    shuffled: undefined,
  }
}

/** Where folds are drawn several times a lead is judged several times: its mean counts. */
function meanOfRepeats(folds: readonly Fold[], margins: Float64Array, won: Uint8Array): Judged {
  const sums = new Map<number, { sum: number; count: number }>()
  let at = 0
  for (const { test } of folds) {
    for (const row of test) {
      const each = sums.get(row) ?? { sum: 0, count: 0 }
      each.sum += margins[at] ?? 0
      each.count += 1
      sums.set(row, each)
      at += 1
    }
  }
  const rows = Int32Array.from(sums.keys()).sort()
  return {
    rows,
    margins: Float64Array.from(rows, row => {
      const { sum, count } = sums.get(row) ?? { sum: 0, count: 1 }
      return sum / count
    }),
    won: Uint8Array.from(rows, row => won[row] ?? 0),
  }
}
