import { leavesOf } from '../../ir/plan/expr.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { conditionsOf } from '../conditions.ts'
import type { Check } from '../judging/observation.ts'

/** Definitions that nothing uses. */

export const unusedFields: Check = ({ plan }) => {
  const read = new Set(fieldsToBind(plan))
  return Object.values(plan.fields).flatMap(({ name, place }) => {
    if (place === undefined || read.has(name)) return []
    const message = `no rule or condition reads the field \`${name}\``
    return [{ code: 'lint/unused-field', about: `field ${name}`, message, place, hint: 'leave it out, or use it' }]
  })
}

export const unusedLists: Check = ({ plan: { lists = [] } }) =>
  lists.flatMap(({ name, isUsed, place }) => {
    if (isUsed) return []
    const message = `no condition names the list \`$${name}\``
    return [{ code: 'lint/unused-list', about: `list ${name}`, message, place, hint: 'leave it out, or use it' }]
  })

/** Tags are written to the output, so most are useful without being referenced. */
export const unusedTags: Check = ({ plan }) => {
  const read = tagsReadBy(plan)
  return plan.tags.flatMap(({ name, place }) => {
    if (read.has(name)) return []
    const message = `no condition reads the tag \`${name}\`: it only stands in the output`
    return [{ code: 'lint/unused-tag', about: `tag ${name}`, message, place }]
  })
}

function tagsReadBy(plan: Plan): ReadonlySet<string> {
  const subjects = conditionsOf(plan).flatMap(({ expr }) => [...leavesOf(expr)].map(({ subject }) => subject))
  return new Set(subjects.flatMap(subject => (subject.kind === 'tag' ? [subject.name] : [])))
}
