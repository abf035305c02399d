import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { GivenColumn } from './compile-request.ts'

/** The columns of a table by position; undefined: one that is not read. */
export type Headings = readonly (string | undefined)[]

/** Numbers and dates in tables are as databases write them. */
export function asInTables(plan: Plan): Plan {
  const { numbers, dates } = plan.locale
  return {
    ...plan,
    locale: {
      ...plan.locale,
      numbers: numbers === 'auto' ? 'en' : numbers,
      dates: dates === 'auto' ? 'iso' : dates,
    },
  }
}

export function refuseUnknown(flag: string, columns: readonly GivenColumn[], fields: readonly string[]): void {
  const unknown = columns.find(({ field }) => !fields.includes(field))
  if (unknown === undefined) return
  const hint = didYouMean(unknown.field, fields) ?? `it reads: ${fields.join(', ')}`
  throw new Refusal(
    diagnose('cli/usage', `${flag}: the rulebook reads no field \`${unknown.field}\``, { hint }),
    'usage',
  )
}
