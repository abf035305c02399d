import type { Input } from '../io/records.ts'
import type { InputContext } from '../tools/score/score-input.ts'
import type { ScoreRequest } from '../tools/score/score-inputs.ts'
import { asTheyCome, bestOf, type Ordering, sortedByScore } from './order.ts'
import type { Outputs } from './outputs.ts'
import { type Spelling, spellingOf } from './render.ts'

/** An output is spelled like the first input that goes into it. */
export function spellingFor(
  path: string,
  format: Outputs['format'],
  input: Input,
  { spellings }: InputContext,
): Spelling {
  const spelling = spellings.get(path) ?? spellingOf({ format, input })
  spellings.set(path, spelling)
  return spelling
}

/** Inputs that are joined are ordered as one. */
export function orderingFor(path: string, { request, host, orderings }: InputContext): Ordering {
  const ordering = orderings.get(path) ?? orderingOf(request, host)
  orderings.set(path, ordering)
  return ordering
}

function orderingOf({ sort, top }: ScoreRequest, host: InputContext['host']): Ordering {
  if (top !== undefined) return bestOf(top)
  return sort ? sortedByScore(host) : asTheyCome()
}
