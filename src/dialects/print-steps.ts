import { labelComment } from './dialect/comment.ts'
import type { Dialect, OwnFunction, Sql } from './dialect/dialect.ts'
import { type Called, type Column, type Expression, indented, type Step, uniqueNames, WIDTH } from './dialect/write.ts'

/** The functions that a query calls by name; without it none is called, and its expressions stand in the query. */
export interface Functions {
  readonly used: readonly OwnFunction[]
  /** The name under which a query calls a function. */
  call(used: OwnFunction): Sql
}

/** `nameOf`: what a function is called in the database. */
export function collectFunctions(nameOf: (name: string) => Sql): Functions {
  const unique = uniqueNames()
  const used = new Map<string, { readonly own: OwnFunction; readonly name: Sql }>()
  return {
    get used() {
      return [...used.values()].map(({ own }) => own)
    },
    call(own) {
      const key = keyOf(own)
      const known = used.get(key)
      if (known !== undefined) return known.name
      const name = nameOf(unique(own.name))
      used.set(key, { own, name })
      return name
    },
  }
}

/** Functions of the same body are one. */
function keyOf({ name, body }: OwnFunction): string {
  return `${name} ${body('value')}`
}

/** What stands between `WITH` and the last `SELECT`. */
export function printSteps(steps: readonly Step[], dialect: Dialect, functions?: Functions): Sql {
  return steps
    .flatMap((step, index) => {
      const from = step.from ?? steps[index - 1]?.name ?? ''
      return functions === undefined ? inLists({ ...step, from }, dialect) : [{ ...step, from }]
    })
    .map(step => printStep(step, dialect, functions))
    .join(',\n')
}

interface FromStep extends Step {
  readonly from: Sql
}

function printStep(
  { name, about, columns, isWhole, isKept, from, end }: FromStep,
  dialect: Dialect,
  functions: Functions | undefined,
): Sql {
  const printed = columns.map((each, index) => {
    const sql = 'sql' in each ? each.sql : calledWith(each, functions)
    const column = sql === each.name ? sql : `${sql} AS ${each.name}`
    const label = 'sql' in each && each.label !== undefined ? ` -- ${labelComment(each.label)}` : ''
    return indented(indented(`${column}${index < columns.length - 1 ? ',' : ''}${label}`))
  })
  const comment = about === '' ? '' : `-- ${about}\n`
  const start = `${name} ${isKept ? dialect.onceAs : dialect.stepAs} (`
  const all = isWhole ? '' : ' *,'
  const rows = [`FROM ${from}`, ...(end === undefined ? [] : [end])].join('\n  ')
  const line = `${start}SELECT${all} ${printed.join(' ')} ${rows})`
  const isShort = printed.length === 1 && line.length <= WIDTH && !/\n| -- /.test(line)
  return isShort
    ? `${comment}${line}`
    : `${comment}${start}\n  SELECT${all}\n    ${printed.join('\n    ')}\n  ${rows}\n)`
}

function calledWith({ call, of }: Called, functions: Functions | undefined): Sql {
  return functions === undefined ? call.body(of) : `${functions.call(call)}(${of})`
}

/** Repeating this many characters is worse to read than a list. */
const REPEATED = 300

/** A step in which expressions that it needs of many columns are made of a list of these, in a step before it. */
function inLists(step: FromStep, dialect: Dialect): FromStep[] {
  const calls = new Map<string, Called[]>()
  for (const column of step.columns) {
    if (!('call' in column)) continue
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
        { name: member.name, sql: dialect.item(name, String(index + 1)) },
      ]),
    ),
  )
  const made = lists.map(({ name, members: [first, ...others] }) => ({
    name,
    sql:
      first === undefined
        ? 'NULL'
        : dialect.mapped(dialect.list([first, ...others].map(({ of }) => of)), item => first.call.body(item)),
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
export function printFunctions({ used, call }: Functions, dialect: Dialect): Sql[] {
  return used.map(each => `-- ${each.about}\n${dialect.created(call(each), each)}`)
}
