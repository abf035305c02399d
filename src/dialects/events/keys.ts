import { SALESFORCE_ID } from '../../ir/plan/lead-key.ts'
import { folded } from '../cells/query-text.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf } from '../dialect/write.ts'

/**
 * Texts as keys of leads, in two steps. They are equal where those of `ir/plan/lead-key.ts` are: here an id of
 * Salesforce's
 * with 15 characters gets the three that say which of them are capitals, instead of losing them.
 */
export interface KeySteps {
  /** Folded, and where their capitals are. */
  readonly texts: readonly Column[]
  readonly keys: readonly Column[]
}

/** `texts`: columns with trimmed texts, and what their keys are called. */
export function keySteps(texts: readonly { readonly name: string; readonly text: Sql }[], dialect: Dialect): KeySteps {
  return {
    texts: texts.flatMap(({ name, text }) => [
      { name: `${name}_folded`, sql: folded(text, dialect) },
      { name: `${name}_capitals`, sql: capitals(text, dialect) },
    ]),
    keys: texts.map(({ name, text }) => ({ name, sql: keyOf(name, text, dialect) })),
  }
}

/** `011010000011001`: where an id has capitals. */
function capitals(text: Sql, { finds, replaced, left }: Dialect): Sql {
  const isId = `${finds(text, SALESFORCE_ID.short)} OR ${finds(text, SALESFORCE_ID.long)}`
  const signs = replaced(replaced(left(text, 15), '[^A-Z]', ['0']), '[A-Z]', ['1'])
  return firstOf([{ when: isId, give: signs }])
}

const SUFFIXES = 'abcdefghijklmnopqrstuvwxyz012345'
/** What each of them stands for, five characters with the lowest bit first: `00000 10000 01000 11000 ...`. */
const GROUPS = Array.from(SUFFIXES, (_, index) => [...index.toString(2).padStart(5, '0')].reverse().join('')).join(' ')

function suffix(signs: Sql, { text, divided, position }: Dialect): Sql {
  const sign = (from: number) => {
    const place = divided(`${position(`substr(${signs}, ${from}, 5)`, text(GROUPS))} - 1`, '6')
    return `substr(${text(SUFFIXES)}, CAST(${place} AS INTEGER) + 1, 1)`
  }
  return [1, 6, 11].map(sign).join(' || ')
}

/** An id in lower case only still matches; one with wrong capitals is another text. */
function keyOf(name: Sql, text: Sql, dialect: Dialect): Sql {
  const { finds } = dialect
  const key = `${name}_folded`
  const ending = suffix(`${name}_capitals`, dialect)
  const hasBoth = allOf([finds(text, SALESFORCE_ID.long), finds(text, '[a-z]'), finds(text, '[A-Z]')])
  return firstOf(
    [
      { when: finds(text, SALESFORCE_ID.short), give: `${key} || ${ending}` },
      { when: `${hasBoth} AND substr(${key}, 16) <> ${ending}`, give: `${key} || '?'` },
    ],
    key,
  )
}
