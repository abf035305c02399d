import type { FieldType } from '../values/value.ts'

/** What leadq knows about a field before it has seen any file. */
export interface CatalogueField {
  readonly type: FieldType
  /** One line for people: it becomes the description an editor shows. */
  readonly about: string
  /** Column headings that mean this field in any file, best first; compared by `headingKey`. */
  readonly headings: readonly string[]
  /** For lists: what separates the elements of a cell. */
  readonly split?: string
}
