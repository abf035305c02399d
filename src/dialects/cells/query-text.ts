import { ENTITIES, ENTITY } from '../../ir/values/cell-text.ts'
import { wordRuns } from '../../ir/values/words.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { firstOf } from '../dialect/write.ts'

/** White space is these code points in every engine, whatever its own idea of it. */
const RUNS = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const

/** White space as a class of regular expressions. */
function whiteSpaceClass({ codePoint }: Pick<Dialect, 'codePoint'>): string {
  return RUNS.map(([first, last]) =>
    first === last ? codePoint(first) : `${codePoint(first)}-${codePoint(last)}`,
  ).join('')
}

/**
 * Matches the few texts that need work: white space to remove, and letters that need more than lower case or may not
 * be in form C. The search is cheaper than the work.
 */
const ODD = '^$|^ | $|  |[^ -~\u00a1-\u012f\u0131-\u017f]'
/** Words of plain letters, with one space between them. */
const PLAIN_WORDS = '^[0-9a-z\u00df-\u00f6\u00f8-\u00ff]+(?: [0-9a-z\u00df-\u00f6\u00f8-\u00ff]+)*$'

/** Whether a text needs full trimming and folding. */
export function isOdd(text: Sql, { finds }: Dialect): Sql {
  return finds(text, ODD)
}

/** In form C and trimmed; NULL if nothing is left. */
export function trimmed(text: Sql, dialect: Dialect): Sql {
  const spaces = whiteSpaceClass(dialect)
  return `nullif(${dialect.replaced(dialect.normalised(text), `^[${spaces}]+|[${spaces}]+$`, [])}, '')`
}

/**
 * Whether a cell has to be trimmed and folded with care; it may also be wrapped, or have entities of HTML in it: see
 * `ir/values/cell-text.ts`.
 */
export function isOddCell(cell: Sql, { finds }: Dialect): Sql {
  return finds(cell, `${ODD}|^="|${ENTITY}`)
}

/** The text of an odd cell, without white space around it; nothing if nothing is left. */
export function textOfCell(cell: Sql, dialect: Dialect): Sql {
  const { finds, replaced, text } = dialect
  const spaces = `[${whiteSpaceClass(dialect)}]*`
  const unwrapped = replaced(cell, `^${spaces}="([^"]*)"${spaces}$`, [1])
  const decoded = ENTITIES.reduce((sql, [entity, by]) => `replace(${sql}, ${text(entity)}, ${text(by)})`, unwrapped)
  const inside = firstOf(
    [
      { when: finds(cell, ENTITY), give: decoded },
      { when: finds(cell, '="'), give: unwrapped },
    ],
    cell,
  )
  return trimmed(inside, dialect)
}

/** A trimmed text as it is compared: one space for runs of white space, lower case, every sigma alike. */
export function lowered(text: Sql, { lower, replaced, codePoint }: Dialect): Sql {
  const spaced = replaced(text, `[${whiteSpaceClass({ codePoint })}]+`, [' '])
  return `replace(${lower(`replace(${spaced}, 'İ', 'i')`)}, 'ς', 'σ')`
}

/** A cell as it is compared: its text, folded; nothing of a blank one. */
export function foldCell(dialect: Dialect): OwnFunction {
  return {
    name: 'fold',
    about: 'a cell as it is compared: form C, no white space around it, one space for runs of it, lower case',
    takes: 'text',
    gives: 'text',
    body: cell =>
      firstOf(
        [{ when: isOddCell(cell, dialect), give: lowered(textOfCell(cell, dialect), dialect) }],
        dialect.lower(cell),
      ),
  }
}

/** A cell as it is shown: its text; nothing of a blank one. */
export function trimCell(dialect: Dialect): OwnFunction {
  return {
    name: 'trim',
    about: 'a cell in form C, without white space around it',
    takes: 'text',
    gives: 'text',
    body: cell => firstOf([{ when: isOddCell(cell, dialect), give: textOfCell(cell, dialect) }], cell),
  }
}

/** A folded text, or nothing where it is one that says so. */
export function knownText(nulls: readonly string[], dialect: Dialect): OwnFunction {
  return {
    name: 'known',
    about: 'nothing where a text says that there is nothing',
    takes: 'text',
    gives: 'text',
    body: text => firstOf([{ when: `NOT (${dialect.isOneOf(text, nulls)})`, give: text }]),
  }
}

/** A folded text as its words. */
export function wordsOf(dialect: Dialect): OwnFunction {
  return {
    name: 'words',
    about: 'a folded text as its words, with a space around each',
    takes: 'text',
    gives: 'text',
    body: text => wordForm(text, dialect),
  }
}

/** A text as it is compared: see `ir/values/fold.ts`. */
export function folded(text: Sql, dialect: Dialect): Sql {
  const { lower } = dialect
  const work = lowered(trimmed(text, dialect), dialect)
  return firstOf([{ when: isOdd(text, dialect), give: work }], lower(text))
}

/** A folded text as its words: see `ir/values/words.ts`. */
export function wordForm(text: Sql, dialect: Dialect): Sql {
  const padded = `' ' || ${text} || ' '`
  const work = dialect.replaced(padded, `[^${wordClass(dialect)}]+`, [' '])
  return firstOf([{ when: dialect.finds(text, PLAIN_WORDS), give: padded }], work)
}

/** Everything that can stand in a word. */
export function wordClass({ codePoint }: Pick<Dialect, 'codePoint'>, from = 0): string {
  return wordRuns()
    .filter(([, last]) => last >= from)
    .map(([first, last]) => `${codePoint(Math.max(first, from))}-${codePoint(last)}`)
    .join('')
}
