import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Row } from '../../io/records.ts'
import { COLUMN_NAMES } from '../../ir/plan/columns.ts'

/** Where leadq's columns stand in a file that it has scored. */
export interface OwnColumns {
  readonly stage: number
  readonly total: number | undefined
  readonly reasons: number | undefined
  readonly owner: number | undefined
  readonly next: number | undefined
  readonly due: number | undefined
  readonly since: number | undefined
  readonly stageBefore: number | undefined
  readonly chance: number | undefined
  readonly duplicateOf: number | undefined
  readonly scores: readonly NamedColumn[]
  readonly segments: readonly NamedColumn[]
  /** Columns of the export, which leadq did not write. */
  readonly others: readonly NamedColumn[]
}

export interface NamedColumn {
  readonly name: string
  readonly position: number
}

/**
 * Finds leadq's columns by their names: `leadq_fit` in tables, `leadq.scores.fit` in JSON. In tables a column is a score if
 * all of its first cells are whole numbers, and a segment otherwise.
 */
export function findOwnColumns(
  name: string,
  headings: readonly string[],
  first: readonly Row[],
  prefix: string,
): OwnColumns {
  const own = headings.flatMap((heading, position) => {
    const short = heading.startsWith('leadq.')
      ? heading.slice('leadq.'.length)
      : prefix !== '' && heading.startsWith(prefix)
        ? heading.slice(prefix.length)
        : undefined
    return short === undefined ? [] : [{ name: short, position }]
  })
  const positions = new Map(own.map(column => [column.name, column.position]))
  const stage = positions.get('stage')
  if (stage === undefined) throw notScored(name, prefix)
  const taken = new Set<string>([...COLUMN_NAMES, 'stage_before'])
  const further = own.filter(column => !taken.has(column.name))
  const isScore = ({ name: short, position }: NamedColumn) =>
    short.startsWith('scores.') || (!short.startsWith('segments.') && isNumbers(first, position))
  const plain = ({ name: short, position }: NamedColumn) => ({
    name: short.replace(/^(?:scores|segments)\./, ''),
    position,
  })
  const isOwn = new Set(own.map(({ position }) => position))
  return {
    stage,
    total: positions.get('score'),
    reasons: positions.get('reasons'),
    owner: positions.get('owner'),
    next: positions.get('next'),
    due: positions.get('due'),
    since: positions.get('since'),
    stageBefore: positions.get('stage_before'),
    chance: positions.get('chance'),
    duplicateOf: positions.get('duplicate_of'),
    scores: further.filter(isScore).map(plain),
    segments: further.filter(column => !isScore(column)).map(plain),
    others: headings.flatMap((heading, position) =>
      isOwn.has(position) || heading.trim() === '' ? [] : [{ name: heading, position }],
    ),
  }
}

/** A score that no column could feed is empty everywhere; a segment never is. */
function isNumbers(rows: readonly Row[], position: number): boolean {
  return rows.every(({ cells }) => /^(?:-?\d+)?$/.test(cells[position] ?? ''))
}

function notScored(name: string, prefix: string): Refusal {
  const message = `${name} has no column \`${prefix}stage\`: leadq has not scored it`
  const hint = 'score it first: `leadq score FILE`; a prefix of your own is given with `--prefix`'
  return new Refusal(diagnose('file/not-scored', message, { hint }), 'data')
}
