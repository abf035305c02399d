import { type Fading, fadeTable, shareAt, WHOLE } from '../ir/plan/fade.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { firstOf, type When } from './dialect/write.ts'

/**
 * The share in billionths that points of an age are worth, as a formula where that is the table of `ir/plan/fade.ts`
 * for every age, whatever the database's last bits are, and else as the table; 0 past its end and where there is no age.
 * `before`: what comes first.
 */
export function shareOfAge(fade: Fading, age: Sql, dialect: Dialect, before: readonly When[] = []): Sql {
  if (fade.kind === 'steps') {
    const rows = fade.steps.map(({ days }) => ({ when: `${age} <= ${days}`, give: String(shareAt(fade, days)) }))
    return firstOf([...before, { when: `${age} < 0`, give: '0' }, ...rows], '0')
  }
  const table = fadeTable(fade)
  const formula =
    fade.kind === 'half_life' ? halved(fade.days, age, table, dialect) : linear(fade.days, age, table, dialect)
  return firstOf(
    [...before, { when: `${age} BETWEEN 0 AND ${table.length - 1}`, give: formula ?? dialect.nth(table, age) }],
    '0',
  )
}

/** Databases agree on a power but for its last bits: no share may be as near to a half as that. */
const MARGIN = 1e-5

function halved(days: number, age: Sql, table: readonly number[], { types, wholeFloor }: Dialect): Sql | undefined {
  const isSafe = table.every((_, each) => {
    const exact = 0.5 ** (each / days) * WHOLE
    const beyond = exact - Math.floor(exact)
    return beyond === 0.5 || Math.abs(beyond - 0.5) > 2 * MARGIN
  })
  if (!isSafe) return undefined
  const power = `power(CAST(0.5 AS ${types.decimal}), CAST(${age} AS ${types.decimal}) / ${days})`
  // A half is rounded up although it may come out a bit smaller.
  return wholeFloor(`${power} * 1e9 + ${0.5 + MARGIN}`)
}

function linear(days: number, age: Sql, table: readonly number[], { divided }: Dialect): Sql | undefined {
  const whole = BigInt(2 * WHOLE)
  const isSame = table.every((share, each) => {
    const exact = (BigInt(days - each) * whole + BigInt(days)) / BigInt(2 * days)
    return exact === BigInt(share)
  })
  return isSame ? divided(`(${days} - (${age})) * ${2 * WHOLE} + ${days}`, String(2 * days)) : undefined
}
