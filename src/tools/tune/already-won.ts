import type { BoundField } from '../../ir/plan/bound-field.ts'
import { readBoolean } from '../../ir/values/boolean.ts'
import { readNumber } from '../../ir/values/number.ts'
import type { OutcomeTest } from '../../learn/outcome/ending.ts'
import { type Pair, pairs } from '../../rulebook/yaml/building.ts'
import type { Inline, InlineMap } from '../../rulebook/yaml/yaml-write.ts'
import type { ClosedFile } from './read-closed.ts'

/** The condition of leads that are already won, which need no further sales work. */
export function alreadyWon(
  { binding }: Pick<ClosedFile, 'binding'>,
  won: readonly OutcomeTest[],
): { readonly when: InlineMap; readonly fields: readonly string[] } | undefined {
  const conditions = won.flatMap((test): Pair[] => {
    const field = binding.bound.fields.find(({ columns }) => columns[0] === test.position)
    const operand = field && operandOf(field, test)
    return field === undefined || operand === undefined ? [] : [[field.name, operand]]
  })
  const [only] = conditions
  if (only === undefined || conditions.length < won.length) return undefined
  const when = conditions.length === 1 ? pairs(only) : pairs(['any', conditions.map(each => pairs(each))])
  return { when, fields: conditions.map(([name]) => String(name)) }
}

function operandOf({ type }: BoundField, { values, spelled }: OutcomeTest): Inline | undefined {
  if (values === 'any') return pairs(['known', true])
  if (values === 'none') return undefined
  if (type === 'boolean') return [...values].some(value => readBoolean(value) !== false)
  if (type === 'date') return undefined
  if (type === 'number') {
    const numbers = [...values].flatMap(value => readNumber(value, { decimal: '.' })?.value ?? [])
    return numbers.length === values.size ? numbers : undefined
  }
  return spelled.length === 1 ? spelled[0] : [...spelled]
}
