import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { headingsOf, type System } from '../../ir/catalogue/system.ts'
import { SYSTEMS } from '../../ir/catalogue/systems.ts'
import { headingKey } from '../../ir/values/heading.ts'
import type { Sample } from './sampled-columns.ts'

const NAMED = 5

interface Meaning {
  readonly heading: string
  readonly field: string
  readonly systems: readonly string[]
}

/** Ambiguous headings such as `Status`: they could fill a missing field, but their meaning depends on the system. */
export function ambiguousHeadings(
  { name, headings }: Sample,
  missing: ReadonlySet<string>,
  matched: readonly number[],
): Diagnostic[] {
  const found = headings.flatMap((heading, position) =>
    matched.includes(position) || heading.trim() === '' ? [] : (meaningOf(heading, missing) ?? []),
  )
  const [first] = found
  if (first === undefined) return []
  const names = found.slice(0, NAMED).map(({ heading }) => `\`${heading}\``)
  const are = found.length === 1 ? 'is ambiguous and was' : 'are ambiguous and were'
  return [
    diagnose('bind/ambiguous-heading', `${name} is not a known system's export; ${names.join(', ')} ${are} ignored`, {
      hint: `name the system: \`--from ${first.systems[0]}\`, or the column: \`fields: { ${first.field}: { from: ${first.heading} } }\``,
    }),
  ]
}

function meaningOf(heading: string, missing: ReadonlySet<string>): Meaning | undefined {
  const key = headingKey(heading)
  const meanings = (Object.entries(SYSTEMS) as [string, System][]).flatMap(([system, of]) =>
    Object.entries(headingsOf(of)).flatMap(([field, names]) =>
      missing.has(field) && names.some(name => headingKey(name) === key) ? [{ system, field }] : [],
    ),
  )
  const [first] = meanings
  return first && { heading, field: first.field, systems: meanings.map(({ system }) => system) }
}
