import type { Expr, Test } from './expr.ts'

/** How a text is written in a rulebook; a plan has texts folded. */
export type Spelling = (folded: string) => string

/** A condition with its texts as the rulebook writes them; a pattern has no other spelling. */
export function spelledOut(expr: Expr, spell: Spelling): Expr {
  const ofTest = (test: Test): Test => {
    switch (test.operator) {
      case 'equals':
        return { ...test, values: test.values.map(value => (typeof value === 'string' ? spell(value) : value)) }
      case 'contains':
      case 'starts_with':
      case 'ends_with':
      case 'has_word':
        return { ...test, values: test.values.map(spell) }
      default:
        return test
    }
  }
  switch (expr.kind) {
    case 'all':
    case 'any':
    case 'some':
      return { ...expr, of: expr.of.map(part => spelledOut(part, spell)) }
    case 'not':
      return { ...expr, of: spelledOut(expr.of, spell) }
    case 'test':
      return { ...expr, test: ofTest(expr.test) }
    case 'except':
      return { ...expr, of: expr.of.map(ofTest) }
  }
}
