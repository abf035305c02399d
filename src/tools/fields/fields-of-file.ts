import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import type { BoundColumn } from '../../ir/results/summary.ts'
import type { Host } from '../../leads/host.ts'
import { openLeads, type Reading } from '../../leads/open.ts'
import { AUTO_LOCALE, planOfAllFields } from '../../learn/columns/plan-of-fields.ts'

/** A column of a file, and the field that it is. */
export interface ColumnItem {
  readonly column: string
  /** Null: leadq does not recognise it. */
  readonly field: string | null
  readonly type: string | null
  /** Who says so; a `guess` is made from the words of a heading. Null: the field takes another column of the file. */
  readonly by: BoundColumn['by'] | null
  /** Whether the rulebook reads the field; null if there is none. */
  readonly used: boolean | null
}

export interface FileFields {
  readonly input: string
  /** The system whose export it looks like. */
  readonly system: string | null
  readonly columns: readonly ColumnItem[]
}

/** Which field each column of a file is bound to, by the catalogue and by a rulebook if there is one. */
export async function fieldsOfFile(
  path: string,
  plan: Plan | undefined,
  reading: Reading,
  host: Host,
): Promise<FileFields> {
  const declared: readonly Field[] = Object.values(plan?.fields ?? {})
  const all = planOfAllFields(declared, plan?.locale ?? AUTO_LOCALE)
  const { name, input, kept, binding } = await openLeads(path, all, reading, host, {
    companies: undefined,
    events: undefined,
  })
  const read = plan === undefined ? undefined : new Set(fieldsOfPlan(plan))
  const meanings = new Map<number, Omit<ColumnItem, 'column'>>()
  for (const { name: field, type, columns } of binding.bound.fields) {
    const by = binding.columns.find(each => each.field === field)?.by ?? null
    for (const position of columns)
      if (!meanings.has(position)) meanings.set(position, { field, type, by, used: read?.has(field) ?? null })
  }
  /** A second column of a field that has one already. */
  const others = new Map(
    binding.unused.map(({ column, field }) => [column, { field, type: null, by: null, used: false }]),
  )
  const unknown = { field: null, type: null, by: null, used: read === undefined ? null : false }
  return {
    input: name,
    system: binding.system?.title ?? null,
    columns: kept.flatMap(position => {
      const column = input.headings[position] ?? ''
      return column.trim() === '' ? [] : [{ column, ...(meanings.get(position) ?? others.get(column) ?? unknown) }]
    }),
  }
}
