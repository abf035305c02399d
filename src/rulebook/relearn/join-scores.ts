import {
  commentAbove,
  commentBeside,
  entryOf,
  keysOf,
  type ListPart,
  listOf,
  type MapPart,
  mapOf,
  mapsOf,
  newList,
  newMap,
  newText,
  partOf,
  put,
  remove,
  setCommentAbove,
  spread,
  textOf,
} from '../yaml/yaml-edit.ts'
import { withoutOwn } from './marks.ts'

/** What becomes of the rules of a rulebook that is learned again. */
export interface RulesPlan {
  /** Rules that stay as they are. */
  readonly kept: ReadonlySet<string>
  /** Learned rules that stand in a group, behind its condition. */
  readonly groupOf: ReadonlyMap<string, string>
  /** What scores start with, those without learned rules as well. */
  readonly starts: ReadonlyMap<string, number>
  /** Groups with a condition stay even without rules: it is the law of those that come. */
  readonly keepsGates: boolean
}

/** Puts learned rules in the place of those that do not stay. */
export function joinScores(base: MapPart, fresh: MapPart, plan: RulesPlan): void {
  const gone = new Map<string, MapPart>()
  for (const name of keysOf(base)) takeOut(mapOf(base, name), plan, gone)
  for (const name of keysOf(fresh)) {
    const learned = mapOf(fresh, name)
    if (learned !== undefined) putIn(name, learned, { base, fresh, plan, gone })
  }
  spread(base)
  for (const name of keysOf(base)) {
    const score = mapOf(base, name)
    if (score === undefined) continue
    const start = plan.starts.get(name) ?? 0
    if (start > 0) put(score, 'start', newText(String(start)), 0)
    if (isEmpty(score, plan)) remove(base, name)
  }
}

/** Removes learned rules and what goes with the size of their points. */
function takeOut(score: MapPart | undefined, { kept }: RulesPlan, gone: Map<string, MapPart>): void {
  if (score === undefined) return
  spread(score)
  for (const key of ['start', 'max', 'min']) remove(score, key)
  const groups = mapOf(score, 'groups')
  for (const container of [
    score,
    ...(groups === undefined ? [] : keysOf(groups).flatMap(each => mapOf(groups, each) ?? [])),
  ]) {
    const rules = listOf(container, 'rules')
    if (rules === undefined) continue
    for (const rule of mapsOf(rules)) if (!kept.has(idOf(rule))) gone.set(idOf(rule), rule)
    rules.items = rules.items.filter(rule => !mapsOf(newListOf(rule)).some(each => gone.has(idOf(each))))
    // A bound was made for the points that are gone.
    if (rules.items.length === 0 && container !== score) for (const key of ['max', 'min']) remove(container, key)
  }
}

function newListOf(item: unknown): ListPart {
  const list = newList([])
  list.items = [item]
  return list
}

interface Joining {
  readonly base: MapPart
  readonly fresh: MapPart
  readonly plan: RulesPlan
  readonly gone: ReadonlyMap<string, MapPart>
}

function putIn(name: string, learned: MapPart, { base, fresh, plan, gone }: Joining): void {
  const about = commentAbove(entryOf(fresh, name)?.key)
  const found = mapOf(base, name)
  const score = found ?? newMap()
  if (found === undefined) put(base, name, score)
  spread(score)
  const key = entryOf(base, name)?.key
  setCommentAbove(key, [...withoutOwn(commentAbove(key)), ...about])
  for (const rule of mapsOf(listOf(learned, 'rules'))) {
    inherit(rule, gone.get(idOf(rule)))
    const group = plan.groupOf.get(idOf(rule))
    const container = group === undefined ? score : groupIn(score, group)
    // Points of events were learned without fading.
    const fades = [score, container].some(each => entryOf(each, 'fade') !== undefined)
    if (fades && entryOf(rule, 'event') !== undefined) put(rule, 'fade', newText('none'))
    addTo(container, rule)
  }
}

/** What a person has said of a rule that is learned again: comments and its name. */
function inherit(rule: MapPart, before: MapPart | undefined): void {
  if (before === undefined) return
  const said = withoutOwn([...commentAbove(before), ...commentBeside(before)])
  setCommentAbove(rule, [...said, ...commentAbove(rule)])
  const label = partOf(before, 'label')
  if (label !== undefined && entryOf(rule, 'label') !== undefined) put(rule, 'label', label)
}

function groupIn(score: MapPart, name: string): MapPart {
  const groups = mapOf(score, 'groups')
  const group = groups && mapOf(groups, name)
  if (group === undefined) return score
  for (const part of [groups, group]) if (part !== undefined) spread(part)
  return group
}

function addTo(container: MapPart, rule: MapPart): void {
  const rules = listOf(container, 'rules')
  if (rules === undefined) put(container, 'rules', newList([rule]))
  else {
    spread(rules)
    rules.items.push(rule)
  }
}

/** Groups without rules and without a condition say nothing; a score without any rule neither. */
function isEmpty(score: MapPart, plan: RulesPlan): boolean {
  const groups = mapOf(score, 'groups')
  for (const name of groups === undefined ? [] : keysOf(groups)) {
    const group = groups && mapOf(groups, name)
    if (groups !== undefined && group !== undefined && isIdle(group, plan)) remove(groups, name)
  }
  if (groups !== undefined && groups.items.length === 0) remove(score, 'groups')
  if (listOf(score, 'rules')?.items.length === 0) remove(score, 'rules')
  return listOf(score, 'rules') === undefined && mapOf(score, 'groups') === undefined
}

function isIdle(group: MapPart, { keepsGates }: RulesPlan): boolean {
  return (listOf(group, 'rules')?.items.length ?? 0) === 0 && !(keepsGates && entryOf(group, 'when') !== undefined)
}

export function idOf(rule: MapPart): string {
  return textOf(partOf(rule, 'id'))
}
