import type { Plan } from '../../../ir/plan/plan.ts'
import type { Spelling } from '../../../ir/plan/spelled.ts'
import type { ChangeSummary } from '../../../ir/results/difference.ts'
import { nameRows } from './changed-rows.ts'
import { meaning, meaningOf } from './meaning.ts'
import { merged } from './merged.ts'
import { type Part, type PartKind, type Parts, partsOf } from './parts.ts'

/** One change between two rulebooks, which can be applied for itself. */
export interface Change {
  readonly name: string
  readonly kind: ChangeSummary['kind']
  /** Names of the parts that it replaces, adds, removes or reorders. */
  readonly parts: readonly string[]
  /** It cannot change a verdict. */
  readonly cosmetic: boolean
  /** The id that a rule had before. */
  readonly was?: string
}

export interface Comparison {
  readonly base: Parts
  readonly head: Parts
  readonly changes: readonly Change[]
  /** The spelling of texts in the rulebooks. */
  readonly spell: Spelling
}

/**
 * The differences between two plans. All changes together turn one into the other. `renamed`: rules of BASE that were
 * given the ids of HEAD, with their old ids.
 */
export function comparePlans(
  base: Plan,
  head: Plan,
  renamed: ReadonlyMap<string, string> = new Map(),
  spell: Spelling = folded => folded,
): Comparison {
  const rows = nameRows(base.stages, head.stages)
  const [before, after] = [partsOf(base, rows.base), partsOf(head, rows.head)]
  const changes = [
    ...oneSided(before, after, 'removed'),
    ...[...after.values()].flatMap(part => changed(part, before, after, renamed)),
    ...oneSided(after, before, 'added'),
    ...ORDERED.flatMap(kind => reordered(kind, before, after)),
  ]
  const places = merged([...after.keys()], [...before.keys()])
  const sorted = changes.sort((a, b) => places.indexOf(a.parts[0] ?? '') - places.indexOf(b.parts[0] ?? ''))
  return { base: before, head: after, changes: sorted, spell }
}

/** The parts of a rulebook with one change from it towards another one; from HEAD towards BASE it is taken back. */
export function applyChange(parts: Parts, { kind, parts: names }: Change, towards: Parts): Parts {
  if (kind === 'reordered')
    return inOrder(
      parts,
      [...towards.keys()].filter(name => names.includes(name)),
    )
  let changed = parts
  for (const name of names) {
    const part = towards.get(name)
    if (part === undefined) changed = new Map([...changed].filter(([other]) => other !== name))
    else changed = changed.has(name) ? new Map(changed).set(name, part) : inserted(changed, part, towards)
  }
  return changed
}

/** A new part is inserted after the part that precedes it in its own rulebook. */
function inserted(parts: Parts, part: Part, from: Parts): Parts {
  const names = [...from.keys()]
  const before = names.slice(0, names.indexOf(part.name)).findLast(name => parts.has(name))
  const entries = [...parts]
  const index = entries.findIndex(([name]) => name === before) + 1
  return new Map([...entries.slice(0, index), [part.name, part], ...entries.slice(index)])
}

function inOrder(parts: Parts, order: readonly string[]): Parts {
  const present = order.filter(name => parts.has(name)).values()
  const wanted = new Set(order)
  return new Map(
    [...parts].flatMap(([name, part]) => {
      const next = wanted.has(name) ? parts.get(present.next().value ?? '') : part
      return next === undefined ? [] : [[next.name, next] as const]
    }),
  )
}

/** Rows of which the first match wins. */
const ORDERED: readonly PartKind[] = ['exclusion', 'stage']

function reordered(kind: PartKind, base: Parts, head: Parts): Change[] {
  const common = (parts: Parts, others: Parts) =>
    [...parts.values()].filter(part => part.kind === kind && others.has(part.name)).map(({ name }) => name)
  const order = common(head, base)
  if (order.join('\n') === common(base, head).join('\n')) return []
  return [{ name: `order of ${kind}s`, kind: 'reordered', parts: order, cosmetic: false }]
}

/** Parts of the one that the other does not have. A score goes with its groups and rules, a group with its rules. */
function oneSided(parts: Parts, others: Parts, kind: 'added' | 'removed'): Change[] {
  const alone = new Map([...parts].filter(([name, part]) => !others.has(name) && part.kind !== 'field'))
  const found = new Map<string, string[]>()
  for (const part of alone.values()) {
    const whole = wholeOf(part, alone)
    if (part.kind === 'group' && isBare(part) && whole === part.name) continue
    found.set(whole, [...(found.get(whole) ?? []), part.name])
  }
  return [...found].map(([name, names]) => ({ name, kind, parts: names, cosmetic: false }))
}

function wholeOf(part: Part, alone: Parts): string {
  if (part.kind !== 'rule' && part.kind !== 'group') return part.name
  const score = `score ${part.score}`
  if (alone.has(score)) return score
  const group = alone.get(`group ${part.score}/${part.group}`)
  return group === undefined || isBare(group) ? part.name : group.name
}

/** A group that is only a heading. */
function isBare({ value }: Part): boolean {
  return Object.keys(value).every(key => key === 'name' || key === 'place')
}

function changed(after: Part, base: Parts, head: Parts, renamed: ReadonlyMap<string, string>): Change[] {
  const before = base.get(after.name)
  if (before === undefined) return []
  const isList = (field: string) => [base, head].some(parts => isListField(parts.get(`field ${field}`)))
  const isSame =
    meaningOf(before, isList) === meaningOf(after, isList) &&
    (isAtHome(before, after) || homeOf(before, base) === homeOf(after, head))
  const was = after.kind === 'rule' ? renamed.get(after.value.id) : undefined
  if (isSame && was === undefined && meaning(before, isList) === meaning(after, isList)) return []
  return [{ name: after.name, kind: 'changed', parts: [after.name], cosmetic: isSame, ...(was && { was }) }]
}

function isListField(part: Part | undefined): boolean {
  return part?.kind === 'field' && part.value.type === 'list'
}

function isAtHome(before: Part, after: Part): boolean {
  if (before.kind !== 'rule' || after.kind !== 'rule') return true
  return before.score === after.score && before.group === after.group
}

/** The limits and gates around a rule. */
function homeOf(part: Part, parts: Parts): string {
  if (part.kind !== 'rule') return ''
  const group = parts.get(part.group === '' ? `group ${part.score}` : `group ${part.score}/${part.group}`)
  return group === undefined || isBare(group) ? part.score : group.name
}
