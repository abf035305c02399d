import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { leavesOf } from '../../ir/plan/expr.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { RulePlaces } from '../../learn/writing/places.ts'
import { conditionsOf } from '../../lint/conditions.ts'
import { readRulebook, relearn, withKept } from '../../rulebook/index.ts'
import type { Standing } from './standing.ts'

/** A learned rule, as far as its place goes. */
export interface PlacedRule {
  readonly id: string
  readonly field: string
  readonly heading: string
}

/** What each score starts with. */
type Starts = ReadonlyMap<string, number>

export interface Joined {
  readonly text: string
  readonly plan: Plan
}

/** The learned rulebook with what stays of another one. */
export function joinStanding(
  fresh: string,
  standing: Standing,
  rules: readonly PlacedRule[],
  { places, starts, file }: { readonly places: RulePlaces; readonly starts: Starts; readonly file: string },
): Joined {
  const text =
    standing.stays === 'all' ? replaced(fresh, standing, rules, places, starts) : extended(fresh, standing, starts)
  if (text === undefined) {
    const message = `${standing.source.file} is not laid out so that rules of it can stay`
    const hint =
      'write each part (scores, stages, ...) as a key of its own at the margin, without anchors; `leadq rules show FILE` prints a rulebook so'
    throw new Refusal(diagnose('learn/keep', message, { hint }), 'usage')
  }
  return { text, plan: readJoined(text, standing, file) }
}

function readJoined(text: string, { source }: Standing, file: string): Plan {
  const { plan, diagnostics } = readRulebook({ file, text })
  const [first] = diagnostics.filter(({ severity }) => severity === 'error')
  if (plan !== undefined && first === undefined) return plan
  const message = `what stays of ${source.file} does not go with the rules that were learned: ${first?.message ?? 'it gives no plan'}`
  throw new Refusal(
    diagnose('learn/keep', message, { hint: 'name the rules that it needs: `--keep FILE#RULE`' }),
    'usage',
  )
}

/** Lists that `tune` made for a rule bear its id. */
function replaced(
  fresh: string,
  { source, plan, kept, gates }: Standing,
  rules: readonly PlacedRule[],
  { gateOf }: RulePlaces,
  starts: Starts,
): string | undefined {
  const groupOf = new Map(
    rules.flatMap(({ id, field, heading }): [string, string][] => {
      const group = gates[gateOf(field, heading) ?? -1]?.group
      return group === undefined ? [] : [[id, group]]
    }),
  )
  const gone = plan.scores.flatMap(({ groups }) =>
    groups.flatMap(each => each.rules.flatMap(({ id }) => (kept.has(id) ? [] : [id]))),
  )
  const ownLists = (plan.lists ?? []).flatMap(({ name }) => (gone.some(id => isListOf(name, id)) ? [name] : []))
  const job = { base: source, fresh, kept, groupOf, starts, keepsGates: true }
  const first = relearn({ ...job, unused: { lists: new Set(ownLists), fields: new Set() } })
  const { plan: joined } = first === undefined ? { plan: undefined } : readRulebook({ file: source.file, text: first })
  if (joined === undefined) return first
  // What only rules that are gone have read is of no use any more.
  const before = new Set(fieldsToBind(plan))
  const now = new Set(fieldsToBind(joined))
  const fields = Object.values(plan.fields).flatMap(({ name, place, required }) =>
    place !== undefined && required !== true && before.has(name) && !now.has(name) ? [name] : [],
  )
  const unread = (joined.lists ?? []).flatMap(({ name, isUsed }) => (isUsed ? [] : [name]))
  const lists = (plan.lists ?? []).flatMap(({ name, isUsed }) => (isUsed && unread.includes(name) ? [name] : []))
  return relearn({ ...job, unused: { lists: new Set([...ownLists, ...lists]), fields: new Set(fields) } })
}

function isListOf(name: string, id: string): boolean {
  return name.startsWith(`${id}-`) && /^\d+$/.test(name.slice(id.length + 1))
}

function extended(fresh: string, { source, plan, kept, declared }: Standing, starts: Starts): string | undefined {
  const fields = new Set(declared.map(({ name }) => name))
  // Which rule uses which list the text says; those that none uses go again.
  const all = new Set((plan.lists ?? []).map(({ name }) => name))
  const first = withKept(fresh, source, { kept, starts, fields, lists: all })
  const { plan: joined } = first === undefined ? { plan: undefined } : readRulebook({ file: source.file, text: first })
  if (joined === undefined) return first
  const lists = new Set((joined.lists ?? []).flatMap(({ name, isUsed }) => (isUsed && all.has(name) ? [name] : [])))
  return withKept(fresh, source, { kept, starts, fields, lists })
}

/** Conditions on points that stay, though the points are others now. `thresholds` are those of learned rows. */
export function pointsOfBefore(plan: Plan, { stays }: Standing, thresholds: readonly number[]): Diagnostic[] {
  if (stays === 'rules') return []
  const about = new Set(plan.scores.map(({ name }) => name))
  const conditions = conditionsOf({ ...plan, scores: [] }).flatMap(({ expr, about: what, place }) =>
    [...leavesOf(expr)].flatMap(leaf => {
      const { subject } = leaf
      const isTotal = subject.kind === 'total'
      if (!isTotal && !(subject.kind === 'score' && about.has(subject.name))) return []
      if (leaf.kind === 'test' && leaf.test.operator === 'known') return []
      const isLearned =
        isTotal && leaf.kind === 'test' && leaf.test.operator === 'at_least' && thresholds.includes(leaf.test.value)
      if (isLearned) return []
      const name = isTotal ? 'score.total' : `score.${subject.name}`
      return [
        {
          key: `${what} ${name}`,
          message: `${what} compares \`${name}\` as it did before, and the points are others now`,
          place: leaf.place ?? place,
        },
      ]
    }),
  )
  const grades = (plan.grade ?? []).map(({ score }) => ({
    key: `grade ${score}`,
    message: `the grade compares \`score.${score}\` as it did before, and the points are others now`,
    place: undefined,
  }))
  const first = new Map([...conditions, ...grades].reverse().map(each => [each.key, each]))
  return [...first.values()].map(({ message, place }) =>
    diagnose('learn/points', message, {
      ...(place && { place }),
      hint: 'look at it again: `leadq diff` shows who moves',
    }),
  )
}

/** Conditions of groups that no lead of the file fulfils: nothing can be learned behind them. */
export function closedGates({ gates, source }: Standing, open: readonly Uint8Array[]): Diagnostic[] {
  return gates.flatMap(({ score, group }, at) => {
    if (open[at]?.some(each => each === 1) !== false) return []
    const name = group === undefined ? score : `${score}.${group}`
    const message = `no lead of this file fulfils the condition of \`${name}\` in ${source.file}: nothing is learned behind it`
    return [diagnose('learn/points', message, { hint: 'is the column of the condition in the export?' })]
  })
}
