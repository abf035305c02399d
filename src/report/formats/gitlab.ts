import { isFinding, type Outcome } from '../../ir/results/check-report.ts'
import { printJson } from '../json.ts'
import { type Format, linesOf, locationOf } from './format.ts'

const SEVERITIES: Readonly<Record<Outcome, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  skipped: 'info',
  passed: 'info',
}

/**
 * GitLab's code quality report. It wants a path and a line of every finding, and takes findings of one fingerprint for
 * one, so these are made different.
 */
export const gitlab: Format = ({ checks }, context) => {
  const seen = new Map<string, number>()
  const issues = checks.filter(isFinding).flatMap(check => {
    const located = locationOf(check, context)
    if (located === undefined) return []
    const nth = (seen.get(check.fingerprint) ?? 0) + 1
    seen.set(check.fingerprint, nth)
    return [
      {
        description: linesOf(check, context).join('\n'),
        check_name: check.id,
        fingerprint: nth === 1 ? check.fingerprint : `${check.fingerprint}-${nth}`,
        severity: SEVERITIES[check.outcome],
        location: { path: located.path, lines: { begin: located.place.line } },
      },
    ]
  })
  return printJson(issues)
}
