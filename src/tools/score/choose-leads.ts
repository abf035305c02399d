import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Label } from '../../ir/plan/labels.ts'
import type { Verdict } from '../../ir/results/verdict.ts'

/** What a lead can be chosen by. */
export type Labelled = Pick<Verdict, 'stage' | 'grade' | 'tags' | 'segments' | 'owner'>

/** Whether a lead is written: it has at least one of the labels that were asked for. */
export function leadChooser(
  only: readonly Label[] | undefined,
  { tags }: Pick<BoundPlan, 'tags'>,
): (verdict: Labelled) => boolean {
  if (only === undefined) return () => true
  const wanted = (kind: Label['kind']) => new Set(only.flatMap(label => (label.kind === kind ? [label.value] : [])))
  const [stages, grades, segments, owners] = [wanted('stage'), wanted('grade'), wanted('segment'), wanted('owner')]
  const names = wanted('tag')
  const positions = tags.flatMap(({ name }, index) => (names.has(name) ? [index] : []))
  return ({ stage, grade, tags: has, segments: labels, owner }) =>
    stages.has(stage) ||
    (grade !== undefined && grades.has(grade)) ||
    positions.some(index => has[index] === true) ||
    labels.some(label => segments.has(label)) ||
    owners.has(owner)
}
