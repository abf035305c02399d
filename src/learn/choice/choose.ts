import type { Bins } from '../bins/bins.ts'
import { learnCard } from '../card/learn-card.ts'
import { marginsOf, rowsOf } from '../card/margins.ts'
import { type Choice, type Settings, settingsFor } from '../card/settings.ts'
import { lossOf } from '../statistics/logistic.ts'
import type { Fold } from './folds.ts'

export interface Trials {
  readonly bins: readonly Bins[]
  readonly won: Uint8Array
  readonly offset?: Float64Array | undefined
  readonly folds: readonly Fold[]
}

export interface Limits extends Pick<Settings, 'maxRules' | 'maxGates' | 'directions'> {
  /** Few leads: only the strictest cards. */
  readonly strict: boolean
}

/** A way of learning, tried on leads that were not learned from. */
export interface Trial {
  readonly choice: Choice
  /** Of each judged lead, in the order of the folds. */
  readonly losses: Float64Array
  readonly margins: Float64Array
  readonly judged: Int32Array
  readonly loss: number
  /** Means over the folds. */
  readonly rules: number
  readonly rows: number
}

/** From strict to loose: the cost of a group and of a listed level. */
const STEPS: readonly Pick<Choice, 'groupCost' | 'levelCost'>[] = [
  { groupCost: 3, levelCost: 2 },
  { groupCost: 1.5, levelCost: 1 },
  { groupCost: 0.7, levelCost: 0.5 },
  { groupCost: 0.3, levelCost: 0.15 },
]
const RIDGE = 5
const OTHER_RIDGES = [2, 15]

/** A card within so many standard errors of the best one is as good, if it has fewer rows. */
const TOLERANCE = 0.25

/** Tries all settings and chooses the fewest rows among those that are as good as the best. */
export interface Chosen {
  readonly trial: Trial
  readonly trials: readonly Trial[]
}

export function chooseSettings(trials: Trials, limits: Limits): Chosen {
  const tried: Trial[] = []
  const attempt = (choice: Choice) => tried.push(tryChoice(choice, trials, limits))
  for (const step of limits.strict ? STEPS.slice(0, 2) : STEPS) attempt({ ...step, ridge: RIDGE, maxGates: 0 })
  const { choice } = simplest(tried)
  for (const ridge of OTHER_RIDGES) attempt({ ...choice, ridge })
  if (limits.maxGates > 0 && !limits.strict) {
    const plain = simplest(tried).choice
    const at = STEPS.findIndex(({ groupCost }) => groupCost === plain.groupCost)
    const stricter = STEPS[Math.max(0, at - 1)]
    if (stricter !== undefined && at > 0) attempt({ ...plain, ...stricter, maxGates: limits.maxGates })
    attempt({ ...plain, maxGates: limits.maxGates })
  }
  return { trial: simplest(tried), trials: tried }
}

function tryChoice(choice: Choice, { bins, won, offset, folds }: Trials, limits: Limits): Trial {
  const judged = folds.reduce((sum, { test }) => sum + test.length, 0)
  const [losses, margins] = [new Float64Array(judged), new Float64Array(judged)]
  let [at, rules, rows] = [0, 0, 0]
  for (const { train, test } of folds) {
    const fit = learnCard({ bins, won, rows: train, offset }, settingsFor(train.length, choice, limits))
    for (const [place, margin] of marginsOf(fit, test, offset).entries()) {
      margins[at] = margin
      losses[at] = lossOf(margin, won[test[place] ?? 0] ?? 0)
      at += 1
    }
    rules += fit.tables.length / folds.length
    rows += rowsOf(fit) / folds.length
  }
  return {
    choice,
    losses,
    margins,
    judged: Int32Array.from(folds.flatMap(({ test }) => [...test])),
    loss: mean(losses),
    rules,
    rows,
  }
}

function simplest(trials: readonly Trial[]): Trial {
  const best = trials.reduce((least, trial) => (trial.loss < least.loss ? trial : least))
  const asGood = trials.filter(trial => isAsGood(trial, best))
  return asGood.reduce((fewest, trial) => (trial.rows < fewest.rows ? trial : fewest), best)
}

/** By the paired standard error of the difference of their losses. */
function isAsGood({ losses }: Trial, best: Trial): boolean {
  const differences = losses.map((loss, at) => loss - (best.losses[at] ?? 0))
  const difference = mean(differences)
  const variance = mean(differences.map(each => (each - difference) ** 2))
  return difference <= TOLERANCE * Math.sqrt(variance / differences.length)
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
