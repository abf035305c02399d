import { columnsOf } from '../../ir/columns.ts'
import type { ChangeSummary, Effect, Gone } from '../../ir/difference.ts'
import { type Plan, stagesOf } from '../../ir/plan.ts'
import { applyChange, type Change, type Comparison } from './changes.ts'
import { detailsOf } from './describe.ts'
import { placeOf, planOf } from './parts.ts'
import { quietEffectOf } from './watch.ts'

/** What a change came to on the leads. */
export interface Seen {
  readonly touches: number
  /** Leads that it moves alone; undefined if it was not applied alone. */
  readonly moves: number | undefined
  /** It is among the changes that only together move some lead. */
  readonly together: boolean
}

/** What was in the output of the one plan and is not in that of the other. */
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

/** A change as the report shows it. */
export function summariseChange(change: Change, comparison: Comparison, before: Plan, seen: Seen): ChangeSummary {
  const { base, head } = comparison
  const { name, kind, cosmetic, parts } = change
  const [first = ''] = parts
  const found = head.get(first) ?? base.get(first)
  const place = found && kind !== 'reordered' ? placeOf(found) : undefined
  return {
    part: name,
    kind,
    effect: effectOf(change, comparison, before, seen),
    details:
      kind === 'reordered' ? [orderDetail(change, comparison)] : parts.flatMap(part => named(part, parts, comparison)),
    ...(!cosmetic && { touches: seen.touches }),
    ...(!cosmetic && seen.moves !== undefined && { moves: seen.moves }),
    ...(place && { place: { file: place.file, line: place.line } }),
  }
}

/** The settings of a part; of several parts, with the name of each. */
function named(part: string, parts: readonly string[], { base, head }: Comparison) {
  const details = detailsOf(part, base, head)
  return parts.length === 1 ? details : details.map(detail => ({ ...detail, setting: `${part}: ${detail.setting}` }))
}

function orderDetail({ parts }: Change, { base }: Comparison) {
  const short = (names: readonly string[]) => names.map(name => name.slice(name.indexOf(' ') + 1)).join(', ')
  return { setting: 'order', before: short([...base.keys()].filter(name => parts.includes(name))), after: short(parts) }
}

function effectOf(
  change: Change,
  { base, head }: Comparison,
  before: Plan,
  { touches, moves, together }: Seen,
): Effect {
  if (change.cosmetic) return 'cosmetic'
  if (goneBetween(before, planOf(applyChange(base, change, head), before)).length > 0) return 'breaking'
  if (together || (moves ?? 0) > 0) return 'moves-leads'
  return touches === 0 ? 'unseen' : quietEffectOf(change, { base, head })
}
