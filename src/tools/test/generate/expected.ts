import { type Aspect, SET } from '../../../ir/plan/lead-test.ts'
import { actualOf } from '../actual.ts'
import type { JudgedTest } from '../score-test-lead.ts'

/** An expectation as a file of tests writes it: `stage: SQL`, `points: { size: 14 }`, `tags: free-mail`. */
export interface WrittenExpectation {
  readonly key: string
  /** Under the key, where it has names of its own. */
  readonly name?: string
  readonly value: string | number
}

/** What generated tests are about. */
export type Shown = Exclude<Aspect, { readonly kind: 'none' | 'condition' }>

/** One part of a verdict as an expectation. */
export function expectationOf(of: Shown, judged: JudgedTest): WrittenExpectation {
  const value = actualOf(of, judged)
  switch (of.kind) {
    case 'total':
      return { key: 'score', value }
    case 'score':
      return { key: 'scores', name: of.name, value }
    case 'points':
      return { key: 'points', name: of.name, value }
    case 'segment':
      return { key: 'segments', name: of.name, value }
    case 'criterion':
      return { key: 'criteria', name: of.name, value }
    case 'tag':
      return { key: value === SET ? 'tags' : 'not_tags', value: of.name }
    case 'rule':
      return { key: 'fired', value: of.name }
    case 'exclusion':
      return { key: 'excluded', value: of.name }
    default:
      return { key: of.kind, value }
  }
}
