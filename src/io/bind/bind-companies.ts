import { headingsOf } from '../../ir/catalogue/system.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import { zoneOf } from '../../ir/values/zone.ts'
import type { Binding } from './bind.ts'
import { bindField, dictionaryOf } from './bind-field.ts'
import { proofsOf } from './cells/proofs.ts'
import { COMPANY_HEADINGS, companyFields, joinFields } from './companies.ts'
import { catalogueField, matchColumns } from './match.ts'
import { type Recognised, recogniseSystem } from './recognise/recognise.ts'
import type { From, Sample } from './sampled-columns.ts'

/** Binds fields to a file of companies, in which `Name` and `ID` are the company's. */
export function bindCompanies(
  plan: Plan,
  sample: Sample,
  from?: From,
): Pick<BoundPlan, 'fields' | 'zone'> & Pick<Binding, 'columns'> {
  const system = from === 'generic' ? undefined : recogniseSystem(sample, from)
  const { companyHeadings, paths } = system?.system ?? {}
  const headings = system === undefined ? {} : headingsOf(system.system)
  const read = fieldsOfPlan(plan).map(name => plan.fields[name] ?? catalogueField(name))
  const filled = companyFields(read, sample.headings)
  const names = new Set(filled.map(({ name }) => name))
  const fields = [...filled, ...joinFields().filter(({ name }) => !names.has(name))]
  const own = { ...COMPANY_HEADINGS, ...headings, ...companyHeadings }
  const matches = matchColumns(fields, sample.headings, { headings: own, ...(paths && { paths }) }, sample.rows)
  const context = { plan, sample, system, read: names, proofs: proofsOf(sample, plan.locale.nulls) }
  const bindings = fields.map(field => bindField(field, matches.get(field.name), context))
  return {
    fields: bindings.map(({ field }) => field),
    zone: zoneOf(plan.locale.timezone),
    columns: bindings.flatMap(({ column }) => column ?? []),
  }
}

/** Positions of the columns that join leads to companies. */
export function joinColumns(
  { headings }: Sample,
  system: Recognised | undefined,
): ReadonlyMap<string, readonly number[]> {
  const fields = [...joinFields(), catalogueField('email')]
  const matches = matchColumns(fields, headings, dictionaryOf(system))
  return new Map([...matches].map(([name, { columns }]) => [name, columns]))
}
