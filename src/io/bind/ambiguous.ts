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
  const taken = new Set(matched)
  const found = headings.flatMap((heading, position) =>
    taken.has(position) || heading.trim() === '' ? [] : (meaningOf(heading, missing) ?? []),
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
  const meanings =
    ofSystems()
      .get(headingKey(heading))
      ?.filter(({ field }) => missing.has(field)) ?? []
  const [first] = meanings
  return first && { heading, field: first.field, systems: meanings.map(({ system }) => system) }
}

interface SystemMeaning {
  readonly system: string
  readonly field: string
}

let byKey: ReadonlyMap<string, readonly SystemMeaning[]> | undefined

/** All headings of all systems, with the fields that they mean there. */
function ofSystems(): ReadonlyMap<string, readonly SystemMeaning[]> {
  byKey ??= indexSystems()
  return byKey
}

function indexSystems(): Map<string, SystemMeaning[]> {
  const index = new Map<string, SystemMeaning[]>()
  for (const [system, of] of Object.entries(SYSTEMS) as [string, System][]) {
    for (const [field, names] of Object.entries(headingsOf(of))) {
      for (const key of new Set(names.map(headingKey))) {
        const meanings = index.get(key)
        if (meanings === undefined) index.set(key, [{ system, field }])
        else meanings.push({ system, field })
      }
    }
  }
  return index
}
