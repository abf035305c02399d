import type { CatalogueField } from '../ir/catalogue/field.ts'
import { FIELDS } from '../ir/catalogue/fields.ts'
import type { Field } from '../ir/plan.ts'

/** The built-in fields by name, for names that come from a rulebook. */
export const CATALOGUE: ReadonlyMap<string, CatalogueField> = new Map(Object.entries(FIELDS))

/** A field that a rulebook uses without declaring it. */
export function undeclared(name: string, { type, split }: CatalogueField): Field {
  return { name, type, from: [], map: [], ...(split !== undefined && { split }) }
}
