import { type BoundField, impossibleTexts } from '../../ir/plan/bound-field.ts'
import { leavesOf } from '../../ir/plan/expr.ts'
import { conditionsOf } from '../conditions.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { rulesOf } from '../judging/world.ts'

/** A comparison with a text that means an empty cell, such as `job_title: n/a`. */
export const nullValues: Check = ({ plan, bound, spell }) => {
  const report = (
    field: BoundField | undefined,
    texts: readonly unknown[],
    about: string,
    place: Observation['place'],
  ) => {
    if (field === undefined) return []
    const never = impossibleTexts(field)
    return texts.flatMap((text): Observation[] => {
      if (typeof text !== 'string' || !never.has(text)) return []
      const written = spell(text)
      const message = `${about}: \`${written}\` in \`${field.name}\` means an empty cell, so it is never found`
      const hint = `\`known: false\` finds empty cells; \`fields: { ${field.name}: { keep: [${JSON.stringify(written)}] } }\` makes it a value`
      return [{ code: 'lint/null-value', about: `${about} ${text}`, message, place, hint }]
    })
  }
  const fieldOf = (name: string) => bound.fields.find(field => field.name === name)
  const ofConditions = conditionsOf(plan).flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf => {
      if (leaf.subject.kind !== 'field') return []
      const field = fieldOf(leaf.subject.name)
      const tests = leaf.kind === 'test' ? [leaf.test] : leaf.of
      return tests.flatMap(test =>
        test.operator === 'equals' ? report(field, test.values, about, leaf.place ?? place) : [],
      )
    }),
  )
  const ofTables = plan.scores.flatMap(rulesOf).flatMap(({ id, earns, place }) =>
    earns.kind === 'table'
      ? report(
          fieldOf(earns.field),
          earns.rows.map(({ value }) => value),
          `rule ${id}`,
          place,
        )
      : [],
  )
  return [...ofConditions, ...ofTables]
}
