import { diagnose } from '../../base/diagnostic.ts'
import type { Finding } from '../../ir/results/finding.ts'
import type { LintCode } from '../judging/observation.ts'
import { defaultLevel, isLintCode, type Level } from './catalogue.ts'
import type { Directives, Suppression } from './directives.ts'
import { fingerprintOf } from './fingerprint.ts'

/** The findings to report, and those suppressed with a reason. */
export interface Settled {
  readonly told: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** What is switched off. */
  readonly off: readonly Finding[]
}

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
}

/**
 * Gives every finding its severity (from the command line, else the rulebook, else the default) and drops the
 * suppressed ones. Comments without effect are reported for `file` only, not for rulebooks it extends.
 */
export function settle(
  findings: readonly Finding[],
  { levels, suppressions, problems }: Directives,
  wanted: ReadonlyMap<LintCode, Level>,
  file: string,
): Settled {
  const levelOf = ({ code }: Finding) =>
    (isLintCode(code) ? (wanted.get(code) ?? levels.get(code)) : undefined) ?? defaultLevel(code)
  const used = new Set<Suppression>()
  const told: Finding[] = []
  const suppressed: Suppressed[] = []
  const off: Finding[] = []
  for (const finding of findings) {
    const level = levelOf(finding)
    const suppression = suppressions.find(each => isMeant(each, finding))
    if (suppression !== undefined) {
      used.add(suppression)
      suppressed.push({ finding, reason: suppression.reason })
    } else if (level === 'off') off.push(finding)
    else told.push({ ...finding, severity: level })
  }
  const unused = suppressions
    .filter(each => !used.has(each) && each.place.file === file)
    .map(({ code, place }) =>
      diagnose('lint/comment', `unused suppression of \`${code}\`: it is not found here`, {
        place,
        hint: 'remove it',
      }),
    )
  const remarks = [...problems.filter(({ place }) => place?.file === file), ...unused].map(each => ({
    ...each,
    fingerprint: fingerprintOf(each.code, each.place, each.message),
  }))
  return { told: [...told, ...remarks.filter(each => levelOf(each) !== 'off')], suppressed, off }
}

function isMeant({ code, line, place }: Suppression, finding: Finding): boolean {
  if (code !== finding.code || place.file !== finding.place?.file) return false
  return line === 'all' || line === finding.place.line
}
