import type { MailKind } from '../ir/plan/operators.ts'
import { NULLS } from '../ir/values/nulls.ts'
import { dayOf, millisOf, secondsOf } from './cells/calendar.ts'
import { dateFunctions } from './cells/query-date.ts'
import { addressIn, mailAddress, mailKind } from './cells/query-mail.ts'
import { decimalValue, numberFunctions, wholeValue } from './cells/query-number.ts'
import { foldCell, knownText, trimCell, wordsOf } from './cells/query-text.ts'
import { truthFunctions } from './cells/typed.ts'
import type { Dialect, OwnFunction, Sql } from './dialect/dialect.ts'
import type { MadeFunction } from './print-steps.ts'

/**
 * A part of the name of every function in the library: a view calls those that it was made for. It counts up when a
 * function answers otherwise, or is gone.
 */
export const LIBRARY_VERSION = 1

const LISTED: readonly MailKind[] = ['free_mail', 'disposable_mail', 'role_mail']

/** The functions that are the same for all rulebooks. */
function ownFunctions(dialect: Dialect): readonly OwnFunction[] {
  return [
    foldCell(dialect),
    trimCell(dialect),
    knownText(NULLS, dialect),
    wordsOf(dialect),
    addressIn(dialect),
    mailAddress(dialect),
    ...LISTED.map(kind => mailKind(kind, dialect)),
    wholeValue(dialect),
    decimalValue(dialect),
    dayOf('date', dialect),
    dayOf('timestamp', dialect),
    secondsOf(dialect),
    ...(['timestamp', 'timestamptz'] as const).flatMap(kind => millisOf(kind, dialect) ?? []),
    ...numberFunctions(dialect),
    ...truthFunctions(dialect),
    ...dateFunctions(dialect),
  ]
}

/** leadq's library: what a rulebook's query calls, and no rulebook changes. `nameOf`: a name in its place in the database. */
export function libraryOf(dialect: Dialect, nameOf: (name: string) => Sql): MadeFunction[] {
  return ownFunctions(dialect).map(own => ({ own, name: nameOf(`leadq_${own.name}_v${LIBRARY_VERSION}`) }))
}
