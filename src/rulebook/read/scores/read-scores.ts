import type { Fade } from '../../../ir/plan/fade.ts'
import type { Bounds, Group, Rule, Score } from '../../../ir/plan/plan.ts'
import type { Draft } from '../../language/language.ts'
import type { GroupDraft, RuleDraft, ScoreDraft } from '../../language/language-scores.ts'
import type { Located } from '../../language/shape.ts'
import type { ScalarNode } from '../../yaml/node.ts'
import { readOptional } from '../conditions/read-condition.ts'
import { resolveField } from '../conditions/resolve.ts'
import type { Scope } from '../names.ts'
import type { Report } from '../report-problem.ts'
import { unlessTypeChanged } from './changed-type.ts'
import { earnsOnce } from './event-earning.ts'
import { readEarning } from './read-earning.ts'
import { readFade } from './read-fade.ts'
import { pointsOf } from './read-payment.ts'

/** Up to this number, a fading rule's points times billionths stay exact whole numbers in every engine. */
const MAX_FADING_POINTS = 10_000
const NONE: Fade = { kind: 'none' }

export function readScores({ scores = [] }: Draft, scope: Scope): Score[] {
  return scores.flatMap(({ key, value }) => (value === undefined ? [] : readScore(key, value, scope)))
}

function readScore(key: ScalarNode, draft: ScoreDraft, scope: Scope): Score {
  const fade = readFade(draft.fade, scope.report)
  const loose = readRules(draft.rules ?? [], { fade }, scope)
  const groups = (draft.groups ?? []).flatMap(({ key: name, value }) =>
    value === undefined ? [] : readGroup(name, value, fade, scope),
  )
  return {
    name: key.text,
    start: draft.start?.value ?? 0,
    ...readBounds({ max: draft.max, min: draft.min ?? { value: 0, place: key.place } }, scope.report),
    ...readOptional(draft.when, scope),
    groups: inWrittenOrder(draft, loose.length > 0 ? [{ rules: loose }] : [], groups),
    place: key.place,
  }
}

/** Rules that belong to no group stand before the groups or after them; a draft has its keys as they are written. */
function inWrittenOrder(draft: ScoreDraft, loose: readonly Group[], groups: readonly Group[]): Group[] {
  const keys = Object.keys(draft)
  const isLast = draft.groups !== undefined && keys.indexOf('groups') < keys.indexOf('rules')
  return isLast ? [...groups, ...loose] : [...loose, ...groups]
}

function readGroup(key: ScalarNode, draft: GroupDraft, inherited: Fade | undefined, scope: Scope): Group {
  const fade = readFade(draft.fade, scope.report) ?? inherited
  const { after } = draft
  if (after !== undefined) resolveField(after, scope, 'date')
  if (
    after !== undefined &&
    !draft.broken &&
    !draft.rules.some(rule => rule === undefined || rule.event !== undefined)
  ) {
    scope.report('rule/points', '`after` concerns events, and no rule of this group reads any', after.place)
  }
  return {
    name: key.text,
    ...readBounds(draft, scope.report),
    ...readOptional(draft.when, scope),
    rules: readRules(draft.rules, { fade, after: after?.text }, scope),
    place: key.place,
  }
}

/** What a score or group says for its rules. */
interface Inherited {
  readonly fade: Fade | undefined
  readonly after?: string | undefined
}

function readRules(drafts: readonly (RuleDraft | undefined)[], inherited: Inherited, scope: Scope): Rule[] {
  return drafts.flatMap(draft => {
    if (draft === undefined || draft.enabled?.value === false) return []
    return unlessTypeChanged(draft, scope, own => readRule(draft, inherited, own)) ?? []
  })
}

/** A rule with the settings of its group and score resolved; undefined if it does not give points. */
function readRule(draft: RuleDraft, inherited: Inherited, scope: Scope): Rule | undefined {
  const { report } = scope
  const { id, label, since, within } = draft
  const own = readFade(draft.fade, report)
  const hasAge = since !== undefined || (draft.event !== undefined && !earnsOnce(draft))
  const fade = hasAge ? (own ?? inherited.fade ?? NONE) : NONE
  if (since === undefined && !draft.broken) checkUndated(draft, own, report)
  checkPoints(draft, fade, report)
  if (since !== undefined) resolveField(since, scope, 'date')
  const when = readOptional(draft.when, scope)
  const bounds = readBounds(draft, report)
  const read = readEarning(draft, scope)
  const earns = read?.kind === 'events' && inherited.after ? { ...read, after: inherited.after } : read
  return (
    earns && {
      id: id.value,
      ...(label && { label: label.value }),
      ...when,
      earns,
      ...bounds,
      ...(since && { since: since.text }),
      ...(within && { within: within.value }),
      fade,
      place: id.place,
    }
  )
}

function checkUndated(rule: RuleDraft, own: Fade | undefined, report: Report): void {
  const { within, fade, event } = rule
  const fades = fade !== undefined && own?.kind !== 'none'
  if (event !== undefined) {
    if (!fades || !earnsOnce(rule)) return
    const hint = '`within` says how old the events may be that count'
    report('rule/points', 'a rule with `count` or `last` earns once and does not fade', fade.place, { hint })
    return
  }
  const hint = '`since` names the date field whose age counts'
  if (within !== undefined) report('rule/points', '`within` needs `since` or `event`', within.place, { hint })
  if (fades) report('rule/points', '`fade` needs `since` or `event`', fade.place, { hint })
}

function checkPoints(draft: RuleDraft, fade: Fade, report: Report): void {
  const amounts = pointsOf(draft)
  if (fade.kind !== 'none') {
    for (const { value, place } of amounts.filter(amount => Math.abs(amount.value) > MAX_FADING_POINTS)) {
      report('rule/range', `expected at most ${MAX_FADING_POINTS} points in a rule that fades, found ${value}`, place)
    }
  }
  const onlyTakes = amounts.some(({ value }) => value < 0) && amounts.every(({ value }) => value <= 0)
  if (draft.max === undefined || !onlyTakes) return
  report('rule/points', 'the rule only takes points away, so `max` has no effect', draft.max.place, {
    hint: 'use `min` to limit how many points are taken away',
  })
}

interface BoundsDraft {
  readonly max?: Located<number | 'none'> | undefined
  readonly min?: Located<number | 'none'> | undefined
}

function readBounds({ max, min }: BoundsDraft, report: Report): Bounds {
  const [most, least] = [numberOf(max), numberOf(min)]
  if (max !== undefined && most !== undefined && least !== undefined && most < least) {
    report('rule/range', `\`max\` ${most} is below \`min\` ${least}`, max.place)
  }
  return { ...(most !== undefined && { max: most }), ...(least !== undefined && { min: least }) }
}

function numberOf(bound: Located<number | 'none'> | undefined): number | undefined {
  return bound === undefined || bound.value === 'none' ? undefined : bound.value
}
