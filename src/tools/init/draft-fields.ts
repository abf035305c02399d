import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { inferType } from '../../learn/columns/infer-type.ts'
import type { StrangeColumn } from './probe.ts'

/** A column that no catalogue knows, as a field of its own. */
export function ownField(column: StrangeColumn, taken: ReadonlySet<string>, delimiter: string): Field {
  const name = uniqueName(nameOf(column.heading), taken)
  return { name, from: [column.name], map: [], ...inferType(column.heading, column.cells, delimiter) }
}

/** `Wie haben Sie von uns gehört?` -> `wie_haben_sie_von_uns_gehört`. */
function nameOf(heading: string): string {
  const words = fold(heading).split(/[^\p{L}\p{M}\p{N}]+/u)
  const name = Array.from(words.filter(word => word !== '').join('_'))
    .slice(0, MAX_NAME_LENGTH)
    .join('')
  return name === '' ? 'column' : name
}

const MAX_NAME_LENGTH = 40

/** Words of the language, which no field may be called. */
const WORDS = ['all', 'any', 'not', 'some', 'stage', 'grade', 'chance']

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const isFree = (wanted: string) => !taken.has(wanted) && !Object.hasOwn(FIELDS, wanted) && !WORDS.includes(wanted)
  if (isFree(name)) return name
  let count = 2
  while (!isFree(`${name}_${count}`)) count += 1
  return `${name}_${count}`
}
