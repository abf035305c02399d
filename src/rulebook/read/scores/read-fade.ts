import type { Fade } from '../../../ir/plan/fade.ts'
import type { FadeDraft } from '../../language/language-scores.ts'
import type { Report } from '../report-problem.ts'

const NONE: Fade = { kind: 'none' }

/** How points fade, as it is written at one place; undefined if nothing is. */
export function readFade(draft: FadeDraft | undefined, report: Report): Fade | undefined {
  if (draft === undefined) return undefined
  if ('value' in draft) return NONE
  const { half_life: halfLife, linear, steps } = draft
  const given = [halfLife, linear, steps].filter(way => way !== undefined)
  if (given.length !== 1) {
    if (!draft.broken) report('rule/shape', 'expected exactly one of `half_life`, `linear` and `steps`', draft.place)
    return NONE
  }
  if (halfLife !== undefined) return { kind: 'half_life', days: halfLife.value }
  if (linear !== undefined) return { kind: 'linear', days: linear.value }
  return { kind: 'steps', steps: readSteps(steps ?? [], report) }
}

type Steps = NonNullable<Extract<FadeDraft, { broken: boolean }>['steps']>

function readSteps(draft: Steps, report: Report): Extract<Fade, { kind: 'steps' }>['steps'] {
  let before = -1
  return draft.flatMap(({ key, name, value }) => {
    if (name === undefined || value === undefined) return []
    if (name.value <= before) report('rule/range', 'expected a longer span than the one before it', key.place)
    before = name.value
    return [{ days: name.value, percent: value.value }]
  })
}
