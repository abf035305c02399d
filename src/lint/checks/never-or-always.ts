import { type Expr, leavesOf, type Subject } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { conditionsOf, type Placed } from '../conditions.ts'
import { flattened, placeOf } from '../expressions.ts'
import { allEvents } from '../judging/events.ts'
import type { Examination } from '../judging/examination.ts'
import { inStage, type Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { domainOf } from '../solve/domain.ts'
import { highestScore } from '../solve/highest.ts'
import type { Facts } from '../solve/solve.ts'
import { fact, goal, type Want } from '../solve/task.ts'

type Leaf = Extract<Expr, { kind: 'test' }>

/** Conditions, and parts of them, that never or always hold. */
export const neverOrAlways: Check = examination =>
  conditionsOf(examination.plan).flatMap(placed => [
    ...(placed.keeps ? partsOfKeeping(placed, examination) : visit(placed.expr, placed, examination)),
    ...undecided(placed, examination),
  ])

/** A stage that is left only for a better one may be meant, so only the parts of a `keep_while` are looked at. */
function partsOfKeeping(placed: Placed, examination: Examination): readonly Observation[] {
  const { expr } = placed
  if (expr.kind === 'test' || expr.kind === 'except' || expr.kind === 'not') return []
  const decides = (want: Want) => examination.solve([goal(expr, want)]).kind === 'possible'
  return decides('true') && decides('not true') ? expr.of.flatMap(part => visit(part, placed, examination)) : []
}

/** A condition of which the search could not prove that leads meet it, and that no lead is known to meet. */
function undecided({ expr, mode, about, place }: Placed, examination: Examination): Observation[] {
  const solution = examination.solve([goal(expr, 'true', mode)])
  if (solution.kind === 'impossible' || solution.stoppedAfter === undefined) return []
  const leads = [...(solution.kind === 'possible' ? examination.rising(solution.facts) : []), ...examination.pool()]
  const meets = (seen: Judged) => seen.truth(expr, mode) === true
  const events = allEvents(examination.bound, examination.asOf)
  if (leads.some(facts => meets(examination.judged(facts)) || meets(examination.judgedWith(facts, events)))) return []
  return [
    {
      code: 'lint/undecided',
      about,
      message: `${about}: not decided whether a lead can meet it: the search ended after ${solution.stoppedAfter}`,
      place: placeOf(expr) ?? place,
      hint: 'a test with a lead that meets it shows that it can be met',
    },
  ]
}

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

/** Applies to known scores only: an input without the columns of a score leaves it unknown. */
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
  const points = outOfPoints(late, partner, placed, examination)
  if (points !== undefined) return { ...base, ...points }
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
      leads:
        partner === undefined
          ? [new Map()]
          : [...leadsFor(partner, placed, examination), ...pooled(partner, examination)],
      isSeen: seen => seen.truth(late, mode) !== true && (partner === undefined || seen.truth(partner, mode) === true),
      shows: () => (shown === undefined ? `\`${text}\` does not hold` : `\`${shown}\`, and so not \`${text}\``),
    },
  }
}

/** A threshold that leads which meet the rest of the condition cannot reach. */
function outOfPoints(
  late: Expr,
  partner: Expr | undefined,
  placed: Placed,
  examination: Examination,
): Pick<Observation, 'code' | 'message' | 'sight' | 'hint'> | undefined {
  const { bound, solve, print } = examination
  const parts = [partner, late].filter(part => part !== undefined)
  const threshold = parts.find((part): part is Leaf => part.kind === 'test' && part.subject.kind === 'score')
  const rest = parts.filter(part => part !== threshold)
  if (threshold?.subject.kind !== 'score' || !rest.every(isAboutFields)) return undefined
  const { name } = threshold.subject
  const index = bound.scores.findIndex(score => score.name === name)
  const score = bound.scores[index]
  if (score === undefined) return undefined
  const given = rest.map(part => goal(part, 'true', placed.mode))
  const highest = highestScore(score, solve, given)
  const others = rest.map(print).join(' and ')
  const isTooHigh = solve([goal(threshold, 'true', placed.mode)]).kind !== 'impossible' && isAtLeast(threshold)
  const limit = isTooHigh ? `${name} is ${highest.points} at most` : `${name} is never that low`
  return {
    code: 'lint/unreachable',
    message: `${placed.about} cannot be reached: it needs \`${print(threshold)}\`, and with \`${others}\` ${limit}`,
    hint: 'change the threshold, the points or the rest of the condition',
    sight: {
      leads: [highest.facts, ...rest.flatMap(part => leadsFor(part, placed, examination))],
      isSeen: seen =>
        seen.truth(threshold, placed.mode) !== true && rest.every(part => seen.truth(part, placed.mode) === true),
      shows: seen => `${name} ${seen.verdict.scores[index] ?? 'not known'}${inStage(seen.verdict)}`,
    },
  }
}

/** Random leads, for conditions on points. */
function pooled(partner: Expr, { pool }: Examination): readonly Facts[] {
  return isAboutFields(partner) ? [] : pool()
}

function isAboutFields(expr: Expr): boolean {
  return [...leavesOf(expr)].every(({ subject }) => subject.kind === 'field')
}

function isAtLeast({ test }: Leaf): boolean {
  return test.operator === 'at_least' || test.operator === 'above' || test.operator === 'between'
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
  const bounded =
    isAbove && score?.isExact === true
      ? limit
      : isAbove
        ? `${name} cannot exceed ${high} (upper bound)`
        : `${name} cannot be below ${low} (lower bound)`
  const index = bound.scores.findIndex(each => subject.kind === 'score' && each.name === subject.name)
  return {
    code: 'lint/unreachable',
    message: `${about} cannot be reached: it needs \`${print(late)}\`, and ${bounded}`,
    hint: 'lower the threshold, or give the rules more points',
    ...(score !== undefined && {
      sight: {
        leads: [score.facts],
        events: score.events,
        isSeen: seen => seen.truth(late) !== true,
        shows: seen => `${name} ${seen.verdict.scores[index] ?? 'not known'}${inStage(seen.verdict)}`,
      },
    }),
  }
}

/** Whether the upper end of a range is too low for a test. */
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
    hint: expr === placed.expr ? 'remove the condition, or make it selective' : 'remove this part',
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
