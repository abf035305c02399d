import { compileCoercion } from '../engine/coerce.ts'
import type { Lead } from '../engine/lead.ts'
import { mailKindsOf } from '../engine/mail.ts'
import { bindCompanies, joinColumns } from '../io/bind/bind-companies.ts'
import type { NumberedCompanies } from '../io/bind/companies.ts'
import { findRetired } from '../io/bind/find-retired.ts'
import type { Recognised } from '../io/bind/recognise/recognise.ts'
import type { From, Sample } from '../io/bind/sampled-columns.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Plan } from '../ir/plan/plan.ts'
import type { CompaniesSummary } from '../ir/results/summary.ts'
import { printDay } from '../ir/values/calendar.ts'
import { fold } from '../ir/values/fold.ts'
import type { Value } from '../ir/values/value.ts'
import type { Host } from './host.ts'
import { openFile } from './open-file.ts'
import { createRetiredFilter, liveSample } from './retired.ts'
import { sampleInput } from './sampled.ts'

/** A file of companies, held in memory and found by id, domain or name. */
export interface Companies {
  readonly name: string
  readonly count: number
  /** Records of companies that are deleted, archived, merged or historic. */
  readonly skipped: number
  /** The fields it can fill. */
  readonly fields: readonly string[]
  /** The number of the company with a key. */
  find(key: Key): number | undefined
  value(company: number, field: number): Value
}

type Key = `${'id' | 'domain' | 'name'}:${string}`

/** Reads the company file of a request, if it has one. */
export async function readCompaniesOf(
  { companies, from }: { readonly companies?: string | undefined; readonly from?: From | undefined },
  plan: Plan,
  host: Host,
): Promise<Companies | undefined> {
  return companies === undefined ? undefined : readCompanies(companies, plan, from, host)
}

async function readCompanies(path: string, plan: Plan, from: From | undefined, host: Host): Promise<Companies> {
  const input = await openFile(path, {}, host)
  const sample = await sampleInput(input)
  const { headings, around, delimiter = '', sheet, types } = input
  const rows = sample.rows.map(({ cells }) => cells)
  const all = { name: path, headings, rows, delimiter, around, sheet, types }
  const retired = findRetired(all, from)
  const filter = createRetiredFilter(retired)
  const bound = bindCompanies(plan, liveSample(all, retired, filter), from)
  const coerce = compileCoercion(bound)
  const taken = bound.fields.flatMap((field, slot) => (field.read && field.columns.length > 0 ? [{ field, slot }] : []))
  // A key that two companies share is ambiguous and finds neither.
  const byKey = new Map<Key, number | undefined>()
  const values: (readonly Value[])[] = []
  for await (const batch of sample.batches) {
    for (const { cells } of filter.live(batch).rows) {
      const company = coerce(cells)
      for (const key of keysOf(company, bound)) byKey.set(key, byKey.has(key) ? undefined : values.length)
      values.push(taken.map(({ field, slot }) => valueIn(company, field, slot)))
    }
  }
  const skipped = [...filter.counted().values()].reduce((sum, each) => sum + each, 0)
  return {
    name: path,
    count: values.length,
    skipped,
    fields: taken.map(({ field }) => field.name),
    find: key => byKey.get(key),
    value: (company, field) => values[company]?.[field] ?? '',
  }
}

/** Texts keep their spelling; the rest is kept as it was read, whatever the spelling of the leads is. */
function valueIn({ readings }: Lead, { type }: BoundField, slot: number): Value {
  const reading = readings[slot]
  if (reading?.value === undefined) return ''
  return type === 'text' ? reading.text : reading.value
}

function keysOf({ readings }: Lead, { fields }: Pick<BoundPlan, 'fields'>): Key[] {
  const textOf = (name: string) => readings[fields.findIndex(field => field.name === name)]?.text ?? ''
  const domains = new Set([hostOf(textOf('company_domain')), hostOf(textOf('website'))].filter(host => host !== ''))
  const [id, name] = [fold(textOf('company_id')), fold(textOf('company'))]
  return [
    ...(id === '' ? [] : [`id:${id}` as const]),
    ...[...domains].map(domain => `domain:${domain}` as const),
    ...(name === '' ? [] : [`name:${name}` as const]),
  ]
}

/** `acme.example` of `https://www.acme.example/de`. */
function hostOf(text: string): string {
  const host = fold(text)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
  return host.includes('.') ? host : ''
}

/** Adds the cells of its company to the cells of a lead. */
export type Complete = (cells: readonly string[]) => readonly string[]

/** Leads of one input beside their companies. */
export interface Join {
  readonly complete: Complete
  /** The same for a lead that is counted already. */
  readonly again: Complete
  /** The same for whoever remembers what follows from a company; leads that it finds are counted, too. */
  readonly joined: NumberedCompanies
  summary(): CompaniesSummary
}

/** The best key that finds a company counts: its id, then a domain, then its name. */
export function joinCompanies(
  companies: Companies,
  sample: Sample,
  system: Recognised | undefined,
  bound: BoundPlan,
): Join {
  const columns = joinColumns(sample, system)
  const targets = companies.fields.map(name => bound.fields.find(field => field.name === name))
  const found = { id: 0, domain: 0, name: 0, none: 0 }

  /** The company of a lead, and by which of its keys it was found. */
  function find(cellOf: (column: number) => string): readonly [keyof typeof found, number] {
    const textOf = (name: string) => {
      const column = columns.get(name)?.[0]
      return column === undefined ? '' : cellOf(column).trim()
    }
    const first = (keys: readonly Key[]) => keys.map(companies.find).find(company => company !== undefined)
    const ids = textOf('company_id')
    const byId = ids === '' ? undefined : first([ids, ...ids.split(';')].map(id => `id:${fold(id)}` as const))
    if (byId !== undefined) return ['id', byId]
    const email = fold(textOf('email'))
    const domains = [
      hostOf(textOf('company_domain')),
      mailKindsOf(email).has('business_mail') ? email.slice(email.indexOf('@') + 1) : '',
      hostOf(textOf('website')),
    ]
    const byDomain = first(domains.filter(domain => domain !== '').map(domain => `domain:${domain}` as const))
    if (byDomain !== undefined) return ['domain', byDomain]
    const byName = first([`name:${fold(textOf('company'))}`])
    return byName === undefined ? ['none', -1] : ['name', byName]
  }

  function count(textOf: (column: number) => string): number {
    const [by, company] = find(textOf)
    found[by] += 1
    return company
  }

  function cell(company: number, index: number): string {
    const field = targets[index]
    return field === undefined || company < 0 ? '' : spell(companies.value(company, index), field)
  }

  const completed = (cells: readonly string[], company: number) => [
    ...cells,
    ...targets.map((_, index) => cell(company, index)),
  ]
  const cellIn = (cells: readonly string[]) => (column: number) => cells[column] ?? ''

  return {
    complete: cells => completed(cells, count(cellIn(cells))),
    again: cells => completed(cells, find(cellIn(cells))[1]),
    joined: { companies: companies.count, width: targets.length, find: count, cell },
    summary: () => ({
      name: companies.name,
      companies: companies.count,
      ...(companies.skipped > 0 && { skipped: companies.skipped }),
      by_id: found.id,
      by_domain: found.domain,
      by_name: found.name,
      unmatched: found.none,
    }),
  }
}

/** A value as a cell that reads back as the same value in the column of the leads. */
function spell(value: Value, { type, number }: BoundField): string {
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value !== 'number') return String(value)
  return type === 'date' ? printDay(value) : String(value / (number.scale ?? 1)).replace('.', number.decimal)
}
