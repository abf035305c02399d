import type { Expr } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { conditionsOf } from '../conditions.ts'
import { partsOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import { inStage } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import type { Facts } from '../solve/solve.ts'

type Leaf = Extract<Expr, { kind: 'test' }>

/** Numbers of this size are amounts rather than one of a few choices. */
const AMOUNT = 20

/** `score.fit: 60` matches 60 only, not 61. */
export const exactNumbers: Check = examination =>
  conditionsOf(examination.plan).flatMap(({ expr, about, place }) =>
    [...partsOf(expr)].flatMap(part => {
      const wanted = exactNumber(part, examination)
      if (wanted === undefined || part.kind !== 'test') return []
      const name = printSubject(part.subject)
      const isMore: Expr = { ...part, test: { operator: 'above', value: wanted } }
      const finding: Observation = {
        code: 'lint/exact-number',
        about: `${about} ${name}`,
        message: `${about}: \`${name}: ${wanted}\` holds for exactly ${wanted}, not for more`,
        place: part.place ?? place,
        hint: `\`${name}: { at_least: ${wanted} }\`?`,
        sight: {
          leads: leadsWithMore(part, wanted, examination),
          isSeen: seen => seen.truth(isMore) === true && seen.truth(part) !== true,
          shows: seen => `${name} is more than ${wanted}, and the condition does not hold${inStage(seen.verdict)}`,
        },
      }
      return [finding]
    }),
  )

/** The single number in a comparison for which a threshold is usually meant. */
function exactNumber(part: Expr, { bound, rules }: Examination): number | undefined {
  if (part.kind !== 'test' || part.test.operator !== 'equals' || part.test.values.length !== 1) return undefined
  const [value] = part.test.values
  const { subject } = part
  if (typeof value !== 'number' || value === 0) return undefined
  if (subject.kind === 'score' || subject.kind === 'total') return value
  if (subject.kind === 'rule') {
    const rule = rules.find(({ id }) => id === subject.id)
    // The fixed points of a rule may be compared exactly.
    return rule?.earns.kind === 'once' && rule.since === undefined && rule.earns.points === value ? undefined : value
  }
  const isNumber = subject.kind === 'field' && bound.fields.find(({ name }) => name === subject.name)?.type === 'number'
  return isNumber && value >= AMOUNT ? value : undefined
}

function leadsWithMore({ subject }: Leaf, value: number, { highest, pool }: Examination): readonly Facts[] {
  if (subject.kind === 'field') {
    const found = { value: value + 1, text: String(value + 1) }
    return [new Map([[subject.name, { subject, constraints: [], found }]])]
  }
  const best = subject.kind === 'score' ? highest.get(subject.name) : undefined
  return [...(best === undefined ? [] : [best.facts]), ...pool()]
}
