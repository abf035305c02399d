import type { ColumnEvidence } from './column-evidence.ts'
import type { NameKind } from './names.ts'

/** The treatment of a column that may be known only after the outcome. */
export type LeakVerdict =
  /** Not used, without asking. */
  | 'left-out'
  /** Not used unless the user says that it is known on the first day. */
  | 'ask-first'
  /** Used unless the user says otherwise. */
  | 'ask-later'

export interface Leak {
  readonly verdict: LeakVerdict
  /** Why, in words: `nearly decides alone (AUC 0.80)`. */
  readonly reasons: readonly string[]
}

/** AUC of one column alone from which on it decides, or nearly. Honest columns of the data seen so far reach 0.77. */
const [DECIDES, NEARLY_DECIDES] = [0.9, 0.79]
/** Filled for closed leads, and not for open ones. */
const [FILLED_CLOSED, FILLED_OPEN] = [0.2, 0.05]
const FILL_GAP = 0.15
const PURE = 0.1
/** Of dates: a slip of the hand is rarer. */
const LATER = 0.02

/** Whether a column is known only after the outcome, by its values and its name. Undefined: nothing points to it. */
export function leakOf(evidence: ColumnEvidence, name: NameKind): Leak | undefined {
  const { alone, filledWon, filledLost, filledOpen, pure, onlyFor, later = 0 } = evidence
  const percent = (share: number) => `${Math.round(100 * share)}%`
  const filledClosed = Math.max(filledWon, filledLost)
  const sure = [
    ...(onlyFor === undefined ? [] : [`filled almost only for ${onlyFor} leads`]),
    ...(filledOpen !== undefined && filledClosed >= FILLED_CLOSED && filledOpen < FILLED_OPEN
      ? [`filled for ${percent(filledClosed)} of closed leads and ${percent(filledOpen)} of open ones`]
      : []),
    ...(later >= LATER ? [`${percent(later)} of its dates are after the day the lead came in`] : []),
    ...(alone >= DECIDES ? [`decides alone (AUC ${alone.toFixed(2)})`] : []),
  ]
  const likely = [
    ...(alone >= NEARLY_DECIDES && alone < DECIDES ? [`nearly decides alone (AUC ${alone.toFixed(2)})`] : []),
    ...(name === 'later' ? ['by its name an outcome, a judgement or a last contact'] : []),
  ]
  const possible = [
    ...(pure >= PURE ? [`${percent(pure)} of won leads have a value that is nearly always won`] : []),
    ...(filledWon - filledLost >= FILL_GAP
      ? [`filled for ${percent(filledWon)} of won and ${percent(filledLost)} of lost leads`]
      : []),
  ]
  if (sure.length > 0) return { verdict: 'left-out', reasons: [...sure, ...likely, ...possible] }
  if (likely.length > 0) return { verdict: 'ask-first', reasons: [...likely, ...possible] }
  return possible.length > 0 ? { verdict: 'ask-later', reasons: possible } : undefined
}
