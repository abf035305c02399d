import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { accountSources, lacksAccount } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'

/** Reports the columns an input lacks to recognise duplicates or accounts. */
export function duplicateKeyProblems(plan: Plan, missing: ReadonlySet<string>, name: string): Diagnostic[] {
  const { dedupe, account } = plan
  const problems: Diagnostic[] = []
  const report = (message: string, fields: readonly string[], place: Diagnostic['place']) => {
    const hint = `name the column in the rulebook: \`fields: { ${fields[0]}: { from: ... } }\``
    problems.push(diagnose('bind/missing-column', `${name}: ${message}`, { place, hint }))
  }
  const keys = dedupe?.by.filter(field => missing.has(field)) ?? []
  if (keys.length > 0) {
    report(`without a column for ${listed(keys, 'and')} duplicates cannot be found`, keys, dedupe?.place)
  } else if (dedupe?.keep === 'latest' && dedupe.dates.every(field => missing.has(field))) {
    const dates = listed(dedupe.dates, 'or')
    report(`without a column for ${dates} the latest duplicate is unknown`, dedupe.dates, dedupe.place)
  }
  if (account !== undefined && lacksAccount(plan, missing)) {
    const sources = accountSources(account)
    report(`without a column for ${listed(sources, 'or')} no lead has an account`, sources, account.place)
  }
  return problems
}

/** "`a`, `b` or `c`". */
function listed(names: readonly string[], joint: 'and' | 'or'): string {
  const quoted = names.map(name => `\`${name}\``)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joint} ${last}`
}
