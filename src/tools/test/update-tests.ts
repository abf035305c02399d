import type { Aspect, Expectation } from '../../ir/plan/lead-test.ts'
import { inlineYaml } from '../../rulebook/index.ts'
import { actualOf, namesIn } from './actual.ts'
import type { RunTest } from './run-tests.ts'
import type { JudgedTest } from './score-test-lead.ts'

/** The replacement for the text of an expectation. */
interface Edit extends Pick<Expectation, 'place' | 'within'> {
  readonly value: string | number | readonly string[]
}

export interface Updated {
  readonly text: string
  /** How many values were rewritten. */
  readonly values: number
}

/**
 * Updates the values of failed expectations in the text of a tests file. Nothing else is touched, so that comments and
 * layout stay. An item of a list (`tags`, `fired`) that does not hold is taken out of it.
 */
export function updateTests(text: string, run: readonly RunTest[]): Updated {
  const failed = run.filter(({ result }) => result.state === 'failed').flatMap(editsFor)
  const onOneLine = failed.filter(({ place }) => place.endLine === place.line)
  const edits = [...new Map(onOneLine.map(edit => [`${edit.place.line}:${edit.place.col}`, edit])).values()]
  const lines: (string | undefined)[] = text.split('\n')
  // From the end, so that earlier offsets stay valid.
  for (const edit of edits.sort((a, b) => b.place.line - a.place.line || b.place.col - a.place.col)) {
    const index = edit.place.line - 1
    lines[index] = rewritten(lines[index] ?? '', edit, lines[index - 1], lines[index + 1])
  }
  return { text: lines.filter(line => line !== undefined).join('\n'), values: edits.length }
}

function editsFor({ judged, failed }: RunTest): Edit[] {
  // Conditions are not updated: a person has to decide.
  return failed.flatMap(({ of, place, within }) =>
    of.kind === 'condition' ? [] : [{ place, ...(within && { within }), value: editedValue(of, within, judged) }],
  )
}

function editedValue(of: Aspect, within: Edit['within'], judged: JudgedTest): Edit['value'] {
  if (of.kind !== 'none') return actualOf(of, judged)
  const names = namesIn(of.name, judged.bound, judged.verdict)
  return within === 'cell' ? names.join('; ') : names
}

/** A line with the new value; undefined for a line that goes. */
function rewritten(line: string, edit: Edit, above = '', below = ''): string | undefined {
  const { place, within, value } = edit
  const before = line.slice(0, place.col - 1)
  const after = line.slice((place.endCol ?? place.col + 1) - 1)
  switch (within) {
    case 'cell':
      return before + cellText(String(value)) + after
    case 'list-in-cell':
      return withoutItem(before, after, ';')
    case 'list': {
      if (/^\s*- $/.test(before)) return withoutLine(before, [above, below])
      const isAlone = !/[[,]\s*$/.test(before)
      return isAlone ? `${before}[]${after}` : withoutItem(before, after, ',')
    }
    default:
      return before + inlineYaml(value) + after
  }
}

/** An item goes with what separates it from the next one, or from the one before. */
function withoutItem(before: string, after: string, separator: ',' | ';'): string {
  const next = after.trimStart()
  if (next.startsWith(separator)) return before + next.slice(1).trimStart()
  const previous = before.trimEnd()
  return (previous.endsWith(separator) ? previous.slice(0, -1) : before) + after
}

/** The last item of a list leaves an empty one behind. */
function withoutLine(before: string, neighbours: readonly string[]): string | undefined {
  return neighbours.some(line => line.startsWith(before)) ? undefined : before.replace('- ', '[]')
}

function cellText(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
