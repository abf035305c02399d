import type { Code } from '../../../base/codes.ts'
import type { Rule } from '../../../ir/plan/plan.ts'
import type { RuleDraft } from '../../language/language-scores.ts'
import { quote, type YamlNode } from '../../yaml/node.ts'
import type { Known, Scope } from '../names.ts'
import type { Report } from '../report-problem.ts'

/** The problem of a comparison or table that does not fit the type of its field. */
const MISFITS: ReadonlySet<Code> = new Set<Code>(['rule/type', 'rule/constant'])

/**
 * A rule, unless it stands in an extended rulebook and a rulebook on top has given its field another type: then its
 * comparison no longer applies, it gives no points, and a warning names it.
 */
export function unlessTypeChanged(
  draft: RuleDraft,
  scope: Scope,
  read: (scope: Scope) => Rule | undefined,
): Rule | undefined {
  const problems: Parameters<Report>[] = []
  const rule = read({ ...scope, report: (...problem) => problems.push(problem) })
  const isMisfit = problems.length > 0 && problems.every(([code]) => MISFITS.has(code))
  const changed = isMisfit ? changedField(draft, scope) : undefined
  if (changed?.declared !== undefined && changed.subject.kind === 'field') {
    const { id, label } = draft
    const { subject, type, declared } = changed
    const message = `${quote(subject.name)} is a ${type} field now, and the rule ${quote(id.value)} compares it in another way: it gives no points`
    scope.report('rule/changed-type', message, id.place, {
      related: [{ place: declared, message: 'its type is set here' }],
      hint: `drop the rule (\`{ id: ${id.value}, enabled: false }\`) or replace it by one of the same id`,
    })
    return {
      id: id.value,
      ...(label && { label: label.value }),
      when: { kind: 'test', subject, test: { operator: 'known', value: true } },
      earns: { kind: 'once', points: 0 },
      fade: { kind: 'none' },
      place: id.place,
    }
  }
  for (const problem of problems) scope.report(...problem)
  return rule
}

/** The field that the rule asks and whose type a rulebook on top says. */
function changedField(draft: RuleDraft, { names, files = [] }: Scope): Known | undefined {
  const layer = files.indexOf(draft.id.place.file)
  return [...names.known.values()].find(
    ({ subject, declared }) =>
      subject.kind === 'field' &&
      declared !== undefined &&
      files.indexOf(declared.file) > layer &&
      asks(draft, subject.name),
  )
}

function asks({ when, field, per }: RuleDraft, name: string): boolean {
  return field?.text === name || per?.text === name || (when !== undefined && names(when, name))
}

function names(node: YamlNode, name: string): boolean {
  if (node.kind === 'list') return node.items.some(item => names(item, name))
  return node.kind === 'map' && node.entries.some(({ key, value }) => key.text === name || names(value, name))
}
