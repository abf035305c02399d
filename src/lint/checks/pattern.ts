import { leavesOf } from '../../ir/plan/expr.ts'
import { conditionsOf } from '../conditions.ts'
import type { Check } from '../judging/observation.ts'

/** PostgreSQL caches this many compiled patterns; with more in one query it recompiles them for every row. */
const MAX_CACHED_PATTERNS = 32
/** Letters whose other case differs between engines when case is ignored. */
const DISPUTED = /[İıſ\u212a\u212bςσ]/u

/**
 * The reader of rulebooks accepts only patterns that every engine understands alike. This check finds the rest:
 * patterns that some database runs with a different result, or too slowly.
 */
export const patterns: Check = ({ plan }) => {
  const found = conditionsOf(plan).flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf =>
      (leaf.kind === 'test' ? [leaf.test] : leaf.of).flatMap(test =>
        test.operator === 'matches' ? test.values.map(pattern => ({ pattern, about, place: leaf.place ?? place })) : [],
      ),
    ),
  )
  const problems = found.flatMap(({ pattern, about, place }) => {
    const problem = problemOf(pattern)
    return problem === undefined
      ? []
      : [{ code: 'lint/pattern' as const, about, message: `the pattern \`${pattern}\` ${problem}`, place }]
  })
  const different = new Set(found.map(({ pattern }) => pattern))
  const beyond = found.find(({ pattern }) => [...different].indexOf(pattern) >= MAX_CACHED_PATTERNS)
  if (beyond === undefined) return problems
  const message = `${different.size} different patterns: PostgreSQL runs more than ${MAX_CACHED_PATTERNS} in one query very slowly`
  const hint = '`contains` and `has_word` do without patterns'
  return [...problems, { code: 'lint/pattern', about: 'all patterns', message, place: beyond.place, hint }]
}

function problemOf(pattern: string): string | undefined {
  const [letter] = DISPUTED.exec(pattern) ?? []
  return letter && `holds \`${letter}\`, which databases upper- and lowercase differently`
}
