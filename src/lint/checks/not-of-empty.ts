import { type Expr, leavesOf } from '../../ir/plan/expr.ts'
import type { OperatorName } from '../../ir/plan/operators.ts'
import { conditionsOf, type Placed } from '../conditions.ts'
import { partsOf, placeOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import type { Sight } from '../judging/sight.ts'
import { fact, goal } from '../solve/task.ts'

type Block = Extract<Expr, { kind: 'not' }>

/**
 * A block `not` over a comparison matches leads without the value. Exclusions and criteria keep that unknown, so they
 * are safe; so are booleans, since an empty cell usually means no. Not reported either: a `not` over words beside a
 * condition that needs a value (`department: HR, not: { job_title: { has_word: Intern } }`), which excludes some people.
 */
export const blocksNot: Check = examination =>
  conditionsOf(examination.plan)
    .filter(({ mode }) => mode === 'plain')
    .flatMap(placed =>
      [...partsOf(placed.expr)].flatMap(part => (part.kind === 'not' ? (trap(part, placed, examination) ?? []) : [])),
    )

function trap(block: Block, placed: Placed, examination: Examination): Observation | undefined {
  const alwaysHolds = examination.solve([goal(block, 'not true')]).kind === 'impossible'
  if (alwaysHolds || takesOut(block, placed, examination)) return undefined
  for (const field of askedFields(block, examination)) {
    const sight = sightOf(block, field, placed, examination)
    if (examination.see(sight) === undefined) continue
    const text = examination.print(block)
    return {
      code: 'lint/not-of-empty',
      about: placed.about,
      emptyField: field,
      message: `${placed.about}: \`${text}\` also matches leads with no \`${field}\``,
      place: placeOf(block) ?? placed.place,
      hint: `\`${field}: { not: ... }\` needs a value, \`${field}: { known: true }\` beside it asks for one`,
      sight,
    }
  }
  return undefined
}

const LOOKS_INTO_TEXT = new Set<OperatorName>(['contains', 'starts_with', 'ends_with', 'has_word', 'matches'])

function takesOut(block: Block, { expr }: Placed, examination: Examination): boolean {
  const isOverWords = [...leavesOf(block.of)].every(
    leaf => leaf.kind === 'test' && LOOKS_INTO_TEXT.has(leaf.test.operator),
  )
  return isOverWords && examination.judged(new Map()).truth(expr) !== true
}

/** Fields whose value is compared, not just checked for presence. */
function askedFields(block: Block, { bound }: Examination): string[] {
  const names = [...leavesOf(block.of)].flatMap(leaf => {
    const isAboutValue = leaf.kind === 'test' && leaf.test.operator !== 'known'
    return isAboutValue && leaf.subject.kind === 'field' ? [leaf.subject.name] : []
  })
  return [...new Set(names)].filter(name => {
    const field = bound.fields.find(each => each.name === name)
    return field?.type !== 'boolean' && field?.empty === undefined
  })
}

function sightOf(block: Block, field: string, { expr }: Placed, { solve, bound }: Examination): Sight {
  const slot = bound.fields.findIndex(({ name }) => name === field)
  const isEmpty = (seen: Judged) => seen.lead.readings[slot]?.value === undefined
  const empty = fact({ kind: 'field', name: field }, { operator: 'known', value: false }, true, true)
  const solution = solve([goal(expr, 'true'), goal(block, 'true'), empty])
  return {
    leads: solution.kind === 'possible' ? [solution.facts] : [],
    isSeen: seen => isEmpty(seen) && seen.truth(block) === true && seen.truth(expr) === true,
    shows: () => `it has no ${field}, and the condition holds`,
  }
}
