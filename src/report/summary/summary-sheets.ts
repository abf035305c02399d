import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import type { Cell } from '../../ir/values/cell.ts'
import { formatName } from './format-name.ts'

/** The rows of a sheet beside the leads. */
export type SheetRows = readonly (readonly Cell[])[]

/** The summary as a sheet, complete for a reader who has only the workbook. */
export function summarySheet(summary: Summary): SheetRows {
  const { counts, stages, scores, grades, segments, tags, excluded, quality, warnings } = summary
  const labels = [
    ...Object.entries(grades).map(([grade, leads]): Cell[] => ['grade', grade, leads]),
    ...Object.entries(segments).flatMap(([name, counted]) =>
      Object.entries(counted).map(([label, leads]): Cell[] => [name, label, leads]),
    ),
    ...Object.entries(tags).map(([tag, leads]): Cell[] => ['tag', tag, leads]),
    ...Object.entries(excluded).map(([id, leads]): Cell[] => ['excluded', id, leads]),
  ]
  return blocks(
    [['leadq', summary.tool.version], ...rulebookRows(summary), ['as of', summary.as_of]],
    [
      ['leads'],
      ...Object.entries(counts).map(([name, count]): Cell[] => [name === 'left_out' ? 'skipped' : name, count]),
    ],
    table(
      ['stage', 'leads', 'share %', 'median score'],
      Object.entries(stages).map(([stage, { leads, share, median_score }]) => [
        stage,
        leads,
        percent(share),
        median_score,
      ]),
    ),
    table(
      ['score', 'median', 'highest', 'reachable'],
      Object.entries(scores).map(([name, { known, median, highest, reachable }]) =>
        known ? [name, median, highest, reachable] : [name, 'no data'],
      ),
    ),
    table(['label', 'value', 'leads'], labels),
    ...summary.inputs.map(inputRows),
    table(
      ['field', 'filled', 'empty', 'invalid', 'ranges'],
      quality.map(({ field, filled, empty, invalid, ranges }) => [field, filled, empty, invalid, ranges]),
    ),
    table(
      ['warning', 'message'],
      warnings.map(({ code, message }) => [code, message]),
    ),
  )
}

/** Every rule with its counts. */
export function rulesSheet(summary: Summary): SheetRows {
  return blocks(
    rulebookRows(summary),
    table(
      ['id', 'label', 'fired', 'points'],
      summary.rules.map(({ id, label, fired, points }) => [id, label, fired, points]),
    ),
  )
}

function rulebookRows({ rulebook: { name, version, source, sha256 } }: Summary): Cell[][] {
  return [
    ['rulebook', name],
    ['version', version ?? null],
    ['source', source],
    ['sha256', sha256],
  ]
}

/** Formats detected in an input; a wrong detection would make the whole summary wrong. */
function inputRows(input: InputSummary): Cell[][] {
  const facts = [
    ['format', formatName(input.format)],
    ['sheet', input.sheet],
    ['encoding', input.encoding],
    ['delimiter', input.delimiter === '\t' ? 'tab' : input.delimiter],
    ['recognised', input.system],
  ] as const
  return [
    ['input', input.name],
    ...facts.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact]])),
    ...Object.entries(input.left_out).map(([why, count]): Cell[] => [`skipped: ${why}`, count]),
    ...input.rejects.map(({ code, count, message }): Cell[] => [`rejected: ${code}`, count, message]),
    ...input.bound.map(({ field, columns, by, read_as }): Cell[] => [
      `field ${field}`,
      columns.join(' | '),
      [by, read_as].filter(part => part !== undefined).join(', '),
    ]),
  ]
}

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  return rows.length === 0 ? [] : [header, ...rows]
}

/** With an empty row between two blocks; empty ones are left out. */
function blocks(...all: readonly (readonly (readonly Cell[])[])[]): SheetRows {
  return all.filter(rows => rows.length > 0).flatMap((rows, index) => (index === 0 ? rows : [[], ...rows]))
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
