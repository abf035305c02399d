import { compileCoercion } from '../engine/coerce.ts'
import type { Lead } from '../engine/lead.ts'
import { mailKindsOf } from '../engine/mail.ts'
import { bindCompanies, joinColumns } from '../io/bind/bind-companies.ts'
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
  find(key: Key): readonly Value[] | undefined
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
  const byKey = new Map<Key, readonly Value[] | undefined>()
  let count = 0
  for await (const batch of sample.batches) {
    for (const { cells } of filter.live(batch).rows) {
      const company = coerce(cells)
      const values = taken.map(({ field, slot }) => valueIn(company, field, slot))
      for (const key of keysOf(company, bound)) byKey.set(key, byKey.has(key) ? undefined : values)
      count += 1
    }
  }
  const skipped = [...filter.counted().values()].reduce((sum, each) => sum + each, 0)
  return { name: path, count, skipped, fields: taken.map(({ field }) => field.name), find: key => byKey.get(key) }
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

  function find(cells: readonly string[]): readonly Value[] | undefined {
    const textOf = (name: string) => cells[columns.get(name)?.[0] ?? -1]?.trim() ?? ''
    const email = fold(textOf('email'))
    const ids = [textOf('company_id'), ...textOf('company_id').split(';')].map(id => `id:${fold(id)}` as const)
    const domains = [
      hostOf(textOf('company_domain')),
      mailKindsOf(email).has('business_mail') ? email.slice(email.indexOf('@') + 1) : '',
      hostOf(textOf('website')),
    ].map(domain => `domain:${domain}` as const)
    for (const [by, keys] of [
      ['id', ids],
      ['domain', domains],
      ['name', [`name:${fold(textOf('company'))}` as const]],
    ] as const) {
      const values = keys.map(companies.find).find(company => company !== undefined)
      if (values === undefined) continue
      found[by] += 1
      return values
    }
    found.none += 1
    return undefined
  }

  return {
    complete(cells) {
      const values = find(cells)
      return [...cells, ...targets.map((field, index) => (field ? spell(values?.[index] ?? '', field) : ''))]
    },
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
