import type { ScalarNode } from '../yaml/node.ts'

/** A line of a table: its cells, trimmed, each with its place. */
export interface TableLine {
  readonly cells: readonly ScalarNode[]
  readonly line: ScalarNode
}

/** The lines of a CSV that stands in a block of YAML (`|`); blank lines are passed over. */
export function tableLines(node: ScalarNode, source: readonly string[]): TableLine[] {
  return node.text.split('\n').flatMap((text, index) => {
    if (text.trim() === '') return []
    const line = lineNode(node, text, index, source)
    const spans = cellSpans(text)
    return [{ line, cells: spans.map(span => cellNode(line, text, span)) }]
  })
}

/** Only in a block every line of the text is one of the file; elsewhere all of them stand where the text does. */
function lineNode(node: ScalarNode, text: string, index: number, source: readonly string[]): ScalarNode {
  const { file, line } = node.place
  const written = source[line + index]?.replace(/\r$/, '') ?? ''
  if (node.plain || !written.endsWith(text)) return { ...node, text }
  const col = written.length - text.length + 1
  const place = { file, line: line + index + 1, col, endLine: line + index + 1, endCol: written.length + 1 }
  return { kind: 'scalar', text, plain: true, place }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Where the cells are; a quoted one may hold a comma. */
function cellSpans(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  let isQuoted = false
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    if (at < text.length && (text[at] !== ',' || isQuoted)) continue
    spans.push({ from, to: at })
    from = at + 1
  }
  return spans
}

function cellNode({ place }: ScalarNode, text: string, { from, to }: Span): ScalarNode {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  const start = from + raw.length - raw.trimStart().length
  const isOnLine = place.endLine === place.line && (place.endCol ?? 0) - place.col === text.length
  const own = isOnLine
    ? { ...place, col: place.col + start, endCol: place.col + start + Math.max(1, trimmed.length) }
    : place
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
  const cell = isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed
  return { kind: 'scalar', text: cell, plain: !isQuoted, place: own }
}
