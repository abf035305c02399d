import { FIELDS, type FieldName } from '../../ir/catalogue/fields.ts'
import type { Headings } from '../../ir/catalogue/system.ts'
import type { Field } from '../../ir/plan/field.ts'
import { indexHeadings } from './match.ts'

/** The fields that join leads to companies. */
const JOIN_FIELDS = ['company_id', 'company_domain', 'website', 'company'] as const satisfies FieldName[]

/** Fields of the catalogue that are about the company and not about the person. */
const COMPANY_FIELDS: readonly string[] = [
  ...JOIN_FIELDS,
  ...(['industry', 'employees', 'annual_revenue', 'customer_number', 'existing_customer'] as const),
  ...(['competitor', 'street', 'postal_code', 'city', 'region', 'country', 'currency'] as const),
] satisfies FieldName[]

/** In a file of companies these are the company's own; best first. */
export const COMPANY_HEADINGS: Headings = {
  company_id: [
    'Company ID',
    'Account ID',
    'Organization ID',
    'Unternehmens-ID',
    'Firmen-ID',
    'Record ID',
    'Datensatz-ID',
    'ID',
  ],
  company: [
    'Company Name',
    'Company',
    'Account Name',
    'Organization Name',
    'Firma',
    'Firmenname',
    'Unternehmen',
    'Name',
  ],
}

/** The fields that a file of companies can fill: those of companies, and those whose column it has by name. */
export function companyFields(read: readonly Field[], headings: readonly string[]): Field[] {
  const index = indexHeadings(headings)
  return read.flatMap(field => {
    if (field.from.some(column => index.named(column) !== undefined)) return [field]
    return COMPANY_FIELDS.includes(field.name) ? [{ ...field, from: [] }] : []
  })
}

export function joinFields(): Field[] {
  return JOIN_FIELDS.map(name => ({ name, type: FIELDS[name].type, from: [], map: [] }))
}

/** Companies of leads: found by a few cells of the lead, and told by numbers. */
export interface NumberedCompanies {
  /** How many there are. */
  readonly companies: number
  /** How many cells of theirs stand behind those of a lead. */
  readonly width: number
  /** The number of the company of a lead, whose cells `textOf` gives; -1 if there is none. */
  find(textOf: (column: number) => string): number
  /** One of its cells. */
  cell(company: number, index: number): string
}
