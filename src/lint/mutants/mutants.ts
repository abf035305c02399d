import type { Place } from '../../base/place.ts'
import { fieldTypeIn } from '../../ir/plan/before.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import { givesPoints } from '../../ir/plan/payment.ts'
import type { ChanceBands, Group, Plan, Score, StageMemory, StageRow } from '../../ir/plan/plan.ts'
import { stageCondition } from '../../ir/plan/stage-memory.ts'
import { type About, type Change, type ChangedCondition, exprChanges } from './expr.ts'
import { reachableValues } from './reachable.ts'
import { ruleChanges } from './rule.ts'

/** A plan with one small mistake that a test should catch. */
export interface Mutant {
  readonly plan: Plan
  readonly what: string
  readonly place: Place | null
  /** The rule with the mistake; absent if it is elsewhere. */
  readonly rule?: string
  /** The condition with the mistake, of anything but a rule. */
  readonly condition?: ChangedCondition
}

/**
 * All small mistakes: a bound moved by one, an operator turned around, points changed by a fifth, a rule or a row left
 * out; one in each plan. In the order of the rulebook.
 */
export function* mutantsOf(plan: Plan): Generator<Mutant> {
  const about: About = {
    typeOf: subject =>
      subject.kind === 'field' && fieldTypeIn(plan.fields, subject.name) === 'date' ? 'date' : 'other',
    valuesOf: reachableValues(plan),
  }
  const mutant = (changed: Partial<Plan>, { what, place, rule, condition }: Omit<Change<unknown>, 'to'>): Mutant => ({
    plan: { ...plan, ...changed },
    what,
    place: place ?? null,
    ...(rule !== undefined && { rule }),
    ...(condition && { condition }),
  })
  for (const { to, ...rest } of listChanges(plan.scores, score => scoreChanges(score, about))) {
    yield mutant({ scores: to }, rest)
  }
  for (const { to, ...rest } of gradeChanges(plan.grade ?? [])) yield mutant({ grade: to }, rest)
  if (plan.chance !== undefined) {
    for (const { to, ...rest } of chanceChanges(plan.chance)) yield mutant({ chance: to }, rest)
  }
  for (const { to, ...rest } of listChanges(plan.criteria, row => whenChanges(row, `criterion ${row.name}`, about))) {
    yield mutant({ criteria: to }, rest)
  }
  for (const { to, ...rest } of rowChanges(plan.exclude, row => `exclusion ${row.id}`, about)) {
    yield mutant({ exclude: to }, rest)
  }
  const stageName = (row: Plan['stages'][number]) => `stage ${row.stage}${row.id === undefined ? '' : ` (${row.id})`}`
  for (const { to, ...rest } of listChanges(plan.stages, row => stageChanges(row, stageName(row), about)))
    yield mutant({ stages: to }, rest)
  for (const { to, ...rest } of drops(plan.stages, stageName))
    if (plan.stages.length > 1) yield mutant({ stages: to }, rest)
  for (const { to, ...rest } of listChanges(plan.segments, segment => segmentChanges(segment, about))) {
    yield mutant({ segments: to }, rest)
  }
  for (const { to, ...rest } of listChanges(plan.tags, row => whenChanges(row, `tag ${row.name}`, about))) {
    yield mutant({ tags: to }, rest)
  }
  for (const { to, ...rest } of rowChanges(plan.next, row => `next ${row.do}`, about)) yield mutant({ next: to }, rest)
}

/** A list with one of its items changed. */
function* listChanges<T>(
  list: readonly T[],
  changes: (item: T) => Iterable<Change<T>>,
): Generator<Change<readonly T[]>> {
  for (const [index, item] of list.entries()) {
    for (const { to, ...rest } of changes(item)) yield { to: list.with(index, to), ...rest }
  }
}

/** A list with one of its items left out. */
function* drops<T extends { readonly place?: Place }>(
  list: readonly T[],
  nameOf: (item: T) => string,
): Generator<Change<readonly T[]>> {
  for (const [index, item] of list.entries()) {
    yield { to: list.toSpliced(index, 1), what: `${nameOf(item)}: removed`, place: item.place }
  }
}

interface Row {
  readonly when?: Expr
  readonly place?: Place
}

function* whenChanges<T extends Row>(row: T, name: string, about: About): Generator<Change<T>> {
  if (row.when === undefined) return
  for (const { to, what, place = row.place } of exprChanges(row.when, about)) {
    yield { to: { ...row, when: to }, what: `${name}: ${what}`, place, condition: { from: row.when, to } }
  }
}

/** A stage row with one of its conditions changed, or with what it remembers left out. */
function* stageChanges(row: StageRow, name: string, about: About): Generator<Change<StageRow>> {
  const { memory, stage, place } = row
  if (memory === undefined) {
    yield* whenChanges(row, name, about)
    return
  }
  const { keepWhile, coolDown, ...rest } = memory
  const change = (to: StageMemory, what: string, at = place): Change<StageRow> => {
    const when = stageCondition(stage, to)
    return {
      to: { ...row, when, memory: to },
      what: `${name}: ${what}`,
      place: at,
      condition: { from: row.when ?? when, to: when },
    }
  }
  for (const { to, what, place: at } of exprChanges(memory.when, about)) yield change({ ...memory, when: to }, what, at)
  for (const { to, what, place: at } of keepWhile === undefined ? [] : exprChanges(keepWhile, about))
    yield change({ ...memory, keepWhile: to }, `keep_while ${what}`, at)
  if (keepWhile !== undefined) yield change({ ...rest, ...(coolDown && { coolDown }) }, 'keep_while removed')
  if (coolDown === undefined) return
  for (const days of [coolDown - 1, coolDown + 1])
    if (days > 0) yield change({ ...memory, coolDown: days }, `cool_down ${coolDown}d -> ${days}d`)
  yield change({ ...rest, ...(keepWhile && { keepWhile }) }, 'cool_down removed')
}

/** Rows that are tried in order: each changed, and each but the last left out. */
function* rowChanges<T extends Row>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  about: About,
): Generator<Change<readonly T[]>> {
  yield* listChanges(rows, row => whenChanges(row, nameOf(row), about))
  for (const change of drops(rows, nameOf)) if (rows.length > 1) yield change
}

function* scoreChanges(score: Score, about: About): Generator<Change<Score>> {
  yield* whenChanges(score, `score ${score.name}`, about)
  for (const { to, ...rest } of listChanges(score.groups, group => groupChanges(group, about))) {
    yield { to: { ...score, groups: to }, ...rest }
  }
}

function* groupChanges(group: Group, about: About): Generator<Change<Group>> {
  yield* whenChanges(group, `group ${group.name ?? ''}`, about)
  for (const { to, ...rest } of listChanges(group.rules, rule => ruleChanges(rule, about))) {
    yield { to: { ...group, rules: to }, ...rest }
  }
  for (const [index, rule] of group.rules.entries()) {
    const { id, place } = rule
    if (!givesPoints(rule)) continue
    yield { to: { ...group, rules: group.rules.toSpliced(index, 1) }, what: `rule ${id}: removed`, place, rule: id }
  }
}

type Grade = NonNullable<Plan['grade']>

function* gradeChanges(grade: Grade): Generator<Change<Grade>> {
  for (const [index, side] of grade.entries()) {
    // Below all bands is the lowest one, so its bound decides nothing.
    for (const [at, band] of side.bands.slice(0, -1).entries()) {
      for (const from of [band.from - 1, band.from + 1]) {
        const bands = side.bands.with(at, { ...band, from })
        yield {
          to: grade.with(index, { ...side, bands }),
          what: `grade ${side.score} ${band.label}: ${band.from} -> ${from}`,
        }
      }
    }
  }
}

function* chanceChanges(chance: ChanceBands): Generator<Change<ChanceBands>> {
  for (const [at, band] of chance.bands.entries()) {
    for (const from of [band.from - 1, band.from + 1]) {
      const bands = chance.bands.with(at, { ...band, from })
      yield { to: { ...chance, bands }, what: `chance ${band.percent}: ${band.from} -> ${from}`, place: chance.place }
    }
  }
}

function* segmentChanges(segment: Plan['segments'][number], about: About): Generator<Change<Plan['segments'][number]>> {
  for (const [index, row] of segment.rows.entries()) {
    if (row.when === undefined) continue
    for (const { to, what, place = segment.place } of exprChanges(row.when, about)) {
      const rows = segment.rows.with(index, { ...row, when: to })
      const condition = { from: row.when, to }
      yield { to: { ...segment, rows }, what: `segment ${segment.name} ${row.label}: ${what}`, place, condition }
    }
  }
}
