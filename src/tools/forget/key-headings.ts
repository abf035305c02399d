/** Columns of leadq's own files that hold the key of a lead. */
const OWN = ['key', 'id', 'email'] as const

/** Fields that identify a lead. */
const FIELDS: ReadonlySet<unknown> = new Set(['id', 'email'])

/** The headings of the columns that identify leads, as the summary of a run says how its inputs were bound. */
export function keyHeadings(summary: string | undefined): string[] {
  const found: string[] = [...OWN]
  for (const input of listIn(parsed(summary), 'inputs')) {
    for (const column of listIn(input, 'bound')) {
      const [field, headings] = [valueIn(column, 'field'), valueIn(column, 'columns') ?? valueIn(column, 'column')]
      if (!FIELDS.has(field)) continue
      for (const heading of Array.isArray(headings) ? headings : [headings])
        if (typeof heading === 'string') found.push(heading)
    }
  }
  return found
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function listIn(value: unknown, key: string): unknown[] {
  const found = valueIn(value, key)
  return Array.isArray(found) ? found : []
}
