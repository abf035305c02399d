import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import { fold } from '../../ir/values/fold.ts'
import { conditionsOf, type Placed } from '../conditions.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { rulesOf } from '../judging/world.ts'

/** A value that is written as if it were a condition: `Austria or Germany`, `!Germany`, `>50`, `sales*`. */
export const sentences: Check = ({ plan, spell }) => {
  const wheres = plan.scores
    .flatMap(rulesOf)
    .flatMap(({ id, earns, place }): Placed[] =>
      earns.kind === 'events' && earns.where ? [{ expr: earns.where, mode: 'plain', about: `rule ${id}`, place }] : [],
    )
  const conditions = [...conditionsOf(plan), ...wheres]
  const tests = conditions.flatMap(({ expr }) => [...leavesOf(expr)].flatMap(leaf => testsOf(leaf)))
  const known = new Set([...tests.flatMap(textsOf), ...tableValues(plan)].map(fold))
  return conditions.flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf =>
      leaf.subject.kind !== 'field'
        ? []
        : testsOf(leaf).flatMap(test =>
            textsOf(test).flatMap((text): Observation[] => {
              const written = spell(text)
              const hint = meantBy(written, test.operator, known, leaf.subject)
              if (hint === undefined) return []
              const message = `${about}: \`${written}\` is one value, not a condition`
              return [{ code: 'lint/sentence', about: `${about} ${text}`, message, place: leaf.place ?? place, hint }]
            }),
          ),
    ),
  )
}

type Leaf = Extract<Expr, { subject: unknown }>

function testsOf(leaf: Leaf): readonly Test[] {
  return leaf.kind === 'test' ? [leaf.test] : leaf.of
}

function textsOf(test: Test): string[] {
  if (!('values' in test) || test.operator === 'matches' || test.operator === 'is') return []
  return test.values.flatMap(value => (typeof value === 'string' ? [value] : []))
}

function tableValues(plan: Parameters<Check>[0]['plan']): string[] {
  return plan.scores
    .flatMap(rulesOf)
    .flatMap(({ earns }) => (earns.kind === 'table' ? earns.rows.map(({ value }) => String(value)) : []))
}

/** Countries whose names contain "and". */
const PAIRS =
  /^(?:bosnia|trinidad|antigua|saint|st\.?|s\u00e3o|sao|turks|wallis|heard|svalbard|south georgia|bosnien) /i

/** What was probably meant; undefined for a value like any other. */
function meantBy(
  text: string,
  operator: Test['operator'],
  known: ReadonlySet<string>,
  subject: Leaf['subject'],
): string | undefined {
  const or = text.split(/ (?:or|oder) /i)
  if (or.length > 1) return `a list means any of them: \`[${or.join(', ')}]\``
  if (/^!\s*\p{L}/u.test(text)) return `write \`not: ${text.replace(/^!\s*/, '')}\``
  if (/^[<>]=?\s*\d/.test(text)) return 'numbers are compared by `at_least`, `above`, `at_most` and `below`'
  if (operator !== 'has_word' && /^\*.|.\*$/.test(text)) {
    return '`*` is a sign like any other here: use `starts_with`, `ends_with` or `has_word`'
  }
  const parts = text.split(/ (?:and|und) |,\s*/i)
  const isCountry = subject.kind === 'field' && subject.name === 'country' && !PAIRS.test(text)
  const isList = parts.length > 1 && parts.every(part => part.trim() !== '')
  if (operator === 'equals' && isList && (isCountry || parts.every(part => known.has(fold(part))))) {
    return `a list means any of them: \`[${parts.join(', ')}]\``
  }
  return undefined
}
