import type { PageEntry } from '../../ir/results/page.ts'

/** The entries of a cell with reasons: `asks for a demo +40; company cap -12`, or a list in JSON. */
export function ledgerOf(cell: string): PageEntry[] {
  const text = cell.trim()
  return text.startsWith('[') ? ofJson(text) : ofText(text)
}

function ofText(text: string): PageEntry[] {
  return text.split('; ').flatMap(entry => {
    const [, label, points] = /^(.+) ([+-]\d+)$/s.exec(entry) ?? []
    return label === undefined ? [] : [{ label, points: Number(points) }]
  })
}

function ofJson(text: string): PageEntry[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    'text' in entry &&
    'points' in entry &&
    typeof entry.text === 'string' &&
    typeof entry.points === 'number'
      ? [{ label: entry.text, points: entry.points }]
      : [],
  )
}
