import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { compileCoercion } from '../../../engine/coerce.ts'
import type { Lead } from '../../../engine/lead.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { cellText } from '../../../ir/values/cell-text.ts'
import { type Opened, openLeads } from '../../../leads/open.ts'
import type { Files } from '../../../leads/open-file.ts'
import { currencyIn } from './currency.ts'
import { monthOf } from './months.ts'

/** One row of a file of costs: what a channel cost from one day to another, both included. */
export interface CostRow {
  readonly line: number
  /** As it is written. */
  readonly channel: string
  /** Day numbers. */
  readonly from: number
  readonly to: number
  /** Negative for a refund. */
  readonly cost: number
  readonly currency: string | undefined
}

export interface CostRows {
  readonly file: string
  readonly rows: readonly CostRow[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What the columns of a file of costs are called. */
const COLUMNS = {
  channel: {
    type: 'text',
    from: [
      'Channel',
      'Kanal',
      'Marketing Channel',
      'Werbekanal',
      'Source',
      'Quelle',
      'Lead Source',
      'Medium',
      'Maßnahme',
    ],
  },
  from: {
    type: 'date',
    from: [
      'From',
      'Von',
      'Ab',
      'Start',
      'Start Date',
      'Startdatum',
      'Beginn',
      'Begin',
      'Month',
      'Monat',
      'Date',
      'Datum',
      'Day',
      'Tag',
    ],
  },
  to: { type: 'date', from: ['To', 'Bis', 'Until', 'End', 'End Date', 'Ende', 'Enddatum'] },
  cost: {
    type: 'number',
    from: [
      ...[
        'Cost',
        'Costs',
        'Kosten',
        'Spend',
        'Amount',
        'Betrag',
        'Ausgaben',
        'Amount Spent',
        'Ad Spend',
        'Kosten (EUR)',
      ],
      ...[
        'Kosten in EUR',
        'Kosten EUR',
        'Cost (EUR)',
        'Cost (USD)',
        'Kosten netto',
        'Betrag netto',
        'Budget',
        'Werbekosten',
      ],
    ],
  },
  currency: { type: 'text', from: ['Currency', 'Währung', 'Currency Code', 'Waehrung'] },
} as const

type Name = keyof typeof COLUMNS

const NAMES = ['channel', 'from', 'to', 'cost', 'currency'] as const satisfies readonly Name[]

/** Costs are read as leads are: every encoding, delimiter and spelling of numbers and dates that leadq knows. */
function costPlan(locale: Plan['locale']): Plan {
  const fields = NAMES.map(name => {
    const { type, from } = COLUMNS[name]
    return { name: `cost_${name}`, type, from: [...from], map: [] }
  })
  const optional = fields.map(({ name }) => ({
    name,
    when: {
      kind: 'test' as const,
      subject: { kind: 'field' as const, name },
      test: { operator: 'known' as const, value: true },
    },
  }))
  return {
    name: 'costs',
    locale,
    fields: Object.fromEntries(fields.map(field => [field.name, field])),
    scores: [],
    criteria: [],
    exclude: [],
    stages: [],
    segments: [],
    tags: optional,
    owners: [],
    next: [],
  }
}

const MAX_SHOWN_LINES = 3

/** Reads a file of costs. Rows that cannot be counted are named, each with the reason. */
export async function readCosts(path: string, locale: Plan['locale'], prefix: string, host: Files): Promise<CostRows> {
  const plan = costPlan(locale)
  const opened = await openLeads(path, plan, { prefix, from: 'generic' }, host, {
    companies: undefined,
    events: undefined,
  })
  const { bound } = opened.binding
  refuseWithout(opened)
  const coerce = compileCoercion(bound)
  const slots = new Map(bound.fields.map(({ name }, slot) => [name, slot]))
  const reading = (lead: Lead, name: Name) => lead.readings[slots.get(`cost_${name}`) ?? -1]
  const heading = opened.binding.columns.find(({ field }) => field === 'cost_cost')?.columns.join(' ') ?? ''
  const rows: CostRow[] = []
  const wrong = new Map<string, number[]>()
  for await (const batch of opened.batches) {
    for (const row of batch.rows) {
      const lead = coerce(row.cells)
      const period = periodOf(cell(lead, 'from'), cell(lead, 'to'))
      const cost = reading(lead, 'cost')?.value
      const channel = cellText(reading(lead, 'channel')?.text ?? '')
      const problem =
        channel === ''
          ? 'the channel is empty'
          : typeof period === 'string'
            ? period
            : typeof cost !== 'number'
              ? 'the cost is not a number'
              : undefined
      if (problem !== undefined || typeof period === 'string' || typeof cost !== 'number') {
        const lines = wrong.get(problem ?? '') ?? []
        lines.push(row.line)
        wrong.set(problem ?? '', lines)
        continue
      }
      const written = reading(lead, 'currency')?.text ?? ''
      const currency = currencyIn(written) ?? currencyIn(reading(lead, 'cost')?.text ?? '') ?? currencyIn(heading)
      rows.push({ line: row.line, channel, ...period, cost, currency })
    }
  }
  function cell(lead: Lead, name: Name) {
    const { value, text = '' } = reading(lead, name) ?? {}
    return { day: typeof value === 'number' ? value : undefined, text: cellText(text) }
  }
  if (rows.length === 0) throw noRows(opened.name, wrong)
  return {
    file: opened.name,
    rows,
    diagnostics: [
      ...opened.input.diagnostics(),
      ...[...wrong].map(([problem, lines]) => notCounted(opened.name, problem, lines)),
    ],
  }
}

/** The columns that a cost cannot do without. */
const NEEDED = ['channel', 'from', 'cost'] as const satisfies readonly Name[]

function refuseWithout({ name, binding, sample }: Opened): void {
  const found = new Set(binding.columns.map(({ field }) => field))
  const missing = NEEDED.filter(each => !found.has(`cost_${each}`))
  if (missing.length === 0) return
  const names = missing.map(each => `${each} (${COLUMNS[each].from.slice(0, 4).join(', ')} ...)`)
  const hint = `its columns: ${sample.headings.slice(0, 12).join(', ')}`
  throw new Refusal(diagnose('costs/none', `${name} has no column for ${names.join(', ')}`, { hint }), 'data')
}

interface DateCell {
  readonly day: number | undefined
  readonly text: string
}

/** The days of a row, or what is wrong with them. A month stands for all its days. */
function periodOf(from: DateCell, to: DateCell): { readonly from: number; readonly to: number } | string {
  const month = monthOf(from.text)
  const first = from.day ?? month?.first
  if (first === undefined) return from.text === '' ? 'the first day is empty' : 'the first day is not a date'
  const last = to.day ?? monthOf(to.text)?.last ?? (to.text === '' ? month?.last : undefined)
  if (last === undefined) return to.text === '' ? 'the last day is empty' : 'the last day is not a date'
  return last < first ? 'the last day is before the first' : { from: first, to: last }
}

function notCounted(file: string, problem: string, lines: readonly number[]): Diagnostic {
  const rows = lines.length === 1 ? '1 row is' : `${lines.length} rows are`
  const shown = lines.slice(0, MAX_SHOWN_LINES).join(', ') + (lines.length > MAX_SHOWN_LINES ? ' ...' : '')
  const message = `${file}: ${rows} not counted: ${problem} (${lines.length === 1 ? 'line' : 'lines'} ${shown})`
  return diagnose('costs/row', message, { hint: HINTS[problem] })
}

const HINTS: Readonly<Record<string, string>> = {
  'the last day is empty': 'write the last day of the cost, or a month such as 2026-03 as its first day',
}

function noRows(file: string, wrong: ReadonlyMap<string, readonly number[]>): Refusal {
  const reasons = [...wrong].map(
    ([problem, lines]) => `${problem} (line ${lines.slice(0, MAX_SHOWN_LINES).join(', ')})`,
  )
  const why = reasons.length === 0 ? 'it has no rows' : reasons.join('; ')
  const hint = 'a row is a channel, its first and last day and its cost: `paid search,2026-03-01,2026-03-31,1200`'
  return new Refusal(diagnose('costs/none', `${file} holds no cost that can be counted: ${why}`, { hint }), 'data')
}
