import type { Dialect, OwnFunction, Sql } from './dialect/dialect.ts'
import {
  behind,
  type Called,
  type Column,
  type Expression,
  indented,
  type Step,
  uniqueNames,
  WIDTH,
} from './dialect/write.ts'

/** The functions that a query calls by name; without them its expressions stand in the query. */
export interface Functions {
  /** Those that are called and that nobody has made yet. */
  readonly made: readonly MadeFunction[]
  /** The name under which a query calls a function; undefined: its expression stands in the query. */
  call(used: OwnFunction): Sql | undefined
}

export interface MadeFunction {
  readonly own: OwnFunction
  readonly name: Sql
}

/** A single call of a function with a body up to this length is its body. */
const SHORT_BODY = 6000

/**
 * The functions of a query that are made beside it, `nameOf` being what one is called in the database: those that are
 * long, or called more than once.
 */
export function functionsBeside(nameOf: (name: string) => Sql, steps: readonly Step[]): Functions {
  const unique = uniqueNames()
  const used = new Map<string, MadeFunction>()
  const times = timesCalled(steps)
  return {
    get made() {
      return [...used.values()]
    },
    call(own) {
      const key = keyOf(own)
      const known = used.get(key)
      if (known !== undefined) return known.name
      if ((times.get(key) ?? 0) < 2 && own.body('value').length <= SHORT_BODY) return undefined
      const name = nameOf(unique(own.name))
      used.set(key, { own, name })
      return name
    },
  }
}

/** Functions that are in the database already, each under its name. */
export function functionsThere(functions: readonly MadeFunction[]): Functions {
  const names = new Map(functions.map(({ own, name }) => [keyOf(own), name]))
  return { made: [], call: own => names.get(keyOf(own)) }
}

function timesCalled(steps: readonly Step[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const column of steps.flatMap(({ columns }) => columns)) {
    if ('call' in column) times.set(keyOf(column.call), (times.get(keyOf(column.call)) ?? 0) + 1)
  }
  return times
}

/** Functions of the same body are one. */
function keyOf({ name, body }: OwnFunction): string {
  return `${name} ${body('value')}`
}

/** What stands before the last `SELECT`. */
export function printSteps(steps: readonly Step[], dialect: Dialect, functions?: Functions): Sql {
  const isRecursive = steps.some(({ repeated }) => repeated !== undefined)
  const printed = steps
    .flatMap((step, index) => {
      const from = step.from ?? steps[index - 1]?.name ?? ''
      return inLists({ ...step, from }, dialect, functions)
    })
    .map((step, index) => printStep({ ...step, isKept: isApart(step, index, dialect) }, dialect, functions))
    .join(',\n')
  return `WITH${isRecursive ? ' RECURSIVE' : ''}\n${printed}`
}

/** Whether a step is made as a whole before the next one. */
function isApart({ isKept = false }: Step, index: number, { fence }: Dialect): boolean {
  return isKept || (fence !== undefined && (index + 1) % fence.together === 0)
}

interface FromStep extends Step {
  readonly from: Sql
}

function printStep(
  { name, about, columns, isWhole, isKept, from, end, repeated }: FromStep,
  dialect: Dialect,
  functions: Functions | undefined,
): Sql {
  const printed = columns.map((each, index) => {
    const sql = 'sql' in each ? each.sql : calledWith(each, functions)
    const column = sql === each.name ? sql : `${sql} AS ${each.name}`
    const label = 'sql' in each && each.label !== undefined ? behind(each.label) : ''
    return indented(indented(`${column}${index < columns.length - 1 ? ',' : ''}${label}`))
  })
  const comment = about === '' ? '' : `-- ${about}\n`
  const start = `${name} ${isKept ? dialect.onceAs : dialect.stepAs} (`
  const all = isWhole ? '' : ' *,'
  const fence = isKept || dialect.fence === undefined ? '' : ` ${dialect.fence.end}`
  const rows = `${[`FROM ${from}`, ...(end === undefined ? [] : [end])].join('\n  ')}${fence}`
  const line = `${start}SELECT${all} ${printed.join(' ')} ${rows})`
  const again = repeated === undefined ? '' : `\n  ${indented(printRepeated(name, repeated))}`
  const isShort = printed.length === 1 && again === '' && line.length <= WIDTH && !/\n| -- /.test(line)
  return isShort
    ? `${comment}${line}`
    : `${comment}${start}\n  SELECT${all}\n    ${printed.join('\n    ')}\n  ${rows}${again}\n)`
}

function printRepeated(name: Sql, { columns, holds }: NonNullable<Step['repeated']>): Sql {
  const names = columns.map(each => each.name).join(', ')
  const made = columns.map(each => `${indented(each.sql)} AS ${each.name}`).join(',\n  ')
  return `UNION ALL\nSELECT * EXCEPT (${names}),\n  ${made}\nFROM ${name}\nWHERE ${holds}`
}

function calledWith({ call, of }: Called, functions: Functions | undefined): Sql {
  const name = functions?.call(call)
  return name === undefined ? call.body(of) : `${name}(${of})`
}

/** Repeating this many characters is worse to read than a list. */
const REPEATED = 300

/** A step in which expressions that it needs of many columns are made of a list of these, in a step before it. */
function inLists(step: FromStep, dialect: Dialect, functions: Functions | undefined): FromStep[] {
  const calls = new Map<string, Called[]>()
  for (const column of step.columns) {
    if (!('call' in column) || functions?.call(column.call) !== undefined) continue
    const key = keyOf(column.call)
    calls.set(key, [...(calls.get(key) ?? []), column])
  }
  const lists = [...calls.values()].flatMap(([first, ...others], index) => {
    if (first === undefined || others.length * first.call.body('e').length < REPEATED) return []
    return [{ name: `${step.name}_list_${index + 1}`, members: [first, ...others] }]
  })
  if (lists.length === 0) return [step]
  const places = new Map<Column, Expression>(
    lists.flatMap(({ name, members }) =>
      members.map((member, index): [Column, Expression] => [
        member,
        { name: member.name, sql: dialect.item(name, String(index + 1), member.call.gives) },
      ]),
    ),
  )
  const made = lists.map(({ name, members: [first, ...others] }) => ({
    name,
    sql:
      first === undefined
        ? 'NULL'
        : dialect.mapped(
            dialect.list([first, ...others].map(({ of }) => of)),
            item => first.call.body(item),
            first.call.takes,
          ),
  }))
  const { end, from, isWhole, ...rest } = step
  const others = step.columns.filter(column => !places.has(column))
  return [
    {
      ...rest,
      name: `${step.name}_lists`,
      from,
      ...(isWhole && { isWhole }),
      ...(end !== undefined && { end }),
      columns: [...others, ...made],
    },
    { ...rest, about: '', from: `${step.name}_lists`, columns: [...places.values()] },
  ]
}

/** Functions as statements that make them. */
export function printFunctions(functions: readonly MadeFunction[], dialect: Dialect): Sql[] {
  return functions.map(({ own, name }) => `-- ${own.about}\n${dialect.created(name, own)}`)
}
