import { plural } from '../../base/counts.ts'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { BEFORE } from '../../ir/plan/before.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Memory } from './memory.ts'

/** How many stages are named. */
const MAX_NAMED = 5

/** Stages of the run before that the rulebook does not have, with the number of their leads: it was another rulebook. */
export function otherStages(memory: Memory | undefined, plan: Plan): Diagnostic[] {
  if (memory === undefined) return []
  const field = memory.fields.indexOf(BEFORE.stage)
  const counts = new Map<number, number>()
  const texts = new Map<number, string>()
  for (let lead = 0; lead < memory.leads(); lead += 1) {
    const value = memory.value(lead, field)
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (!texts.has(value)) texts.set(value, memory.cell(lead, field))
  }
  const stages = [...counts].map(([value, leads]) => ({ stage: texts.get(value) ?? '', leads }))
  return aboutOtherStages(memory.name, stages, plan)
}

/** The same by how many leads of the run before were in each stage. */
export function aboutOtherStages(
  name: string,
  stages: readonly { readonly stage: string; readonly leads: number }[],
  plan: Plan,
): Diagnostic[] {
  const known = new Set(stagesOf(plan).map(fold))
  const found = new Map<string, { readonly stage: string; leads: number }>()
  for (const { stage, leads } of stages) {
    const key = fold(stage)
    if (known.size === 0 || known.has(key)) continue
    const same = found.get(key)
    if (same === undefined) found.set(key, { stage, leads })
    else same.leads += leads
  }
  const others = [...found.values()]
  if (others.length === 0) return []
  const named = others
    .toSorted((a, b) => b.leads - a.leads)
    .slice(0, MAX_NAMED)
    .map(({ stage, leads }) => `${stage} (${leads})`)
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : ''
  const leads = others.reduce((sum, each) => sum + each.leads, 0)
  const message = `${plural(leads, 'lead')} of ${name} ${leads === 1 ? 'was' : 'were'} in stages that the rulebook does not have: ${named.join(', ')}${more}`
  const hint = 'they count as moved; `keep_while` and `cool_down` know a stage by its name'
  return [diagnose('previous/other-stages', message, { hint })]
}
