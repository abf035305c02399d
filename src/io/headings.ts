import { type Diagnostic, diagnose } from '../base/diagnostic.ts'
import type { Place } from '../base/place.ts'

/** A warning if columns have no name, or share one. They can still be told apart by their position. */
export function checkHeadings(headings: readonly string[], place: Place): Diagnostic[] {
  const blank = headings.flatMap((heading, index) => (heading.trim() === '' ? [index + 1] : []))
  const double = [...countNames(headings)].filter(([name, count]) => count > 1 && name.trim() !== '')
  const problems = [
    ...(blank.length > 0 ? [`no name for column ${blank.join(', ')}`] : []),
    ...double.map(([name, count]) => `${count} columns are named \`${name}\``),
  ]
  return problems.length === 0 ? [] : [diagnose('file/headings', problems.join('; '), { place })]
}

/** A name of its own for every column: `column 3` for a blank one, `Phone Number#2` for the second of a name. */
export function uniqueNames(headings: readonly string[], reserved: readonly string[] = []): string[] {
  const taken = new Set(headings)
  const seen = new Set(reserved)
  return headings.map((heading, index) => {
    const name = heading.trim() === '' ? `column ${index + 1}` : heading
    let unique = name
    for (let count = 2; seen.has(unique) || (unique !== heading && taken.has(unique)); count++)
      unique = `${name}#${count}`
    seen.add(unique)
    return unique
  })
}

function countNames(headings: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const heading of headings) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  return counts
}
