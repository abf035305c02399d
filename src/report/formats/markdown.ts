import { type Check, isFinding, type Outcome, worstFirst } from '../../ir/results/check-report.ts'
import { thousands } from '../numbers.ts'
import { type Format, type FormatContext, linesOf, locationOf } from './format.ts'
import { markdownCode, markdownText } from './markdown-text.ts'

/** A comment of GitHub holds 65,536 characters; the rest is room for what others put around it. */
const MAX_COMMENT_LENGTH = 60_000

const MARKS: Readonly<Record<Outcome, string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  info: 'ℹ️ note',
  skipped: 'skipped',
  passed: 'passed',
}

/** A comment under a pull request, or the summary of a step. Its first line tells leadq's comments from others. */
export const markdown: Format = ({ command, summary, checks }, context) => {
  const head = [`<!-- leadq:${command} -->`, `### leadq ${command}: ${markdownText(summary)}`]
  const findings = worstFirst(checks.filter(isFinding))
  if (findings.length === 0) return join(head)
  const table = ['', '| | where | what |', '| --- | --- | --- |']
  return join([
    ...head,
    ...table,
    ...fitting(
      findings.map(check => row(check, context)),
      [...head, ...table],
    ),
  ])
}

/** As many rows as there is room for; the rest is counted. */
function fitting(rows: readonly string[], before: readonly string[]): string[] {
  let room = MAX_COMMENT_LENGTH - join(before).length
  const end = rows.findIndex(text => {
    room -= text.length + 1
    return room < 0
  })
  if (end === -1) return [...rows]
  return [...rows.slice(0, end), '', `and ${thousands(rows.length - end)} more`]
}

function row(check: Check, context: FormatContext): string {
  const located = locationOf(check, context)
  const where = located === undefined ? '' : markdownCode(`${located.path}:${located.place.line}`)
  const said = linesOf(check, context).map(markdownText)
  return `| ${MARKS[check.outcome]} | ${where} | ${said.join('<br>')} ${markdownCode(check.id)} |`
}

function join(lines: readonly string[]): string {
  return lines.map(text => `${text}\n`).join('')
}
