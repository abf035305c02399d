import { type Check, isFinding, type Outcome, worstFirst } from '../../ir/results/check-report.ts'
import { thousands } from '../numbers.ts'
import { clean } from '../terminal/terminal-text.ts'
import { type Format, type FormatContext, linesOf, locationOf } from './format.ts'

/** GitHub shows this many annotations per level and step, and drops the rest silently. */
const MAX_ANNOTATIONS = 10
/** Maximum length of an annotation. */
const MAX_MESSAGE_LENGTH = 4_000

const LEVELS: Readonly<Partial<Record<Outcome, string>>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Annotations: one workflow command a line. The step's summary, for the rest, is `markdown`. */
export const github: Format = ({ checks }, context) => {
  const findings = worstFirst(checks.filter(isFinding))
  const shown = findings.filter((check, index) => rankOf(check, findings.slice(0, index)) < MAX_ANNOTATIONS)
  const hidden = findings.length - shown.length
  const more = hidden > 0 ? [`${thousands(hidden)} more are in the summary of this step`] : []
  return [...shown.map(check => annotation(check, context)), ...more].map(line => `${line}\n`).join('')
}

function rankOf({ outcome }: Check, before: readonly Check[]): number {
  return before.filter(check => check.outcome === outcome).length
}

function annotation(check: Check, context: FormatContext): string {
  const located = locationOf(check, context)
  const properties = [...(located === undefined ? [] : positionOf(located)), ['title', `leadq ${check.id}`]] as const
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const message = linesOf(check, context).map(clean).join('\n').slice(0, MAX_MESSAGE_LENGTH)
  return `::${LEVELS[check.outcome] ?? 'notice'} ${written.join(',')}::${escapeData(message)}`
}

/** Columns are only read where start and end are in one line. */
function positionOf({
  path,
  place,
}: NonNullable<ReturnType<typeof locationOf>>): (readonly [string, string | number])[] {
  const { line, col, endLine = line, endCol } = place
  const columns =
    endLine === line ? [['col', col] as const, ...(endCol === undefined ? [] : [['endColumn', endCol] as const])] : []
  return [['file', clean(path)], ['line', line], ['endLine', endLine], ...columns]
}

/** As the runner reads the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As the runner reads a property of a command. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
