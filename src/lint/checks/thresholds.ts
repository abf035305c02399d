import type { Expr, Test } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { casesOf, conditionsOf, exclusiveRows, type Placed } from '../conditions.ts'
import { flattened, partsOf, placeOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { fact, goal } from '../solve/task.ts'

type Leaf = Extract<Expr, { kind: 'test' }>

/** Thresholds that another one beside them implies. */
export const impliedThresholds: Check = examination =>
  conditionsOf(examination.plan).flatMap(placed =>
    [...partsOf(placed.expr)]
      .filter(part => part.kind === 'all' && part !== undefined)
      .flatMap(part => implied(flattened(part).filter(isThreshold), placed, examination)),
  )

function implied(leaves: readonly Leaf[], { about, mode }: Placed, { solve, print }: Examination): Observation[] {
  const isAbout = (leaf: Leaf, other: Leaf) => leaf !== other && nameOf(leaf) === nameOf(other)
  const implies = (stronger: Leaf, weaker: Leaf) =>
    solve([goal(stronger, 'true', mode), goal(weaker, 'not true', mode)]).kind === 'impossible'
  return leaves.flatMap((weaker, index): Observation[] => {
    const stronger = leaves.find(
      (other, at) => isAbout(weaker, other) && implies(other, weaker) && (at < index || !implies(weaker, other)),
    )
    const solution = stronger && solve([goal(stronger, 'true', mode)])
    if (stronger === undefined || solution?.kind !== 'possible') return []
    const [strong, weak] = [print(stronger), print(weaker)]
    return [
      {
        code: 'lint/implied',
        about,
        message: `${about}: \`${weak}\` is implied by \`${strong}\``,
        place: weaker.place,
        hint: 'leave it out',
        claim: seen => seen.truth(stronger, mode) !== true || seen.truth(weaker, mode) === true,
        sight: {
          leads: [solution.facts],
          isSeen: seen => seen.truth(stronger, mode) === true && seen.truth(weaker, mode) === true,
          shows: () => `\`${strong}\`, and so \`${weak}\``,
        },
      },
    ]
  })
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

/** `below 50` beside `above 50`: exactly 50 is neither. */
export const boundaryGaps: Check = examination =>
  siblingsOf(examination).flatMap(({ about, conditions }) => {
    const below = conditions.flatMap(placed => thresholdsOf(placed, 'below'))
    const above = conditions.flatMap(placed => thresholdsOf(placed, 'above'))
    return below.flatMap(low =>
      above
        .filter(high => nameOf(low) === nameOf(high) && edgeOf(low) === edgeOf(high))
        .flatMap(high => boundaryGap(about, conditions, low, high, examination) ?? []),
    )
  })

interface Siblings {
  readonly about: string
  readonly conditions: readonly Expr[]
}

/** Conditions that are read as a whole: rows, cases, and the rules of one group. */
function siblingsOf({ plan }: Examination): Siblings[] {
  const given = (rows: readonly { readonly when?: Expr | undefined }[]) => rows.flatMap(({ when }) => when ?? [])
  const groups = plan.scores.flatMap(score => score.groups.map(group => ({ score, group })))
  return [
    ...groups.map(({ score, group }) => ({
      about: `group ${group.name ?? score.name}`,
      conditions: given(group.rules),
    })),
    ...groups.flatMap(({ group }) =>
      group.rules.map(rule => ({ about: `rule ${rule.id}`, conditions: given(casesOf(rule)) })),
    ),
    ...exclusiveRows(plan).map(({ about, rows }) => ({ about, conditions: given(rows) })),
    { about: 'the tags', conditions: given(plan.tags) },
  ]
}

function thresholdsOf(expr: Expr, operator: 'above' | 'below'): Leaf[] {
  return flattened(expr).filter((part): part is Leaf => part.kind === 'test' && part.test.operator === operator)
}

function edgeOf({ test }: Leaf): number | undefined {
  return 'value' in test && typeof test.value === 'number' ? test.value : undefined
}

function boundaryGap(
  about: string,
  conditions: readonly Expr[],
  low: Leaf,
  high: Leaf,
  { solve, print }: Examination,
): Observation | undefined {
  const value = edgeOf(low)
  const readers = conditions.filter(expr =>
    [...partsOf(expr)].some(part => 'subject' in part && printSubject(part.subject) === nameOf(low)),
  )
  if (value === undefined) return undefined
  const equals: Test = { operator: 'equals', values: [value] }
  const exactly = fact(low.subject, equals, true, false)
  const solution = solve([exactly])
  if (solution.kind !== 'possible') return undefined
  if (readers.some(expr => solve([exactly, goal(expr, 'true')]).kind !== 'impossible')) return undefined
  const isThere: Expr = { kind: 'test', subject: low.subject, test: equals }
  const falls = (truth: (expr: Expr) => unknown) => readers.every(expr => truth(expr) !== true)
  return {
    code: 'lint/boundary-gap',
    about,
    message: `${about}: exactly ${print(isThere).replace(/.* is /, '')} is neither \`${print(low)}\` nor \`${print(high)}\``,
    place: placeOf(high),
    ...(low.place && { related: [{ place: low.place, message: 'the other side' }] }),
    hint: `write \`at_least: ${value}\` or \`at_most: ${value}\` on the side that it belongs to`,
    claim: seen => seen.truth(isThere) !== true || falls(seen.truth),
    sight: {
      leads: [solution.facts],
      isSeen: seen => seen.truth(isThere) === true && falls(seen.truth),
      shows: () => `neither \`${print(low)}\` nor \`${print(high)}\``,
    },
  }
}
