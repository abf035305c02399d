import type { FieldName } from './fields.ts'

/** One system's exports, as data: how to recognise them, where their fields sit and what their own headings mean. */
export interface System {
  /** What people call the system. */
  readonly title: string
  readonly exports: readonly Export[]
  /** Where its headings were read: files, documentation, code that reads real files. Nothing: all is from memory. */
  readonly readIn?: readonly string[]
  /** What its files are called, as a pattern: it decides only where no heading does. */
  readonly fileName?: string
  /** Where the fields of a JSON record sit: `properties.*.value` holds `email` in `properties.email.value`. */
  readonly paths: readonly string[]
  /** Headings that mean a field only in this system's files (they are ambiguous elsewhere), best first. */
  readonly headings: Headings
  /** Further ones that no file or document at hand confirms: they are written down from memory. */
  readonly remembered?: Headings
  /** The same for its exports of companies, where `Name` is the company's. */
  readonly companyHeadings?: Headings
  /** Spellings of "nothing there" beyond the ones that hold everywhere. */
  readonly nulls: readonly string[]
  /** What separates the elements of a list, where that is not what it usually is. */
  readonly split?: Partial<Record<FieldName, string>>
  /** Codes of the system's API, and what its own screens and files call the same. */
  readonly values?: Partial<Record<FieldName, Codes>>
  /** Further lists of a JSON document that hold fields of its records. */
  readonly sideLists?: readonly SideList[]
  /** A key of a JSON document below which its records are described, and none stand. */
  readonly aside?: string
}

/** Cell texts, and what they mean: a word, yes or no, or nothing at all (null). */
export type Codes = Readonly<Record<string, string | boolean | null>>

export type Headings = Partial<Record<FieldName, readonly string[]>>

/** One kind of file that a system gives out. */
export interface Export {
  /** After the system's title: "Salesforce lead report". */
  readonly title: string
  /** Where its headings tell it. */
  readonly language?: Language
  /** What a row is. Leads, if absent. */
  readonly holds?: RowKind
  /** No file or document at hand confirms its signatures. */
  readonly remembered?: true
  /** Its headings count only in this very spelling: `FirstName` is Salesforce's, `firstName` is not. */
  readonly exact?: true
  readonly signatures: readonly Signature[]
}

/**
 * What a row of an export can be. Of `deals`, `events`, `tickets`, `orders`, `invoices`, `tasks` and `campaigns` each may
 * name a person, but a person may stand in many rows; `totals` are aggregated reports, in which no row is anybody.
 */
export type RowKind = (typeof ROW_KINDS)[number]

const ROW_KINDS = [
  ...(['leads', 'companies', 'deals', 'events', 'tasks', 'tickets', 'orders', 'invoices', 'products'] as const),
  ...(['campaigns', 'users', 'totals'] as const),
] as const

export type Language = 'en' | 'de'

export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', de: 'German' }

/**
 * What a file must have, all of it, to be of this kind; of several kinds that fit, the one with the largest signature is
 * meant. A plain entry is a heading (by itself or after one of the system's `paths`). `/records` is a key of the JSON
 * document around its records, or the label of a line above a table. `type=Lead` is a heading with that value in the
 * first record, `id~^00Q` one whose first value fits the pattern. `!email` is a heading that must not be there, and counts
 * for nothing.
 */
export type Signature = readonly string[]

/** Fields of records that stand in a list of their own, as rows of (record, name, value). */
export interface SideList {
  readonly list: string
  /** The key that holds the id of the record. */
  readonly of: string
  /** The column it makes: one for all of them, or named by another list. */
  readonly column: string | Lookup
  /** Where the value is: in a key of its own, or named by another list. */
  readonly value: string | Lookup
}

/** `key` holds an id; the entry of `list` with that id has the text under `text`. */
export interface Lookup {
  readonly key: string
  readonly list: string
  readonly text: string
}

/** All headings of a system's files, confirmed or not, by field. */
export function headingsOf({ headings, remembered = {} }: System): Headings {
  const fields = Object.keys({ ...headings, ...remembered }) as FieldName[]
  return Object.fromEntries(fields.map(field => [field, [...(headings[field] ?? []), ...(remembered[field] ?? [])]]))
}
