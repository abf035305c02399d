import { EVENT_FIELDS } from '../../ir/catalogue/event-fields.ts'
import type { CatalogueField } from '../../ir/catalogue/field.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'

export type Catalogue = ReadonlyMap<string, CatalogueField>

/** The built-in fields by name, for names that come from a rulebook. */
export const CATALOGUE: Catalogue = new Map(Object.entries(FIELDS))

/** The same for the fields of events; `lead` holds the key of the lead. */
export const EVENT_CATALOGUE: Catalogue = new Map<string, CatalogueField>([
  ...Object.entries(EVENT_FIELDS),
  ['lead', { type: 'text', about: 'The key of the lead', headings: [] }],
])

/** A field that a rulebook uses without declaring it. */
export function undeclared(name: string, { type, split }: CatalogueField): Field {
  return { name, type, from: [], map: [], ...(split !== undefined && { split }) }
}
