import type { Piece } from './regions.ts'

/** How the account begins that `tune` gives of itself above a rulebook. */
const LEARNED = /^# Learned by leadq from /

/** The new account in the place of the old one; all other lines stay. */
export function joinHead(own: Piece, fresh: Piece | undefined): Piece {
  if (!('between' in own) || fresh === undefined || !('between' in fresh)) return own
  const lines = own.between.split('\n')
  const freshLines = fresh.between.split('\n')
  const learned = spanOf(freshLines)
  const account = freshLines.slice(learned.from, learned.to)
  // What lint need not say of a learned rulebook.
  const remarks = freshLines.slice(learned.to).filter(line => line !== '' && !lines.includes(line))
  const { from, to } = spanOf(lines)
  const apart = from > 0 && lines[from - 1] !== '' ? [''] : []
  const added = [...account, '', ...(remarks.length === 0 ? [] : [...remarks, ''])]
  return { between: [...lines.slice(0, from), ...apart, ...added, ...trimmed(lines.slice(to))].join('\n') }
}

/** The paragraph; where there is none, a place behind what comes first. */
function spanOf(lines: readonly string[]): { readonly from: number; readonly to: number } {
  const from = lines.findIndex(line => LEARNED.test(line))
  if (from < 0) {
    const end = lines.findLastIndex(line => line.startsWith('#')) + 1
    return { from: end, to: end }
  }
  const blank = lines.findIndex((line, at) => at > from && line.trim() === '')
  return { from, to: blank < 0 ? lines.length : blank }
}

function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => line !== '')
  return first < 0 ? [''] : lines.slice(first)
}
