import { type Check, type CheckReport, countOutcomes } from '../../ir/results/check-report.ts'
import { clean } from '../terminal/terminal-text.ts'
import { type Format, type FormatContext, linesOf, locationOf } from './format.ts'

/**
 * JUnit's XML, as the readers of Jenkins, GitLab and GitHub agree on it: a suite per file, a case per check. Errors are
 * failures; warnings and notes are said in the output of a case that passed.
 */
export const junit: Format = (report, context) => {
  const files = [...new Set(report.checks.map(({ file }) => file))]
  const suites = files.flatMap(file =>
    suite(
      file,
      report.checks.filter(check => check.file === file),
      report,
      context,
    ),
  )
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: `leadq ${report.command}`, ...totals(report.checks) })}>`,
    ...suites,
    '</testsuites>',
  ]
  return lines.map(line => `${line}\n`).join('')
}

function totals(checks: readonly Check[]): Record<string, string | number> {
  const { error, skipped } = countOutcomes(checks)
  return { tests: checks.length, failures: error, errors: 0, skipped }
}

function suite(file: string, checks: readonly Check[], { command }: CheckReport, context: FormatContext): string[] {
  const cases = checks.flatMap(check => caseOf(check, command, context).map(line => `    ${line}`))
  const name = context.inRepository(file) ?? file
  return [`  <testsuite${attributes({ name, ...totals(checks) })}>`, ...cases, '  </testsuite>']
}

function caseOf(check: Check, command: string, context: FormatContext): string[] {
  const located = locationOf(check, context)
  const start = `<testcase${attributes({
    name: check.name,
    classname: `leadq.${command}`,
    ...(located && { file: located.path, line: located.place.line }),
  })}`
  const inside = outcomeOf(check, context)
  return inside === undefined ? [`${start}/>`] : [`${start}>`, `  ${inside}`, '</testcase>']
}

function outcomeOf(check: Check, context: FormatContext): string | undefined {
  const { outcome, id, message } = check
  const text = escapeXml(linesOf(check, context).join('\n'))
  switch (outcome) {
    case 'error':
      return `<failure${attributes({ message, type: id })}>${text}</failure>`
    case 'skipped':
      return `<skipped${attributes({ message })}/>`
    case 'warning':
    case 'info':
      return `<system-out>${escapeXml(`${outcome} ${id}: `)}${text}</system-out>`
    case 'passed':
      return undefined
  }
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(clean(String(value)))}"`)
    .join('')
}

/** XML has no way at all to write most control characters and half a pair of surrogates: they are shown as missing. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '\ufffd').replace(/[&<>"\r]/g, sign => ENTITIES[sign] ?? sign)
}
