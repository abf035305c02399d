/** The names of two lists in the order of the first; those that only the second has stand behind what they follow in it. */
export function merged(first: readonly string[], second: readonly string[]): string[] {
  const all = [...first]
  for (const [index, name] of second.entries()) {
    if (all.includes(name)) continue
    const before = second[index - 1]
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, name)
  }
  return all
}
