import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import { accountFigures } from '../../ir/results/account.ts'
import { CATALOGUE } from '../read/catalogue.ts'
import { operatorsOf } from '../read/collect.ts'
import type { Known, Names } from '../read/names.ts'
import { beforeNames } from '../read/read-memory.ts'
import { gradesOf } from './expect-values.ts'

type Said = Omit<Known, 'operators'> & Partial<Pick<Known, 'operators'>>

/** Everything that conditions can name when a plan is done: expectations are written in the rulebook's own language. */
export function namesOf(plan: Plan): Names {
  const known = new Map<string, Known>()
  const add = (name: string, said: Said) => known.set(name, { operators: operatorsOf(said.type), ...said })
  const earned = { type: 'number', moment: 'rules and scores' } as const
  for (const [name, { type }] of CATALOGUE) add(name, { subject: { kind: 'field', name }, type, moment: 'fields' })
  for (const { name, type } of Object.values(plan.fields))
    add(name, { subject: { kind: 'field', name }, type, moment: 'fields' })
  for (const { name, groups } of plan.scores) {
    add(`score.${name}`, { subject: { kind: 'score', name }, ...earned })
    for (const { id } of groups.flatMap(({ rules }) => rules))
      add(`rule.${id}`, { subject: { kind: 'rule', id }, ...earned })
  }
  if (plan.scores.length > 0) add('score.total', { subject: { kind: 'total' }, ...earned })
  if (plan.grade !== undefined)
    add('grade', { subject: { kind: 'grade' }, type: 'text', moment: 'grade', labels: gradesOf(plan) })
  if (plan.chance !== undefined) add('chance', { subject: { kind: 'chance' }, type: 'number', moment: 'grade' })
  for (const figure of plan.account === undefined ? [] : accountFigures(plan.account))
    add(`account.${figure}`, { subject: { kind: 'account', figure }, type: 'number', moment: 'account' })
  for (const [name, said] of beforeNames(
    plan.scores.map(score => score.name),
    stagesOf(plan),
  ))
    add(name, said)
  const ofCriteria = { moment: 'criteria' } as const
  for (const { name } of plan.criteria) {
    const labels = ['met', 'not_met', 'unknown']
    const subject = { kind: 'criterion', name } as const
    add(`criteria.${name}`, { subject, type: 'text', labels, operators: ['equals'], ...ofCriteria })
  }
  for (const count of plan.criteria.length === 0 ? [] : (['met', 'unknown'] as const))
    add(`criteria.${count}`, { subject: { kind: 'criteria', count }, type: 'number', ...ofCriteria })
  add('stage', { subject: { kind: 'stage' }, type: 'text', moment: 'stages', labels: stagesOf(plan) })
  for (const { name, rows } of plan.segments) {
    const labels = rows.map(({ label }) => label)
    add(`segment.${name}`, { subject: { kind: 'segment', name }, type: 'text', moment: 'segments', labels })
  }
  for (const { name } of plan.tags)
    add(`tag.${name}`, { subject: { kind: 'tag', name }, type: 'boolean', moment: 'tags', operators: ['equals'] })
  return { known, lists: new Map(), unsure: new Set(), dropped: new Set() }
}
