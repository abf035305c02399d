import { hasErrors } from '../../base/diagnostic.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { commit, type Host } from '../../leads/host.ts'
import { type Library, type Mend, mendRulebook, type RulebookSource, readRulebook } from '../../rulebook/index.ts'

/** A rulebook that was mended. */
export interface MendedBook {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly mends: readonly Mend[]
}

/** Repairs all problems with a single right answer; undefined if there are none, or if the meaning would change. */
export function mendBook(source: RulebookSource, library: Library): MendedBook | undefined {
  const { text, mends } = mendRulebook(source)
  if (text === source.text) return undefined
  const [old, now] = [readRulebook(source, library), readRulebook({ ...source, text }, library)]
  const isSame = old.plan === undefined ? !hasErrors(now.diagnostics) : isSamePlan(old.plan, now.plan)
  return isSame ? { file: source.file, before: source.text, after: text, mends } : undefined
}

export async function writeMended({ file, after }: MendedBook, host: Host): Promise<void> {
  const sink = await host.create(file, 'update')
  await sink.write(after)
  await commit([sink])
}

/** Compares plans without places, unused lists and repeated values. */
function isSamePlan(before: Plan, after: Plan | undefined): boolean {
  return after !== undefined && meaningOf(before) === meaningOf(after)
}

function meaningOf(plan: Plan): string {
  return JSON.stringify(plan, (key, value: unknown) => {
    if (key === 'place' || key === 'lists') return undefined
    return key === 'values' && Array.isArray(value)
      ? [...new Set(value.map(each => String(each).toLowerCase()))]
      : value
  })
}
