import type { Difference, GateResult } from '../../ir/results/difference.ts'
import { markdownCode, markdownText } from '../formats/markdown-text.ts'
import { thousands } from '../numbers.ts'
import {
  becauseWord,
  changesWord,
  effectWord,
  gateWord,
  goneWord,
  movedWord,
  pointsWord,
  scoreWord,
  togetherWords,
  whatWord,
} from './words.ts'

/** Marks the comment, so that the next run can find and replace it. */
const MARK = '<!-- leadq:diff -->'

/** GitHub refuses a comment of more than 65,536 characters. */
const MAX_COMMENT_LENGTH = 60_000

/** A comment for a pull request: the verdict and the matrix at once, the rest to be opened. */
export function markdownDifference(difference: Difference): string {
  const blocks = [
    [MARK, `### leadq: ${title(difference)}`],
    [
      `${markdownCode(difference.base.source)} → ${markdownCode(difference.head.source)} on ${markdownCode(difference.data.name)}, as of ${difference.as_of}`,
    ],
    gates(difference),
    matrix(difference),
    changes(difference),
    movers(difference),
    scores(difference),
    labels(difference),
    warnings(difference),
  ]
  const text = `${blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
  return text.length <= MAX_COMMENT_LENGTH ? text : `${cutAtLine(text)}\n\n*The rest does not fit into a comment.*\n`
}

/** Whole lines only, and no `<details>` left open. */
function cutAtLine(text: string): string {
  const kept = text.slice(0, text.lastIndexOf('\n', MAX_COMMENT_LENGTH))
  const open = (kept.match(/<details>/g) ?? []).length - (kept.match(/<\/details>/g) ?? []).length
  return kept + '\n\n</details>'.repeat(open)
}

function title(difference: Difference): string {
  const refused = difference.gates.filter(({ status }) => status === 'fail').length
  const moved = movedWord(difference)
  return refused === 0 ? moved : `${moved} — ${refused === 1 ? 'a gate fails' : `${refused} gates fail`}`
}

const MARKS: Readonly<Record<GateResult['status'], string>> = { pass: '✅', warn: '⚠️', fail: '❌', waived: '☑️' }

function gates({ gates: results }: Difference): string[] {
  return results.map(result => {
    const { status, fingerprint, waived } = result
    const note = waived
      ? ` — waived until ${waived.expires}: ${plain(waived.reason)}`
      : fingerprint
        ? ` (${markdownCode(fingerprint)})`
        : ''
    return `- ${MARKS[status]} ${plain(gateWord(result))}${note}`
  })
}

function matrix({ matrix: counts, stages, data }: Difference): string[] {
  if (data.leads === 0 || stages.length === 0) return []
  const cell = (from: string, to: string) => {
    const leads = counts[from]?.[to] ?? 0
    if (leads === 0) return ''
    return from === to ? thousands(leads) : `**${thousands(leads)}**`
  }
  return table(
    ['before \\ after', ...stages.map(plain)],
    stages.map(from => [plain(from), ...stages.map(to => cell(from, to))]),
    true,
  )
}

function changes(difference: Difference): string[] {
  const gone = goneWord(difference)
  const together = togetherWords(difference).map(line => `- ${plain(line)}`)
  const rows = difference.changes.map(change => [
    markdownCode(change.part),
    plain(whatWord(change)),
    effectWord(change),
  ])
  return [
    `**${changesWord(difference)}**`,
    ...(rows.length === 0 ? [] : ['', ...table(['part', 'change', 'effect'], rows)]),
    ...(together.length === 0 ? [] : ['', ...together]),
    ...(gone === '' ? [] : ['', `⚠️ Gone: ${plain(gone)}.`]),
  ]
}

function movers({ movers: shown, moved }: Difference): string[] {
  const [first] = shown
  if (first === undefined) return []
  const further = Object.keys(first.shown ?? {})
  const rows = shown.map(mover => [
    markdownCode(mover.lead),
    plain(mover.from),
    plain(mover.to),
    plain(pointsWord(mover)),
    plain(becauseWord(mover)),
    ...further.map(name => plain(mover.shown?.[name] ?? '')),
  ])
  const count = shown.length < moved.leads ? `${shown.length} of ${thousands(moved.leads)}` : thousands(moved.leads)
  return details(
    `Leads that move (${count})`,
    table(['lead', 'from', 'to', 'score', 'because', ...further.map(plain)], rows),
  )
}

function scores(difference: Difference): string[] {
  const { histogram, changed } = difference.scores
  if (changed === 0) return []
  const rows = histogram.map(({ from, to, before, after }) => [
    from === to ? String(from) : `${from} to ${to}`,
    thousands(before),
    thousands(after),
  ])
  return details(scoreWord(difference), table(['score', 'before', 'after'], rows, true))
}

function labels({ grades, segments, tags }: Difference): string[] {
  const rows = [
    ...rowsOf('grade', grades),
    ...Object.entries(segments).flatMap(([name, { labels: counts }]) => rowsOf(name, counts)),
    ...rowsOf('tag', tags),
  ]
  return rows.length === 0 ? [] : details('Grades, segments and tags', table(['', 'before', 'after'], rows, true))
}

function rowsOf(kind: string, counts: Difference['grades']): string[][] {
  return Object.entries(counts)
    .filter(([, { before, after }]) => before !== after)
    .map(([label, { before, after }]) => [plain(`${kind} ${label}`), thousands(before), thousands(after)])
}

function warnings({ warnings: found }: Difference): string[] {
  return found.filter(({ severity }) => severity !== 'info').map(({ message }) => `- ⚠️ ${plain(message)}`)
}

function details(summary: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summary.replaceAll('->', '→')}</summary>`, '', ...lines, '', '</details>']
}

function table(headings: readonly string[], rows: readonly (readonly string[])[], numbers = false): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = headings.map((_, index) => (numbers && index > 0 ? '--:' : '---'))
  return [line(headings), line(rule), ...rows.map(line)]
}

/** Text of leads, rulebooks and branches. */
function plain(text: string): string {
  return markdownText(text.replaceAll('->', '→'))
}
