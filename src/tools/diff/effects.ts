import { columnsOf } from '../../ir/plan/columns.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { ChangeSummary, Detail, Difference, Effect, Gone } from '../../ir/results/difference.ts'
import { applyChange, type Change, type Comparison } from './changes/changes.ts'
import { detailsOf } from './changes/describe.ts'
import { placeOf, planOf } from './changes/parts.ts'
import { quietEffectOf } from './watch.ts'

/** The effect of each change on the leads, by name. */
export interface EffectSeen extends Pick<Difference, 'together'> {
  /** Leads on which they have an effect. */
  readonly touches: ReadonlyMap<string, number>
  /** Leads that they move alone; missing for one that could not be applied alone. */
  readonly moves: ReadonlyMap<string, number>
}

/** Parts of the output that only the first plan has. */
export function goneBetween(before: Plan, after: Plan): Gone[] {
  const tell = (what: Gone['what'], list: (plan: Plan) => readonly string[]) => {
    const left = new Set(list(after))
    return list(before)
      .filter(name => !left.has(name))
      .map(name => ({ what, name }))
  }
  return [
    ...tell('stage', stagesOf),
    ...tell('tag', ({ tags }) => tags.map(({ name }) => name)),
    ...tell('column', plan => columnsOf(plan).map(({ name }) => name)),
    ...tell('label', plan => labelsOf(plan, after)),
  ]
}

/** Labels of the segments that are still there. */
function labelsOf({ segments }: Plan, after: Plan): string[] {
  const kept = new Set(after.segments.map(({ name }) => name))
  const shown = segments.filter(({ name }) => kept.has(name))
  return shown.flatMap(({ name, rows }) => rows.map(({ label }) => `${name}: ${label}`))
}

/** The changes as the report shows them. */
export function summariseChanges(comparison: Comparison, before: Plan, seen: EffectSeen): ChangeSummary[] {
  return comparison.changes.map(change => summarise(change, comparison, before, seen))
}

function summarise(change: Change, comparison: Comparison, before: Plan, seen: EffectSeen): ChangeSummary {
  const { base, head } = comparison
  const { name, kind, cosmetic, parts } = change
  const found = head.get(parts[0] ?? '') ?? base.get(parts[0] ?? '')
  const place = found && kind !== 'reordered' ? placeOf(found) : undefined
  const moves = seen.moves.get(name)
  const touches = Math.max(seen.touches.get(name) ?? 0, moves ?? 0)
  return {
    part: name,
    kind,
    effect: effectOf(change, comparison, before, seen),
    details: detailsIn(change, comparison),
    ...(!cosmetic && { touches }),
    ...(!cosmetic && moves !== undefined && { moves }),
    ...(place && { place: { file: place.file, line: place.line } }),
  }
}

function detailsIn({ kind, name, parts, was }: Change, comparison: Comparison): Detail[] {
  if (kind === 'reordered') return [orderDetail(parts, comparison)]
  const renamed = was === undefined ? [] : [{ setting: 'id', before: was, after: name.slice(name.indexOf(' ') + 1) }]
  const details = [...renamed, ...parts.flatMap(part => named(part, parts, comparison))]
  // The same rows of a table for a field with several values, in another order: the first that one of them is counts.
  return kind === 'changed' && details.length === 0 ? [{ setting: 'order of the values in its table' }] : details
}

/** The settings of a part; of several parts, with the name of each. */
function named(part: string, parts: readonly string[], { base, head, spell }: Comparison) {
  const details = detailsOf(part, base, head, spell)
  return parts.length === 1 ? details : details.map(detail => ({ ...detail, setting: `${part}: ${detail.setting}` }))
}

function orderDetail(parts: readonly string[], { base, head }: Comparison): Detail {
  const short = (names: readonly string[]) => names.map(name => name.slice(name.indexOf(' ') + 1)).join(', ')
  return {
    setting: 'order',
    before: short([...base.keys()].filter(name => parts.includes(name))),
    after: short([...head.keys()].filter(name => parts.includes(name))),
  }
}

function effectOf(
  change: Change,
  { base, head }: Comparison,
  before: Plan,
  { touches, moves, together }: EffectSeen,
): Effect {
  const { name, cosmetic } = change
  if (cosmetic) return 'cosmetic'
  if (goneBetween(before, planOf(applyChange(base, change, head), before)).length > 0) return 'breaking'
  if ((moves.get(name) ?? 0) > 0 || together.some(({ parts }) => parts.includes(name))) return 'moves-leads'
  return (touches.get(name) ?? 0) > 0 ? quietEffectOf(change, { base, head }) : 'unseen'
}
