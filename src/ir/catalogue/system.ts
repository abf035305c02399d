import type { FieldName } from './fields.ts'

/** One system's exports, as data: how to recognise them and what its own headings mean. */
export interface System {
  /** What people call it in a sentence: "Salesforce lead export". */
  readonly title: string
  /**
   * Signatures, each a set of headings. A file belongs to the system if it holds every heading of one of them;
   * where several systems fit, the largest signature wins.
   */
  readonly signatures: readonly (readonly string[])[]
  /** Headings that mean a field only in this system's files (they are ambiguous elsewhere), best first. */
  readonly headings: Partial<Record<FieldName, readonly string[]>>
  /** Spellings of "nothing there" beyond the ones that hold everywhere. */
  readonly nulls: readonly string[]
}
