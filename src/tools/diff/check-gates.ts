import { plural } from '../../base/counts.ts'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { sha256 } from '../../base/hash.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { Gates, Limit, Waiver } from '../../ir/plan/gates.ts'
import type { Difference, GateResult } from '../../ir/results/difference.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Comparison } from './changes/changes.ts'
import { meaningOf } from './changes/meaning.ts'

/** The figures that gates check. */
export type GateInputs = Pick<Difference, 'data' | 'matrix' | 'moved' | 'scores'>

export interface GateVerdicts {
  readonly results: readonly GateResult[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Checks every gate. `today`: the day on which waivers have to be valid. */
export function judgeGates(gates: Gates, inputs: GateInputs, comparison: Comparison, today: number): GateVerdicts {
  const change = changeText(comparison)
  const waivers = new Map(gates.waivers.map(waiver => [waiver.fingerprint, waiver]))
  const used = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const results = findingsOf(gates, inputs).map(({ gate, found, allowed, status }): GateResult => {
    if (status === 'pass') return { gate, status, found, allowed }
    const fingerprint = sha256(`${gate}\n${change}`).slice(0, FINGERPRINT)
    const waiver = waivers.get(fingerprint)
    if (waiver === undefined) return { gate, status, found, allowed, fingerprint }
    used.add(fingerprint)
    const expires = printDay(waiver.expires)
    if (today > waiver.expires) {
      diagnostics.push(expired(waiver, gate))
      return { gate, status, found, allowed, fingerprint }
    }
    return { gate, status: 'waived', found, allowed, fingerprint, waived: { reason: waiver.reason, expires } }
  })
  const unused = gates.waivers.filter(({ fingerprint }) => !used.has(fingerprint))
  return { results, diagnostics: [...diagnostics, ...unused.map(unneeded)] }
}

/** Stages that gates name and that neither rulebook has: such a gate would never stop anything. */
export function unknownStages({ stagePct, transitions }: Gates, stages: readonly string[]): Diagnostic[] {
  const named = [
    ...stagePct.map(({ stage, place }) => ({ stage, place })),
    ...transitions.flatMap(({ from, to, place }) => [from, ...to].map(stage => ({ stage, place }))),
  ]
  return named
    .filter(({ stage }) => !stages.includes(stage))
    .map(({ stage, place }) =>
      diagnose('gates/unknown-stage', `neither rulebook has a stage \`${stage}\``, {
        place,
        hint: didYouMean(stage, stages) ?? `there are: ${stages.join(', ')}`,
      }),
    )
}

const FINGERPRINT = 12

/** A waiver is valid for one change of the rulebook, whatever the data. */
function changeText({ base, head, changes }: Comparison): string {
  const texts = (name: string) => [base, head].map(parts => parts.get(name)).map(part => part && meaningOf(part))
  const effective = changes.filter(({ cosmetic }) => !cosmetic)
  return JSON.stringify(effective.map(({ name, kind, parts }) => [name, kind, parts, parts.map(texts)]))
}

interface Finding {
  readonly gate: string
  readonly status: 'pass' | 'warn' | 'fail'
  readonly found: string
  readonly allowed: string
}

function findingsOf(gates: Gates, { data, matrix, moved, scores }: GateInputs): Finding[] {
  const { minRows, movedPct, stagePct, transitions, scoreMeanShift, rejectsPct } = gates
  const read = data.leads + data.rejected
  const { before, after } = scores.mean
  const shift = before === null || after === null ? 0 : Math.abs(after - before)
  const rejects = read === 0 ? 0 : (100 * data.rejected) / read
  return [
    // An empty file never passes, whatever the gates.
    ...(minRows === undefined && data.leads > 0
      ? []
      : [atLeast('min_rows', { ...minRows, fail: Math.max(1, minRows?.fail ?? 1) }, data.leads)]),
    ...optional(movedPct, limit =>
      atMost('moved_pct', limit, moved.percent, `${pct(moved.percent)} (${leads(moved.leads)})`),
    ),
    ...stagePct.map(({ stage, limit }) => stageChange(stage, limit, matrix)),
    ...transitions.flatMap(({ from, to, limit }) =>
      to.map(stage => {
        const found = matrix[from]?.[stage] ?? 0
        return atMost(`transition ${from} -> ${stage}`, limit, found, leads(found), '')
      }),
    ),
    ...optional(scoreMeanShift, limit => atMost('score_mean_shift', limit, shift, `${round(shift)} points`, ' points')),
    ...optional(rejectsPct, limit =>
      atMost('rejects_pct', limit, rejects, `${pct(rejects)} (${plural(data.rejected, 'record')})`),
    ),
  ]
}

function optional(limit: Limit | undefined, judge: (limit: Limit) => Finding): Finding[] {
  return limit === undefined ? [] : [judge(limit)]
}

function stageChange(stage: string, limit: Limit, matrix: Difference['matrix']): Finding {
  const before = sum(Object.values(matrix[stage] ?? {}))
  const after = sum(Object.values(matrix).map(row => row[stage] ?? 0))
  const change = before === after ? 0 : (100 * Math.abs(after - before)) / before
  const sign = after < before ? '-' : '+'
  const shown = before === 0 && after > 0 ? '' : `${change === 0 ? '' : sign}${pct(change)} `
  return atMost(`stage_pct ${stage}`, limit, change, `${shown}(${before} -> ${after})`)
}

function atMost(gate: string, { warn, fail }: Limit, value: number, found: string, unit = ' %'): Finding {
  const over = (limit: number | undefined) => limit !== undefined && value > limit
  const status = over(fail) ? 'fail' : over(warn) ? 'warn' : 'pass'
  const limit = status === 'warn' ? warn : (fail ?? warn ?? 0)
  return { gate, status, found, allowed: `at most ${limit}${unit}` }
}

function atLeast(gate: string, { warn, fail }: Limit, value: number): Finding {
  const under = (limit: number | undefined) => limit !== undefined && value < limit
  const status = under(fail) ? 'fail' : under(warn) ? 'warn' : 'pass'
  return { gate, status, found: leads(value), allowed: `at least ${status === 'warn' ? warn : fail}` }
}

function expired({ fingerprint, expires, place }: Waiver, gate: string): Diagnostic {
  const message = `the waiver \`${fingerprint}\` for ${gate} expired on ${printDay(expires)}`
  return diagnose('gates/waiver-expired', message, { place, hint: 'renew it with a later date, or remove it' })
}

function unneeded({ fingerprint, place }: Waiver): Diagnostic {
  return diagnose('gates/waiver-unused', `unused waiver: no failing gate has the fingerprint \`${fingerprint}\``, {
    place,
    hint: 'remove it: a waiver holds for one gate and one change of the rulebook',
  })
}

function pct(value: number): string {
  return `${round(value)} %`
}

/** Small shares are not rounded to nothing. */
function round(value: number): string {
  return value > 0 && value < 0.01 ? '<0.01' : String(Math.round(value * 100) / 100)
}

function leads(count: number): string {
  return `${count} ${count === 1 ? 'lead' : 'leads'}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
