import type { Expr, Subject } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { conditionsOf, type Placed } from '../conditions.ts'
import { flattened, placeOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { domainOf } from '../solve/domain.ts'
import type { Facts } from '../solve/solve.ts'
import { fact, goal } from '../solve/task.ts'

type Leaf = Extract<Expr, { kind: 'test' }>

/** Conditions, and parts of them, that can never hold or always do. */
export const neverOrAlways: Check = examination =>
  conditionsOf(examination.plan).flatMap(placed => visit(placed.expr, placed, examination))

function visit(expr: Expr, placed: Placed, examination: Examination): readonly Observation[] {
  const { solve } = examination
  const { mode } = placed
  if (solve([goal(expr, 'true', mode)]).kind === 'impossible') return [never(expr, placed, examination)]
  if (solve([goal(expr, 'not true', mode)]).kind === 'impossible') return [always(expr, placed, examination)]
  if (expr.kind === 'test') return isAlwaysMet(expr, placed, examination) ? [alwaysMet(expr, placed, examination)] : []
  if (expr.kind === 'except') return []
  const parts = expr.kind === 'not' ? [expr.of] : expr.of
  return parts.flatMap(part => visit(part, placed, examination))
}

/** Where a score is known, that is: an input without its columns knows none. */
function isAlwaysMet({ subject, test }: Leaf, { mode }: Placed, { solve }: Examination): boolean {
  if ((subject.kind !== 'score' && subject.kind !== 'total') || test.operator === 'known') return false
  const known = fact(subject, { operator: 'known', value: true }, true, false)
  return solve([goal({ kind: 'test', subject, test }, 'not true', mode), known]).kind === 'impossible'
}

function never(expr: Expr, placed: Placed, examination: Examination): Observation {
  const { late, early } = culprits(expr, placed, examination)
  const { mode, about } = placed
  const base = {
    about,
    place: placeOf(late) ?? placed.place,
    claim: (seen: { truth: (expr: Expr, mode: Placed['mode']) => unknown }) => seen.truth(expr, mode) !== true,
  }
  if (late.kind === 'test' && early.length === 0 && isCounted(late.subject)) {
    return { ...base, ...outOfReach(late, placed, examination) }
  }
  const [first] = early.filter(part => excludes([part, late], placed, examination))
  const partner = first ?? (early.length === 0 ? undefined : all(early))
  const text = examination.print(late)
  const shown = partner === undefined ? undefined : examination.print(partner)
  return {
    ...base,
    code: 'lint/contradiction',
    message:
      shown === undefined
        ? `${about}: \`${text}\` can never hold`
        : `${about}: \`${shown}\` and \`${text}\` can never both hold`,
    sight: {
      leads: partner === undefined ? [new Map()] : leadsFor(partner, placed, examination),
      isSeen: seen => seen.truth(late, mode) !== true && (partner === undefined || seen.truth(partner, mode) === true),
      shows: () => (shown === undefined ? `\`${text}\` does not hold` : `\`${shown}\`, and so not \`${text}\``),
    },
  }
}

function outOfReach(
  late: Leaf,
  { about }: Placed,
  { world, highest, bound, print }: Examination,
): Pick<Observation, 'code' | 'message' | 'sight' | 'hint'> {
  const { subject } = late
  const { values } = domainOf(subject, world)
  const name = printSubject(subject)
  const [low, high] = values.kind === 'number' ? [values.low, values.high] : [0, 0]
  const isAbove = solveAbove(late, high)
  const score = subject.kind === 'score' ? highest.get(subject.name) : undefined
  const limit = isAbove ? `the highest ${name} is ${high}` : `the lowest ${name} is ${low}`
  const bounded = isAbove && score?.isExact === true ? limit : `${limit} at ${isAbove ? 'most' : 'least'} (a bound)`
  const index = bound.scores.findIndex(each => subject.kind === 'score' && each.name === subject.name)
  return {
    code: 'lint/unreachable',
    message: `${about} cannot be reached: it needs \`${print(late)}\`, and ${bounded}`,
    hint: 'lower the threshold, or give the rules more points',
    ...(score !== undefined && {
      sight: {
        leads: [score.facts],
        isSeen: seen => seen.truth(late) !== true,
        shows: seen => `${name} ${seen.verdict.scores[index] ?? 'not known'}, stage ${seen.verdict.stage}`,
      },
    }),
  }
}

/** Whether it is the upper end that is too low for a test. */
function solveAbove({ test }: Leaf, high: number): boolean {
  switch (test.operator) {
    case 'at_least':
    case 'above':
      return true
    case 'between':
      return test.low > high
    case 'equals':
      return test.values.some(value => Number(value) > high)
    default:
      return false
  }
}

function always(expr: Expr, placed: Placed, examination: Examination): Observation {
  const { mode, about } = placed
  const text = examination.print(expr)
  return {
    code: 'lint/always-true',
    about,
    message: `${about}: \`${text}\` always holds`,
    place: placeOf(expr) ?? placed.place,
    hint: expr === placed.expr ? 'leave the condition out, or ask for what makes a difference' : 'leave this part out',
    claim: seen => seen.truth(expr, mode) === true,
    sight: {
      leads: [new Map()],
      isSeen: seen => seen.truth(expr, mode) === true,
      shows: () => `\`${text}\` holds`,
    },
  }
}

function alwaysMet(leaf: Leaf, placed: Placed, examination: Examination): Observation {
  const text = examination.print(leaf)
  const name = printSubject(leaf.subject)
  const { values } = domainOf(leaf.subject, examination.world)
  const range = values.kind === 'number' ? `: it is ${values.low} to ${values.high}` : ''
  return {
    code: 'lint/always-met',
    about: placed.about,
    message: `${placed.about}: \`${text}\` is always met where ${name} is known${range}`,
    place: placeOf(leaf) ?? placed.place,
    hint: 'leave the threshold out, or raise it',
    claim: seen => seen.truth(leaf) === true || seen.truth(known(leaf.subject)) !== true,
    sight: {
      leads: [new Map()],
      isSeen: seen => seen.truth(leaf) === true,
      shows: seen => `\`${text}\` (${name} ${pointsOf(leaf.subject, seen.verdict, examination) ?? 'not known'})`,
    },
  }
}

function pointsOf(
  subject: Subject,
  { scores, total }: { readonly scores: readonly (number | undefined)[]; readonly total: number | undefined },
  { bound }: Examination,
): number | undefined {
  return subject.kind === 'score' ? scores[bound.scores.findIndex(({ name }) => name === subject.name)] : total
}

function known(subject: Subject): Expr {
  return { kind: 'test', subject, test: { operator: 'known', value: true } }
}

/** The first part of a conjunction with which it cannot hold any more, and what stands before it unless it never holds. */
function culprits(expr: Expr, placed: Placed, examination: Examination): { late: Expr; early: readonly Expr[] } {
  const parts = flattened(expr)
  const at = parts.findIndex((_, index) => excludes(parts.slice(0, index + 1), placed, examination))
  const late = parts[at] ?? expr
  return { late, early: excludes([late], placed, examination) ? [] : parts.slice(0, at) }
}

function excludes(parts: readonly Expr[], { mode }: Placed, { solve }: Examination): boolean {
  return solve(parts.map(part => goal(part, 'true', mode))).kind === 'impossible'
}

function leadsFor(expr: Expr, { mode }: Placed, { solve }: Examination): Facts[] {
  const solution = solve([goal(expr, 'true', mode)])
  return solution.kind === 'possible' ? [solution.facts] : []
}

function all(of: readonly Expr[]): Expr {
  return { kind: 'all', of }
}

/** Numbers that the rulebook computes. */
function isCounted({ kind }: Subject): boolean {
  return kind === 'score' || kind === 'total' || kind === 'rule' || kind === 'criteria'
}
