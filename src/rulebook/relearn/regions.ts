import type { RulebookSource } from '../yaml/source.ts'
import { readYaml } from '../yaml/yaml.ts'

/** The lines of one part of a rulebook, from its key to its last value. */
export interface Region {
  readonly key: string
  readonly text: string
}

/** A text in pieces, which make it up again: the parts of a rulebook, and the comments and room between them. */
export type Piece = Region | { readonly between: string }

/** Undefined: the rulebook is no map that is written over several lines. */
export function piecesOf({ file, text }: RulebookSource): Piece[] | undefined {
  const tree = readYaml({ file, text }, () => {})
  if (tree?.kind !== 'map' || tree.entries.some(({ key }) => key.place.col !== 1)) return undefined
  const lines = text.split('\n')
  const starts = tree.entries.map(({ key }) => ({ key: key.text, at: key.place.line - 1 }))
  const pieces: Piece[] = [{ between: linesText(lines.slice(0, starts[0]?.at ?? lines.length)) }]
  for (const [place, { key, at }] of starts.entries()) {
    const next = starts[place + 1]?.at ?? lines.length
    let end = next
    // A comment at the margin belongs to what follows it.
    while (end > at + 1 && /^(?:#|\s*$)/.test(lines[end - 1] ?? '')) end -= 1
    pieces.push({ key, text: linesText(lines.slice(at, end)) })
    const isLast = place === starts.length - 1
    pieces.push({ between: isLast ? lines.slice(end, next).join('\n') : linesText(lines.slice(end, next)) })
  }
  return pieces
}

function linesText(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('')
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(piece => ('between' in piece ? piece.between : piece.text)).join('')
}
