import type { DialectName } from '../../dialects/dialect/dialect.ts'
import { SESSION } from '../../dialects/types/postgres-types.ts'
import { SETTINGS_FOR_EVENTS } from '../../dialects/types/spark-types.ts'
import type { CompileRequest } from './compile-request.ts'
import type { BoundTables } from './compile-tables.ts'

/** Settings of the session in which databases write dates and instants as leadq reads them. */
const FOR_TEXTS: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  postgres: SESSION.filter(setting => /datestyle|timezone/i.test(setting)),
  spark: ['SET spark.sql.session.timeZone = UTC'],
}

/** Settings of the session that a query needs: as statements before it, or in its head. */
export interface Settings {
  /** Those with which it is made, whatever its form. */
  readonly all: readonly string[]
  readonly statements: readonly string[]
  readonly comment: readonly string[]
}

/**
 * A view or table is made by several statements, of which the settings are the first. A query alone is one statement, and a
 * view is read in sessions of others: these say what they need in their head. A model of dbt has hooks for them.
 */
export function settingsOf({ to, as, dbt }: CompileRequest, tables: BoundTables): Settings {
  const ofEvents = to === 'spark' && tables.bound.events !== undefined ? SETTINGS_FOR_EVENTS : []
  const ofTexts = readsDatesAsTexts(tables) ? (FOR_TEXTS[to] ?? []) : []
  const all = [...ofEvents, ...ofTexts]
  const isHead = dbt !== false || as === 'select'
  const inHead = as === 'table' && (!isHead || typeof dbt === 'string') ? [] : all
  return {
    all,
    statements: isHead ? [] : as === 'view' ? ofEvents : all,
    comment:
      inHead.length === 0 ? [] : ['gives these answers in a session with', ...inHead.map(setting => `  ${setting};`)],
  }
}

/** Whether a date is read from a column whose type is not known. */
function readsDatesAsTexts({ bound, leads, kinds }: BoundTables): boolean {
  const read = bound.fields.filter(field => field.read && field.type === 'date').flatMap(({ columns }) => columns)
  return read.some(position => !kinds.has(leads[position] ?? ''))
}
