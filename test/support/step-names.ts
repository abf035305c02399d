/**
 * The steps of a printed query that have the name of a column of it. In GoogleSQL such a name means the row of the step
 * where somebody means the column.
 */
export function stepsNamedLikeColumns(query: string): string[] {
  const columns = new Set([...query.matchAll(/ AS (\w+)(?=,|$| --)/gm)].map(([, name]) => name))
  const steps = [...query.matchAll(/^(\w+) AS (?:(?:NOT )?MATERIALIZED )?\($/gm)].map(([, name = '']) => name)
  return steps.filter(name => columns.has(name))
}
