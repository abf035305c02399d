import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import type { RuleHistory, RuleNight } from '../../ir/results/history.ts'
import { VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import { headOf, type PastRuns, withVerdicts } from './past-runs.ts'
import type { RunsHost } from './runs-host.ts'

/** How often a rule fired in every run, and what it gave. */
export async function ruleHistory(rule: string, past: PastRuns, host: RunsHost, version: string): Promise<RuleHistory> {
  const column = VERDICT_PREFIXES.rule + rule
  const known = new Set<string>()
  const nights: RuleNight[] = []
  for (const run of past.runs) {
    const night = await withVerdicts(run, past, host, table => {
      for (const { name } of table.columns) known.add(name)
      const points = table.column(column)
      const counted = points === undefined ? { fired: null, points: null } : countPoints(points)
      const { rulesChanged: rules_changed, manifest } = run
      return { run: run.id, as_of: manifest.as_of, leads: table.rows, ...counted, rules_changed }
    })
    if (night !== undefined) nights.push(night)
  }
  if (!known.has(column)) throw unknownRule(rule, [...known], past)
  return { ...headOf(past, version), rule, nights }
}

function countPoints({
  values,
  ids,
}: {
  readonly values: readonly (string | number)[]
  readonly ids: Iterable<number>
}) {
  const times = new Float64Array(values.length)
  let fired = 0
  for (const id of ids) {
    if (id < 0) continue
    fired += 1
    times[id] = (times[id] ?? 0) + 1
  }
  return { fired, points: values.reduce<number>((sum, value, id) => sum + Number(value) * (times[id] ?? 0), 0) }
}

function unknownRule(rule: string, columns: readonly string[], { folder }: PastRuns): Refusal {
  const { rule: prefix } = VERDICT_PREFIXES
  const rules = columns.filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))
  const hint = didYouMean(rule, rules) ?? `rules: ${rules.slice(0, 8).join(', ')}`
  const message = `no run in ${folder} was scored by a rulebook with a rule \`${rule}\``
  return new Refusal(diagnose('history/no-column', message, { hint }), 'usage')
}
