import type { Expr, Test } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { conditionsOf, type Placed } from '../conditions.ts'
import { flattened, partsOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Check, Observation } from '../judging/observation.ts'
import type { Sight } from '../judging/sight.ts'
import { goal } from '../solve/task.ts'

type Leaf = Extract<Expr, { kind: 'test' }>

/** Thresholds that another one beside them implies. */
export const impliedThresholds: Check = examination =>
  conditionsOf(examination.plan).flatMap(placed =>
    [...partsOf(placed.expr)]
      .filter(part => part.kind === 'all' && part !== undefined)
      .flatMap(part => [
        ...implied(flattened(part).filter(isThreshold), placed, examination),
        ...impliedPoints(flattened(part), placed, examination),
      ]),
  )

function implied(leaves: readonly Leaf[], placed: Placed, { solve, print }: Examination): Observation[] {
  const { mode } = placed
  const isAbout = (leaf: Leaf, other: Leaf) => leaf !== other && nameOf(leaf) === nameOf(other)
  const implies = (stronger: Leaf, weaker: Leaf) =>
    solve([goal(stronger, 'true', mode), goal(weaker, 'not true', mode)]).kind === 'impossible'
  return leaves.flatMap((weaker, index): Observation[] => {
    const stronger = leaves.find(
      (other, at) => isAbout(weaker, other) && implies(other, weaker) && (at < index || !implies(weaker, other)),
    )
    const solution = stronger && solve([goal(stronger, 'true', mode)])
    if (stronger === undefined || solution?.kind !== 'possible') return []
    return [impliedBy(stronger, weaker, { hint: 'remove it', leads: [solution.facts] }, placed, print)]
  })
}

/** Thresholds on points that every lead meeting another part of the condition reaches. */
function impliedPoints(parts: readonly Expr[], placed: Placed, examination: Examination): Observation[] {
  const { mode } = placed
  const { solve, print } = examination
  return parts.filter(isThreshold).flatMap((weaker): Observation[] => {
    if (!isPoints(weaker)) return []
    const stronger = parts.find(
      other =>
        other !== weaker &&
        other.kind === 'test' &&
        (other.test.operator !== 'known' || other.subject.kind === 'field') &&
        nameOf(other) !== nameOf(weaker) &&
        isPossible(other) &&
        solve([goal(other, 'true', mode), goal(weaker, 'not true', mode)]).kind === 'impossible',
    )
    const solution = stronger && solve([goal(stronger, 'true', mode)])
    if (stronger === undefined || solution?.kind !== 'possible') return []
    const leads = [solution.facts, ...examination.pool()]
    return [impliedBy(stronger, weaker, { hint: 'remove it, or change the threshold', leads }, placed, print)]
  })

  function isPossible(expr: Expr): boolean {
    return solve([goal(expr, 'true', mode)]).kind === 'possible'
  }
}

/** The finding, shown on leads for which both hold. */
function impliedBy(
  stronger: Expr,
  weaker: Leaf,
  { hint, leads }: { readonly hint: string; readonly leads: Sight['leads'] },
  { about, mode }: Placed,
  print: Examination['print'],
): Observation {
  const [strong, weak] = [print(stronger), print(weaker)]
  return {
    code: 'lint/implied',
    about,
    message: `${about}: \`${weak}\` is implied by \`${strong}\``,
    place: weaker.place,
    hint,
    claim: seen => seen.truth(stronger, mode) !== true || seen.truth(weaker, mode) === true,
    sight: {
      leads,
      isSeen: seen => seen.truth(stronger, mode) === true && seen.truth(weaker, mode) === true,
      shows: () => `\`${strong}\`, and so \`${weak}\``,
    },
  }
}

function isPoints({ subject }: Leaf): boolean {
  return subject.kind === 'score' || subject.kind === 'total' || subject.kind === 'rule'
}

function isThreshold(expr: Expr): expr is Leaf {
  return expr.kind === 'test' && THRESHOLDS.has(expr.test.operator)
}

const THRESHOLDS: ReadonlySet<Test['operator']> = new Set([
  'at_least',
  'at_most',
  'above',
  'below',
  'between',
  'before',
  'after',
  'in_last',
  'older_than',
  'in_next',
])

function nameOf({ subject }: Leaf): string {
  return printSubject(subject)
}
