import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { wordRuns } from '../../ir/values/words.ts'
import { folded } from '../cells/query-text.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, slug, uniqueNames } from '../dialect/write.ts'
import { type ConditionContext, condition } from '../query-condition.ts'

/** The names of events and the rules that apply to them, as in `engine/events/event-names.ts`. */
export interface EventNames {
  /** Their own names, folded. */
  readonly texts: readonly Column[]
  /** The keys of those. */
  readonly keys: readonly Column[]
  /** For each name that is asked for, whether an event goes by it: it is its own, or that of a signal. */
  readonly meanings: readonly Column[]
  goesBy(name: string): Sql
  /** What the signals say of its status; undefined if none says anything. */
  readonly status: Sql | undefined
}

/** `name`: the column with the name as it stands in the file. */
export function eventNames(
  name: Sql,
  source: BoundEventSource,
  asked: readonly string[],
  context: ConditionContext,
): EventNames {
  const { dialect } = context
  const text = `${name}_folded`
  const keys = [
    { name: EVENT_KEY, sql: keyOf(text, dialect) },
    ...(source.affix === undefined
      ? []
      : [{ name: `${EVENT_KEY}_cut`, sql: keyOf(dialect.replaced(text, source.affix, []), dialect) }]),
  ]
  const { ways, waysOf } = waysTo(source)
  const holds = ({ keys: own, any, conditional }: Ways): Sql => {
    const named = own.size === 0 ? [] : keys.map(key => dialect.isOneOf(key.name, [...own]))
    const signalled = conditional.map(({ where, of }) => allOf([condition(where, 'plain', context), holds(of)]))
    return any ? 'TRUE' : anyOf([...named, ...signalled])
  }
  const unique = uniqueNames()
  const columns = new Map(asked.map(each => [each, unique(`is_${slug(each)}`)]))
  const statuses = source.signals.flatMap(signal =>
    signal.status === undefined ? [] : [{ when: holds(waysOf(signal, [])), give: dialect.text(fold(signal.status)) }],
  )
  return {
    texts: [{ name: text, sql: folded(name, dialect) }],
    keys,
    meanings: [...columns].map(([each, column]) => ({ name: column, sql: holds(ways(each)) })),
    goesBy: each => columns.get(each) ?? 'FALSE',
    status: statuses.length === 0 ? undefined : firstOf(statuses),
  }
}

export const EVENT_KEY = 'event_key'

/** How an event can come by a name: by one of these keys, or by a signal of which something must hold, too. */
interface Ways {
  readonly keys: ReadonlySet<string>
  /** Every event has this name. */
  readonly any: boolean
  readonly conditional: readonly { readonly where: Expr; readonly of: Ways }[]
}

type Signal = BoundEventSource['signals'][number]

/** A signal may stand for another one; circles are cut, which changes nothing. */
function waysTo({ signals }: BoundEventSource) {
  const ways = (target: string, passed: readonly string[] = []): Ways => {
    const leading = signals.filter(({ name }) => name === target && !passed.includes(name))
    return union([
      { keys: new Set([target]), any: false, conditional: [] },
      ...leading.map(each => waysOf(each, passed)),
    ])
  }
  const waysOf = ({ name, of, where }: Signal, passed: readonly string[]): Ways => {
    const all = of.length === 0 ? ANY : union(of.map(each => ways(each, [...passed, name])))
    return where === undefined ? all : { keys: new Set(), any: false, conditional: [{ where, of: all }] }
  }
  return { ways, waysOf }
}

const ANY: Ways = { keys: new Set(), any: true, conditional: [] }

function union(all: readonly Ways[]): Ways {
  return {
    keys: new Set(all.flatMap(({ keys }) => [...keys])),
    any: all.some(({ any }) => any),
    conditional: all.flatMap(({ conditional }) => conditional),
  }
}

/** `Page View` and `page_view` are one: see `eventKey`. Names are hardly ever anything but ASCII. */
function keyOf(name: Sql, dialect: Dialect): Sql {
  const { finds, replaced } = dialect
  const letters = firstOf(
    [{ when: finds(name, '^[ -~]*$'), give: replaced(name, '[^a-z0-9]+', []) }],
    replaced(name, `[^${letterClass(dialect)}]+`, []),
  )
  return `coalesce(nullif(${letters}, ''), ${name}, '')`
}

let runs: readonly (readonly [first: number, last: number])[] | undefined

/** The characters of words, without combining marks. */
function letterClass({ codePoint }: Dialect): string {
  runs ??= wordRuns().flatMap(([first, last]) => lettersIn(first, last))
  return runs
    .map(([first, last]) => (first === last ? codePoint(first) : `${codePoint(first)}-${codePoint(last)}`))
    .join('')
}

function lettersIn(first: number, last: number): [number, number][] {
  const found: [number, number][] = []
  for (let code = first; code <= last; code += 1) {
    if (headingKey(String.fromCodePoint(code)) === '') continue
    const run = found.at(-1)
    if (run !== undefined && run[1] === code - 1) run[1] = code
    else found.push([code, code])
  }
  return found
}
