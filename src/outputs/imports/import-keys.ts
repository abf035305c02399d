import { mailKindsOf } from '../../engine/mail.ts'
import type { Import, ImportKey, KeyForm } from '../../ir/catalogue/import.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { isDamagedKey } from '../../ir/values/damaged.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { restoreCapitals } from '../../ir/values/salesforce-id.ts'

/** The column by which an importer finds a record, and where the input has it. */
export interface FoundKey extends ImportKey {
  /** Its text in a record, trimmed. */
  textOf(cells: readonly string[]): string
}

interface Sampled {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly bound: BoundPlan
}

/** The key that most of the first leads have as it should be; of equal ones the preferred one. */
export function findKey({ keys }: Import, { headings, rows, bound }: Sampled): FoundKey | undefined {
  let best: FoundKey | undefined
  let most = -1
  for (const key of keys) {
    const columns = columnsOf(key, headings, bound)
    if (columns.length === 0) continue
    const textOf = (cells: readonly string[]) =>
      columns.map(column => (cells[column] ?? '').trim()).find(text => text !== '') ?? ''
    const valid = rows.filter(cells => textOf(cells) !== '' && 'key' in readKey(key.form, textOf(cells))).length
    if (valid > most) best = { ...key, textOf }
    most = Math.max(most, valid)
  }
  return best
}

function columnsOf({ from }: ImportKey, headings: readonly string[], { fields }: BoundPlan): readonly number[] {
  if (from.length === 0) return fields.find(({ name }) => name === 'email')?.columns ?? []
  const keys = headings.map(headingKey)
  const column = from.map(heading => keys.indexOf(headingKey(heading))).find(position => position >= 0)
  return column === undefined ? [] : [column]
}

/** The key as the importer needs it, or the reason why it would not find the record. */
export type ReadKey = { readonly key: string } | { readonly problem: string }

export function readKey(form: KeyForm, text: string): ReadKey {
  if (isDamagedKey('id', text)) return { problem: 'was an id, until a spreadsheet rounded it' }
  switch (form) {
    case 'email':
      return mailKindsOf(fold(text)).has('valid_email') ? { key: text } : { problem: 'is not an e-mail address' }
    case 'number':
      return /^[1-9]\d*$/.test(text) ? { key: text } : { problem: 'is no id: it has to be a whole number' }
    case 'salesforce id':
      return salesforceId(text)
  }
}

/** 15 characters tell capitals apart; 18 end with three that say which of the others are capitals. */
function salesforceId(text: string): ReadKey {
  if (!/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(text)) {
    return { problem: 'is not a Salesforce id: those have 15 or 18 letters and digits' }
  }
  const key = text.length === 15 ? text : restoreCapitals(text)
  return key === undefined
    ? { problem: 'is not a Salesforce id: its last three characters do not fit the others' }
    : { key }
}
