import { readFileSync } from 'node:fs'
import { printPlace } from '../../src/base/place.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import { readRulebook } from '../../src/rulebook/index.ts'

/** Every problem of a rulebook as `line:col code`, with its hint if there is one: `2:1 rule/unknown-key (did you mean ...)`. */
export function problemsOf(text: string): string[] {
  return readRulebook({ file: '', text }).diagnostics.map(({ code, place, hint }) => {
    const at = place === undefined ? '' : printPlace(place).slice(1)
    return `${at} ${code}${hint === undefined ? '' : ` (${hint})`}`
  })
}

/** The plan of a rulebook that has no errors. */
export function planOf(text: string): Plan {
  const { plan, diagnostics } = readRulebook({ file: 'test.yaml', text })
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return plan
}

/** A rulebook with one rule; its condition stands in line 7 from column 15 on. */
export function withCondition(condition: string, more = ''): string {
  return `leadq: 1
scores:
  fit:
    rules:
      - id: r
        points: 1
        when: ${condition}
${more}`
}

/** A rulebook with one rule, which stands in line 5 from column 9 on. */
export function withRule(rule: string, more = ''): string {
  return `leadq: 1
scores:
  fit:
    rules:
      - ${rule}
${more}`
}

export const EXAMPLE = readFileSync(new URL('example.yaml', import.meta.url), 'utf8')
