import { diagnose } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { Refusal } from '../base/refusal.ts'
import { type Column, columnsOf } from '../ir/plan/columns.ts'
import type { Plan } from '../ir/plan/plan.ts'

/** leadq's columns for a plan, or those of them that were asked for (with or without prefix), in the order asked. */
export function chooseColumns(plan: Plan, wanted: readonly string[] | undefined, prefix: string): Column[] {
  const columns = columnsOf(plan)
  if (wanted === undefined) return columns
  const chosen = wanted.map(name => {
    const plain = name.startsWith(prefix) ? name.slice(prefix.length) : name
    const column = columns.find(candidate => candidate.name === plain)
    if (column !== undefined) return column
    const names = columns.map(candidate => candidate.name)
    const hint = didYouMean(plain, names) ?? `there are: ${names.join(', ')}`
    throw new Refusal(
      diagnose('cli/usage', `--columns: this rulebook has no output column \`${name}\``, { hint }),
      'usage',
    )
  })
  return [...new Set(chosen)]
}

/** Which columns of an input stay: all but those that an earlier run of leadq wrote. */
export function splitHeadings(
  headings: readonly string[],
  prefix: string,
): { readonly kept: readonly number[]; readonly dropped: readonly string[] } {
  const isOwn = (heading: string) => (prefix !== '' && heading.startsWith(prefix)) || heading.startsWith('leadq.')
  return {
    kept: headings.flatMap((heading, position) => (isOwn(heading) ? [] : [position])),
    dropped: headings.filter(isOwn),
  }
}
