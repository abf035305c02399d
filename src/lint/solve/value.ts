import { fold } from '../../ir/values/fold.ts'
import type { Constant, Value } from '../../ir/values/value.ts'
import { type Constraint, fits, type Tester } from './constraint.ts'
import type { Domain } from './domain.ts'
import { edgesOf, numberLine, stretchOf } from './edges.ts'
import { type FoundText, findText } from './text.ts'

/** A value, and how it stands in a cell; without a value there is nothing in it. */
export type Found = { readonly value: Value; readonly text: string } | 'nothing'

/** Finds a value of a subject that meets the demands; `none` is proved. */
export function findValue(
  { values, nothing }: Domain,
  constraints: readonly Constraint[],
  tester: Tester,
  asOf: number,
): Found | 'none' | 'unclear' {
  if (nothing && fits(undefined, constraints, tester)) return 'nothing'
  const fitting = (candidates: readonly Constant[]) => plain(candidates.find(value => fits(value, constraints, tester)))
  const stretches = constraints.map(({ test, holds }) => stretchOf(test, holds, asOf))
  const low = Math.max(...stretches.map(stretch => stretch.low))
  const high = Math.min(...stretches.map(stretch => stretch.high))
  const line = (whole: boolean) =>
    numberLine(
      constraints.flatMap(({ test }) => edgesOf(test, asOf)),
      whole,
    ).filter(value => value >= low && value <= high)
  switch (values.kind) {
    case 'one-of':
      return fitting(values.values)
    case 'date':
      return fitting([asOf, ...line(true)])
    case 'number': {
      const ends = [values.low, values.high].filter(Number.isFinite)
      const isPossible = (value: number) => value >= values.low && value <= values.high
      return fitting([...line(values.whole), ...ends].filter(isPossible))
    }
    case 'text':
      return spelled(findText(constraints, tester, values.impossible))
    case 'list':
      return findList(constraints, tester)
  }
}

function plain(value: Constant | undefined): Found | 'none' {
  return value === undefined ? 'none' : { value, text: String(value) }
}

function spelled(found: FoundText): Found | 'none' | 'unclear' {
  return typeof found === 'string' ? found : { value: fold(found.text), text: found.text }
}

/** A list holds an element for each demand; none of them may do what must not be. */
function findList(constraints: readonly Constraint[], tester: Tester): Found | 'none' | 'unclear' {
  const wanted = constraints.filter(({ holds }) => holds)
  const forbidden = constraints.filter(({ holds }) => !holds)
  const elements = (wanted.length > 0 ? wanted.map(each => [each, ...forbidden]) : [forbidden]).map(demands =>
    findText(demands, tester),
  )
  const texts = elements.flatMap(element => (typeof element === 'string' ? [] : [element.text]))
  if (elements.includes('none')) return 'none'
  if (elements.includes('unclear')) return 'unclear'
  const unique = [...new Set(texts)]
  return { value: unique.map(fold), text: unique.join('; ') }
}
