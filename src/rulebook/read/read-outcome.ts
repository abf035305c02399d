import type { Expr } from '../../ir/plan/expr.ts'
import {
  type Criterion,
  DISQUALIFIED,
  type Exclusion,
  type Segment,
  type StageRow,
  type Tag,
} from '../../ir/plan/plan.ts'
import type { CriterionDraft, Draft, ExclusionDraft } from '../language/language.ts'
import type { Named } from '../language/shape.ts'
import type { ScalarNode, YamlNode } from '../yaml/node.ts'
import { readCondition } from './conditions/read-condition.ts'
import type { Scope } from './names.ts'
import { withMemory } from './read-memory.ts'
import { checkLastRow } from './read-rows.ts'

/** Reads what is decided after the scores: criteria, exclusions, stage, segments, tags. */

export function readCriteria({ criteria = [] }: Draft, scope: Scope): Criterion[] {
  return criteria.flatMap(({ key, value }) => {
    const when = value === undefined ? undefined : readWhen(key, value, scope)
    if (when === undefined) return []
    return [{ name: key.text, when, ...(value?.ask && { ask: value.ask.value }), place: key.place }]
  })
}

export function readExclude({ exclude = [] }: Draft, scope: Scope): Exclusion[] {
  return exclude.flatMap(row => {
    const when = row === undefined ? undefined : readWhen(row.id, row, scope)
    if (row === undefined || when === undefined) return []
    const { id, label, stage } = row
    return [
      {
        id: id.value,
        ...(label && { label: label.value }),
        when,
        stage: stage?.value ?? DISQUALIFIED,
        place: id.place,
      },
    ]
  })
}

/** A criterion or exclusion needs its condition, unless it is dropped. */
function readWhen(
  { place }: Pick<ScalarNode, 'place'>,
  { when, enabled, broken }: CriterionDraft | ExclusionDraft,
  scope: Scope,
): Expr | undefined {
  if (enabled?.value === false) return undefined
  if (when !== undefined) return readCondition(when, scope)
  if (!broken) scope.report('rule/missing-key', 'missing key `when`', place)
  return undefined
}

export function readStages({ stages = [] }: Draft, scope: Scope): StageRow[] {
  const rows = stages.map(row => row && { ...row, place: row.stage.place })
  checkLastRow(rows, scope.report, '- { stage: nurture }')
  return rows.flatMap(row => {
    if (row === undefined) return []
    const { stage, id, place } = row
    const when = row.when && readCondition(row.when, scope)
    return [{ stage: stage.value, ...(id && { id: id.value }), ...withMemory(when, row, scope), place }]
  })
}

export function readSegments({ segments = [] }: Draft, scope: Scope): Segment[] {
  return segments.map(({ key, value }, row) => ({
    name: key.text,
    rows: readLabels(value ?? [], { ...scope, row }),
    place: key.place,
  }))
}

function readLabels(labels: readonly Named<YamlNode>[], scope: Scope): Segment['rows'] {
  return labels.flatMap(({ key, value }, index) => {
    if (value === undefined) return []
    if (value.kind !== 'scalar' || value.text !== 'otherwise') {
      return [{ label: key.text, when: readCondition(value, scope), place: key.place }]
    }
    if (index < labels.length - 1) {
      scope.report('rule/order', '`otherwise` always matches, so the labels below it never do', value.place)
    }
    return [{ label: key.text, place: key.place }]
  })
}

export function readTags({ tags = [] }: Draft, scope: Scope): Tag[] {
  return tags.flatMap(({ key, value }, row) =>
    value === undefined ? [] : [{ name: key.text, when: readCondition(value, { ...scope, row }), place: key.place }],
  )
}
