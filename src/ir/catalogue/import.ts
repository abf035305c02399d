/**
 * What the importer of one system takes, as data: a file for it holds the column by which it finds its own records, and
 * leadq's columns under names that its fields can have. In the tables [S] marks what the system's own documentation or
 * a real file says, [T] what somebody else who works with it says, [?] what nothing was found about.
 */
export interface Import {
  /** What people call the system. */
  readonly title: string
  /** Columns by which the importer finds a record, preferred one first. */
  readonly keys: readonly ImportKey[]
  readonly headings: ImportHeadings
  /** Always UTF-8 without a BOM: every one of these importers asks for UTF-8, and some stumble over a BOM. */
  readonly delimiter: string
  readonly lineEnd: string
  /** With `YYYY`, `MM` and `DD`. */
  readonly date: string
  /** What joins the values of a field that takes several. */
  readonly list: string
  readonly boolean: { readonly yes: string; readonly no: string }
  /** What empties a field; the empty text where nothing is known to. */
  readonly empty: string
  readonly most: ImportLimits
  /** Texts that the importer does not take, and what is wrong with them. */
  readonly refused?: { readonly pattern: RegExp; readonly what: string }
}

export interface ImportKey {
  /** Its name in the file. */
  readonly heading: string
  readonly form: KeyForm
  /** Headings under which exports have it; none: it is the field `email`. */
  readonly from: readonly string[]
}

export type KeyForm = 'salesforce id' | 'number' | 'email'

export interface ImportHeadings {
  /** `{prefix}{name}` gives `leadq_stage`, `{prefix}{Name}` gives `leadq_Stage`. */
  readonly template: string
  /** The longest that prefix and name may be together. */
  readonly most: number
}

export interface ImportLimits {
  /** Of a stage, an owner and other short texts. */
  readonly text: number
  /** Of reasons, tags and other lists. */
  readonly longText: number
  readonly unit: 'characters' | 'bytes'
  /** Leads in one file. */
  readonly leads?: number
}
