import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Place } from '../../base/place.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import { conditionsOf } from '../all-conditions.ts'
import { eventConditionsOf } from '../events/read.ts'
import { largestPoints } from '../query-score.ts'
import type { Dialect } from './dialect.ts'

/** The parts of a bound plan that a dialect does not support; a plan with any is not printed. */
export function unsupportedParts(bound: BoundPlan, source: Source, dialect: Dialect): Diagnostic[] {
  const refuse = (what: string, place: Place | undefined, hint: string): Diagnostic =>
    diagnose('query/refused', `${dialect.title}: ${what}`, { place, hint })
  return [
    ...columns(source, dialect, refuse),
    ...joins(bound, source, dialect, refuse),
    ...members(bound, refuse),
    ...patterns(bound, dialect, refuse),
    ...texts(bound, dialect, refuse),
    ...amounts(bound, refuse),
    ...order(bound, dialect, refuse),
  ]
}

/** What a query reads beside the leads. */
interface Source {
  readonly all?: readonly string[] | undefined
  readonly previous?: object | undefined
}

function columns({ all }: Source, dialect: Dialect, refuse: ReportUnsupported): Diagnostic[] {
  if (!dialect.needsColumns || all !== undefined) return []
  const hint = '`--types FILE` or `--like FILE` shows them'
  return [refuse('a query names every column of the table, and nobody has said which there are', undefined, hint)]
}

function joins(bound: BoundPlan, { previous }: Source, dialect: Dialect, refuse: ReportUnsupported): Diagnostic[] {
  if (dialect.joins) return []
  const hint = 'score an export: `leadq score`'
  const readsEvents = bound.events !== undefined && eventRulesOf(bound).length > 0
  return [
    ...(readsEvents ? [refuse('events are not supported yet', undefined, hint)] : []),
    ...(previous === undefined ? [] : [refuse('the table of the run before is not supported yet', undefined, hint)]),
  ]
}

type ReportUnsupported = (what: string, place: Place | undefined, hint: string) => Diagnostic

function rulesOf({ scores }: BoundPlan) {
  return scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
}

function members({ events }: BoundPlan, refuse: ReportUnsupported): Diagnostic[] {
  const sources = events?.sources.filter(source => source.members.length > 0) ?? []
  return sources.map(({ name, members: inside }) => {
    const keys = [...new Set(inside.map(({ key }) => `\`${key}\``))].join(', ')
    const hint = 'give it a view with columns of these'
    return refuse(`cannot look into the JSON in cells of ${name} for ${keys}`, undefined, hint)
  })
}

/** Every test of every condition, with the place it stands at. */
function testsOf(bound: BoundPlan): { readonly test: Test; readonly place: Place | undefined }[] {
  const tests = (expr: Expr) =>
    [...leavesOf(expr)].flatMap(leaf =>
      (leaf.kind === 'test' ? [leaf.test] : leaf.of).map(test => ({ test, place: leaf.place })),
    )
  const ofEvents =
    bound.events === undefined ? [] : eventRulesOf(bound).flatMap(({ earns }) => eventConditionsOf(earns))
  return [...[...conditionsOf(bound)].map(({ when }) => when), ...ofEvents].flatMap(tests)
}

function patterns(bound: BoundPlan, dialect: Dialect, refuse: ReportUnsupported): Diagnostic[] {
  const used = testsOf(bound).flatMap(({ test, place }) =>
    test.operator === 'matches' ? test.values.map(pattern => ({ pattern, place })) : [],
  )
  const found = used
    .filter(({ pattern }) => dialect.pattern(pattern) === undefined)
    .map(({ pattern, place }) => refuse(`cannot say the pattern \`${pattern}\``, place, 'name its letters one by one'))
  const different = new Set(used.map(({ pattern }) => pattern)).size
  if (different <= dialect.mostPatterns) return found
  const what = `${different} patterns are more than it can keep compiled (${dialect.mostPatterns})`
  return [...found, refuse(what, used[0]?.place, '`has_word` and `contains` do without patterns')]
}

function texts(bound: BoundPlan, dialect: Dialect, refuse: ReportUnsupported): Diagnostic[] {
  // A constant that no cell can contain matches nothing in any engine, but this dialect cannot even write it as a
  // literal.
  const unsaid = testsOf(bound).filter(
    ({ test }) => JSON.stringify(test).includes('\\u0000') && !dialect.supportsText('\0'),
  )
  return unsaid.map(({ place }) => refuse('cannot say a text with a NUL character', place, 'take it out'))
}

function amounts(bound: BoundPlan, refuse: ReportUnsupported): Diagnostic[] {
  return rulesOf(bound)
    .filter(rule => largestPoints(rule) > Number.MAX_SAFE_INTEGER)
    .map(({ id, place }) =>
      refuse(`the rule \`${id}\` has no bound and can leave the whole numbers`, place, 'give it a `max`'),
    )
}

function order(bound: BoundPlan, dialect: Dialect, refuse: ReportUnsupported): Diagnostic[] {
  const { dedupe, fields } = bound
  if (dedupe === undefined || dialect.place(undefined) !== undefined) return []
  if (fields.some(({ name, columns }) => name === 'id' && columns.length > 0)) return []
  return [
    refuse(
      '`dedupe` needs a column for `id`: rows of a table have no order',
      dedupe.place,
      'name it: `--columns id=...`',
    ),
  ]
}
