import type { Diagnostic } from '../src/base/diagnostic.ts'
import { Refusal } from '../src/base/refusal.ts'
import { compileCoercion } from '../src/engine/coerce.ts'
import { compileJudge } from '../src/engine/judge.ts'
import type { Row } from '../src/io/records.ts'
import { type Plan, stagesOf } from '../src/ir/plan/plan.ts'
import type { Explanation } from '../src/ir/results/explanation.ts'
import type { Verdict } from '../src/ir/results/verdict.ts'
import { bindTo, openSampled } from '../src/leads/open.ts'
import { type Library, type ReadRulebook, readRulebook, spellingsOf } from '../src/rulebook/index.ts'
import { explainVerdict } from '../src/tools/explain/explain-verdict.ts'

/** The core of leadq as it is in the program: a rulebook is read, bound to the leads, and judges them. Nothing here knows the page. */

export interface Leads {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface JudgedRow {
  readonly name: string
  readonly stage: string
  readonly score: string
  readonly verdict: Verdict
}

export interface Judged {
  readonly diagnostics: readonly Diagnostic[]
  /** Absent where the rulebook gives no plan or the leads cannot be read. */
  readonly result?: {
    readonly plan: Plan
    readonly stages: readonly string[]
    readonly rows: readonly JudgedRow[]
    /** How the file was read, in the words of people. */
    readonly read: string
    readonly notes: readonly string[]
    explain(row: number): Explanation
  }
}

/** More than people look at; the program has no limit. */
export const MAX_LEADS = 20_000
const PREFIX = 'leadq_'
const FILE = 'rulebook.yaml'

export function readBook(text: string, library: Library): ReadRulebook {
  return readRulebook({ file: FILE, text }, library)
}

export async function judgeLeads(text: string, library: Library, leads: Leads, asOf: number): Promise<Judged> {
  const { plan, diagnostics, sources } = readBook(text, library)
  if (plan === undefined) return { diagnostics }
  try {
    const opened = await openSampled(leads.name, { prefix: PREFIX }, filesOf(leads))
    const { binding, complete } = bindTo(opened, plan, { prefix: PREFIX }, { companies: undefined, events: undefined })
    const { bound } = binding
    const coerce = compileCoercion(bound)
    const judge = compileJudge(bound, asOf)
    const kept: Row[] = []
    let [rejected, skipped] = [0, 0]
    for await (const { rows, rejects, leftOut } of opened.batches) {
      kept.push(...rows.slice(0, MAX_LEADS + 1 - kept.length))
      rejected += rejects.length
      skipped += Object.values(leftOut).reduce((sum, count) => sum + count, 0)
      if (kept.length > MAX_LEADS) break
    }
    const shown = kept.slice(0, MAX_LEADS)
    const nameOf = namer(opened)
    const judged = shown.map(row => {
      const lead = coerce(complete(row.cells))
      const verdict = judge(lead)
      const name = nameOf(row.cells) || `line ${row.line}`
      const score = String(verdict.total ?? verdict.scores.find(points => points !== undefined) ?? '')
      return { name, stage: verdict.stage, score, verdict, lead, row }
    })
    const { input } = opened
    const rulebook = { name: plan.name ?? FILE, source: FILE, sha256: '' }
    const spell = spellingsOf(sources)
    return {
      diagnostics: [...diagnostics, ...input.diagnostics(), ...binding.diagnostics],
      result: {
        plan,
        stages: stagesOf(plan),
        rows: judged,
        read: [
          `${judged.length} leads`,
          input.format === 'csv' && input.delimiter !== undefined
            ? `separated by ${DELIMITERS[input.delimiter] ?? input.delimiter}`
            : input.format,
          input.encoding(),
          ...(rejected > 0 ? [`${rejected} rejected`] : []),
          ...(skipped > 0 ? [`${skipped} skipped`] : []),
        ].join(', '),
        notes: [
          ...(kept.length > MAX_LEADS ? [`Only the first ${MAX_LEADS} leads are scored here.`] : []),
          ...(plan.dedupe ? ['`dedupe` is left to the program: here each copy is scored.'] : []),
          ...(plan.account ? ['`account` is left to the program: here no lead has an account.'] : []),
        ],
        explain: index => {
          const one = judged[index]
          if (one === undefined) throw new RangeError(`no lead ${index}`)
          return explainVerdict({ ...one, bound, asOf, file: leads.name, rulebook, spell })
        },
      },
    }
  } catch (error) {
    if (error instanceof Refusal) return { diagnostics: [...diagnostics, error.diagnostic] }
    throw error
  }
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** How people know a lead: its name, else its address, company or key, from whatever columns the file has for them. */
function namer(opened: Parameters<typeof bindTo>[0]): (cells: readonly string[]) => string {
  const { plan } = readRulebook({ file: 'names', text: NAMES })
  if (plan === undefined) throw new TypeError('the names are read')
  const { binding, complete } = bindTo(opened, plan, { prefix: PREFIX }, { companies: undefined, events: undefined })
  const coerce = compileCoercion(binding.bound)
  const places = WAYS.map(way => way.map(name => binding.bound.fields.findIndex(field => field.name === name)))
  return cells => {
    const { readings } = coerce(complete(cells))
    const ways = places.map(way => way.flatMap(place => readings[place]?.text.trim() || []).join(' '))
    return ways.find(text => text !== '') ?? ''
  }
}

const WAYS = [['first_name', 'last_name'], ['full_name'], ['email'], ['company'], ['id']]
const NAMES = `leadq: 1
tags: { ${WAYS.flat()
  .map(field => `${field.replace('_', '-')}: { ${field}: { known: true } }`)
  .join(', ')} }
stages: [ { stage: lead } ]
`

function filesOf({ bytes }: Leads) {
  async function* chunks() {
    yield bytes
  }
  return {
    read: async () => chunks(),
    kindOf: async () => 'file' as const,
    openDuckdb: async () => {
      throw new TypeError('no DuckDB here')
    },
  }
}
