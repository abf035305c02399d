import type { MailKind } from '../../ir/plan/operators.ts'
import type { Sql } from '../dialect/dialect.ts'

/** What a query needs of a field beyond its value. */
export interface Wanted {
  readonly text: boolean
  readonly words: boolean
  /** Which kinds of mail address its value may be. */
  readonly mail: readonly MailKind[]
}

/** The columns of a field, once its cells have been read. */
export interface FieldColumns {
  readonly isList: boolean
  /** The folded text that was picked; the columns of its pieces begin with this name. */
  readonly read: Sql
  /** Whether the input has no column for it. */
  readonly isMissing: boolean
  readonly value: Sql
  /** The trimmed text behind it, empty where there is none. */
  readonly text: Sql
  readonly words: Sql
  /** The value if it is a mail address; of a list, those of its items. */
  readonly mail: Sql
  /** Whether it, or one of its items, is an address of a kind. */
  isMail(kind: MailKind): Sql
  /** Whether a cell was filled and could be read. */
  readonly filled: Sql
  /** Whether a cell was filled and could not be read. */
  readonly invalid: Sql
  /** Whether a number was read at the lower end of a range. */
  readonly range: Sql
}
