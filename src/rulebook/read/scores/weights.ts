import { didYouMean } from '../../../base/nearest.ts'
import { type GradeSide, WEIGHT_UNIT, type Weight } from '../../../ir/plan/plan.ts'
import type { Draft } from '../../language/language.ts'
import type { Located, Named } from '../../language/shape.ts'
import { quote, type ScalarNode } from '../../yaml/node.ts'
import type { Report } from '../report-problem.ts'

/** The weights of the scores, as whole numbers. */
export function readTotal(draft: Draft, report: Report): { readonly total?: readonly Weight[] } {
  if (draft.total === undefined) return {}
  const total = draft.total.flatMap(({ key, value }) => {
    checkScore(key, draft, report)
    return value === undefined ? [] : [{ score: key.text, weight: Math.round(value.value * WEIGHT_UNIT), value }]
  })
  const [first] = total
  if (first !== undefined && total.every(({ weight }) => weight === 0)) {
    report('rule/range', 'expected at least one weight above 0', first.value.place)
  }
  return { total: total.map(({ score, weight }) => ({ score, weight })) }
}

/** The sides of the grade in written order, each with its highest threshold first. */
export function readGrade(draft: Draft, report: Report): { readonly grade?: readonly GradeSide[] } {
  if (draft.grade === undefined || draft.grade.length === 0) return {}
  const grade = draft.grade.map(({ key, value }) => {
    checkScore(key, draft, report)
    if (value?.length === 0) report('rule/shape', 'expected at least one label with its threshold', key.place)
    return { score: key.text, bands: readBands(value ?? [], report) }
  })
  return { grade }
}

function readBands(labels: readonly Named<Located<number>>[], report: Report): GradeSide['bands'] {
  const seen = new Set<number>()
  const bands = labels.flatMap(({ key, value }) => {
    if (value === undefined) return []
    if (seen.has(value.value)) report('rule/range', `the threshold ${value.value} is there twice`, value.place)
    seen.add(value.value)
    return [{ label: key.text, from: value.value }]
  })
  return bands.sort((a, b) => b.from - a.from)
}

function checkScore(key: ScalarNode, { scores = [], broken }: Draft, report: Report): void {
  if (scores.length === 0 && broken) return
  const names = scores.map(score => score.key.text)
  if (names.includes(key.text)) return
  report('rule/unknown-name', `unknown score ${quote(key.text)}`, key.place, { hint: didYouMean(key.text, names) })
}
