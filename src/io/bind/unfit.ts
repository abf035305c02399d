import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { ColumnKind } from '../../ir/values/column-type.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { Sample } from './sampled-columns.ts'

/** What a field can read; texts can be anything. */
const FIT: Readonly<Record<FieldType, readonly ColumnKind[]>> = {
  text: ['text', 'number', 'date', 'boolean', 'list', 'other'],
  list: ['text', 'number', 'date', 'boolean', 'list', 'other'],
  number: ['text', 'number'],
  date: ['text', 'date', 'number'],
  boolean: ['text', 'boolean', 'number', 'date'],
}

/** Fields whose columns have a type that they cannot read: hardly a value of theirs will be read. */
export function unfit(
  fields: readonly BoundField[],
  { name: source, headings, types = [] }: Pick<Sample, 'name' | 'headings' | 'types'>,
): Diagnostic[] {
  return fields
    .filter(({ read }) => read)
    .flatMap(({ name, type, columns, place }) =>
      columns.flatMap(position => {
        const found = types[position]
        if (found === undefined || FIT[type].includes(found.kind)) return []
        const message = `${source}: the column \`${headings[position]}\` is of the type ${found.typeName}, and the field \`${name}\` is a ${type}`
        const hint = `name another column in the rulebook, \`fields: { ${name}: { from: ... } }\`, or its type`
        return [diagnose('bind/column-type', message, { place, hint })]
      }),
    )
}
