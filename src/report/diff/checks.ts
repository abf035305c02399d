import type { Place } from '../../base/place.ts'
import type { CheckReport, Outcome } from '../../ir/results/check-report.ts'
import type { ChangeSummary, Difference, GateResult } from '../../ir/results/difference.ts'
import { fingerprinted, problem, type Unmarked } from '../checks/mark.ts'
import { clean } from '../terminal/terminal-text.ts'
import { effectWord, gateWord, movedWord, whatWord } from './words.ts'

/**
 * A difference as checks: every gate, every change that is breaking or moves leads, and what there is to be warned of.
 */
export function checksOf(difference: Difference): CheckReport {
  const { gates, changes, warnings, head } = difference
  const checks = [
    ...gates.map(gate => gateCheck(gate, head.source)),
    ...changes.filter(({ effect }) => SHOWN_EFFECTS.has(effect)).map(change => changeCheck(change, head.source)),
    ...warnings.filter(({ severity }) => severity !== 'info').map(warning => problem(head.source, warning)),
  ]
  return {
    command: 'diff',
    summary: movedWord(difference),
    checks: fingerprinted(checks.length === 0 ? [comparison(difference)] : checks),
  }
}

/** Without gates and without moves: readers of reports take a report without any check for one that failed. */
function comparison(difference: Difference): Unmarked {
  const title = 'a change of the rulebook that moves no lead'
  const file = difference.head.source
  return { id: 'diff/moves', title, file, name: 'comparison', outcome: 'passed', message: movedWord(difference) }
}

/** The gates that failed, a line each: all that is said where nothing else is asked for. */
export function failedGates({ gates }: Difference): string {
  const failed = gates.filter(({ status }) => status === 'fail')
  return failed.map(gate => `error diff/gate  ${clean(gateWord(gate))}\n`).join('')
}

const OUTCOMES: Readonly<Record<GateResult['status'], Outcome>> = {
  pass: 'passed',
  warn: 'warning',
  fail: 'error',
  waived: 'skipped',
}

function gateCheck(result: GateResult, file: string): Unmarked {
  const { gate, status, fingerprint, waived } = result
  const reason = waived === undefined ? '' : `, waived until ${waived.expires}: ${waived.reason}`
  return {
    id: 'diff/gate',
    title: 'what a change of the rulebook may do to leads',
    file,
    name: gate,
    outcome: OUTCOMES[status],
    message: gateWord(result) + reason,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(fingerprint !== undefined && waived === undefined && { hint: `a waiver names it \`${fingerprint}\`` }),
  }
}

/** Changes that get a line in a review; the rest is in the report. */
const SHOWN_EFFECTS: ReadonlySet<ChangeSummary['effect']> = new Set(['breaking', 'moves-leads'])

function changeCheck(change: ChangeSummary, file: string): Unmarked {
  const { part, effect, place } = change
  const isBreaking = effect === 'breaking'
  return {
    id: isBreaking ? 'diff/breaking' : 'diff/moves',
    title: isBreaking ? 'a stage, tag or column that is gone' : 'a change that moves leads',
    file,
    name: part,
    outcome: isBreaking ? 'warning' : 'info',
    message: `${part}: ${effectWord(change)}`,
    details: [whatWord(change)],
    ...(place && { place: startOf(place) }),
  }
}

function startOf({ file, line }: NonNullable<ChangeSummary['place']>): Place {
  return { file, line, col: 1 }
}
