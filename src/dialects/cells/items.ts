import { BRACKETED, BRACKETS, ELEMENT_END, MAX_QUOTED_LENGTH, QUOTES, quotedList } from '../../ir/values/list.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, firstOf } from '../dialect/write.ts'
import { folded } from './query-text.ts'

/**
 * JSON lists whose elements mean the same to every engine: texts, whole numbers, yes, no and nothing. Other cells are
 * taken apart at the separator, lists of lists and of decimals too: there alone a query and the reference differ.
 */
const ESCAPE =
  'u(?:0(?:0(?:0[1-9A-Fa-f]|[1-9A-Fa-f][0-9A-Fa-f])|[1-9A-Fa-f][0-9A-Fa-f]{2})|[1-9A-CEFa-cef][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2})'
const ITEM = `(?:"(?:[^"\\\\\\x01-\\x1f]|\\\\["\\\\/bfnrt]|\\\\${ESCAPE})*"|0|-?[1-9][0-9]{0,14}|true|false|null)`
const BLANK = '[ \\t\\n\\r]*'
const LIST = `^\\[${BLANK}(?:${ITEM}${BLANK}(?:,${BLANK}${ITEM}${BLANK})*)?\\]$`

/** The folded elements in a cell; nothing if there are none. See `ir/values/list.ts`. */
export function itemsIn(cell: Sql, separator: string, dialect: Dialect): Sql {
  const items = firstOf(
    [
      { when: dialect.finds(cell, LIST), give: dialect.jsonItems(cell) },
      {
        when: dialect.finds(cell, BRACKETED),
        give: separated(dialect.replaced(cell, BRACKETS, []), ',', dialect),
      },
    ],
    separated(cell, separator, dialect),
  )
  return dialect.kept(
    dialect.mapped(items, item => folded(item, dialect)),
    item => `${item} <> ''`,
  )
}

/** Elements in quotes may hold the separator. */
function separated(text: Sql, separator: string, dialect: Dialect): Sql {
  const { finds, replaced, split } = dialect
  const rows = QUOTES.flatMap(quote => {
    const list = quotedList(separator, quote)
    if (list === undefined) return []
    const bare = replaced(text, list.element, [1, 2, ELEMENT_END])
    const single = `replace(${bare}, ${dialect.text(quote + quote)}, ${dialect.text(quote)})`
    const isShort = `length(${text}) <= ${MAX_QUOTED_LENGTH}`
    return [{ when: allOf([finds(text, quote), isShort, finds(text, list.whole)]), give: split(single, ELEMENT_END) }]
  })
  return firstOf(rows, split(text, separator))
}
