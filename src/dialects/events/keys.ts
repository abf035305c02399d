import { SALESFORCE_ID } from '../../ir/lead-key.ts'
import type { Dialect, Sql } from '../dialect.ts'
import { folded } from '../texts.ts'
import { type Column, firstOf } from '../write.ts'

const LOWER = '0123456789abcdefghijklmnopqrstuvwxyz'
/** No digit is a capital. */
const UPPER = '??????????ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SUFFIXES = 'abcdefghijklmnopqrstuvwxyz012345'

/** Texts as keys of leads, in three steps: `leadKey` of `ir/lead-key.ts`, with the capitals of Salesforce's ids. */
export interface KeySteps {
  readonly suffixes: readonly Column[]
  readonly capitals: readonly Column[]
  readonly keys: readonly Column[]
}

/** `texts`: columns with trimmed texts, and what their keys are called. */
export function keySteps(texts: readonly { readonly name: string; readonly text: Sql }[], dialect: Dialect): KeySteps {
  const suffixes: Column[] = []
  const capitals: Column[] = []
  const keys: Column[] = []
  for (const { name, text } of texts) {
    const groups = [1, 2, 3].map(group => `${name}_capitals_${group}`)
    const restored = `${name}_restored`
    const isLong = dialect.finds(text, SALESFORCE_ID.long)
    for (const [index, group] of groups.entries()) {
      const sign = dialect.lowered(`substr(${text}, ${16 + index}, 1)`)
      const place = `CAST(position(${sign} IN ${dialect.text(SUFFIXES)}) AS ${dialect.types.whole}) - 1`
      suffixes.push({ name: group, sql: firstOf([{ when: isLong, give: place }]) })
    }
    capitals.push({
      name: restored,
      sql: firstOf([
        { when: groups.map(group => `${group} >= 0`).join(' AND '), give: withCapitals(text, groups, dialect) },
      ]),
    })
    keys.push({ name, sql: keyOf(text, restored, dialect) })
  }
  return { suffixes, capitals, keys }
}

/** Each sign of the suffix stands for five of the id, the first one by its lowest bit. */
function withCapitals(text: Sql, groups: readonly Sql[], { lowered, divided, text: literal }: Dialect): Sql {
  const signs = groups.flatMap((group, index) =>
    [1, 2, 4, 8, 16].map((bit, place) => {
      const sign = lowered(`substr(${text}, ${5 * index + place + 1}, 1)`)
      const isCapital = `CAST(${divided(group, String(bit))} AS INTEGER) % 2`
      const at = `position(${sign} IN ${literal(LOWER)}) + ${LOWER.length} * (${isCapital})`
      return `substr(${literal(LOWER + UPPER)}, ${at}, 1)`
    }),
  )
  return signs.join('\n  || ')
}

/** What has lost its capitals as a whole can have them back; what has the wrong ones is some other text. */
function keyOf(text: Sql, restored: Sql, dialect: Dialect): Sql {
  const { finds, left } = dialect
  const fits = `(${restored} = ${left(text, 15)} OR NOT (${finds(text, '[a-z]')}) OR NOT (${finds(text, '[A-Z]')}))`
  return firstOf(
    [
      { when: finds(text, SALESFORCE_ID.short), give: text },
      { when: `position('?' IN ${restored}) = 0 AND ${fits}`, give: restored },
    ],
    folded(text, dialect),
  )
}
