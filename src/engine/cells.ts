import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Column, LIST_JOINT } from '../ir/plan/columns.ts'
import type { Duplicate, LedgerEntry, Verdict } from '../ir/results/verdict.ts'
import { printDay } from '../ir/values/calendar.ts'

/** A verdict as the cells of leadq's columns. */
export function compileCells(bound: BoundPlan, columns: readonly Column[]): (verdict: Verdict | Duplicate) => string[] {
  const writers = columns.map(column => cellWriter(column, bound))
  return verdict => ('duplicateOf' in verdict ? duplicateCells(columns, verdict) : writers.map(write => write(verdict)))
}

/** One column of a verdict as the text of its cell. */
export function compileCell(bound: BoundPlan, column: Column): (verdict: Verdict) => string {
  return cellWriter(column, bound)
}

/** A value inside the member that is put into a JSON record. */
export interface MemberPart {
  /** What stands before it in the member. */
  readonly before: string
  /** Of several columns that are one value, the first. */
  readonly column: Column
  print(verdict: Verdict): string
}

/** What the member of a verdict is made of: `"leadq": {...}`, without the prefix of columns. */
export interface Member {
  readonly parts: readonly MemberPart[]
  readonly after: string
}

export function memberOf(bound: BoundPlan, columns: readonly Column[]): Member {
  const parts: MemberPart[] = []
  let before = `${OWN}{`
  const add = (name: string, column: Column, print: MemberPart['print']) => {
    parts.push({ before: `${before}${JSON.stringify(name)}:`, column, print })
    before = ','
  }
  const value = (column: Column) =>
    add(column.name, column, verdict => JSON.stringify(jsonValue(column, bound, verdict)))
  const addAll = (name: string, all: readonly Column[]) => {
    if (all.length === 0) return
    before += `${JSON.stringify(name)}:{`
    all.forEach(value)
    before = '},'
  }
  const ofAccount = columns.filter(column => column.kind === 'account')
  const [first] = ofAccount
  const apart: readonly Column['kind'][] = ['score', 'segment', 'account']
  columns.filter(({ kind }) => !apart.includes(kind)).forEach(value)
  addAll(
    'scores',
    columns.filter(({ kind }) => kind === 'score'),
  )
  addAll(
    'segments',
    columns.filter(({ kind }) => kind === 'segment'),
  )
  if (first !== undefined) add('account', first, verdict => JSON.stringify(accountValue(ofAccount, verdict)))
  return { parts, after: parts.length === 0 ? `${before}}` : `${before.slice(0, -1)}}` }
}

/** A verdict as the member that is put into a JSON record. */
export function compileMember(bound: BoundPlan, columns: readonly Column[]): (verdict: Verdict | Duplicate) => string {
  const { parts, after } = memberOf(bound, columns)
  return verdict => {
    if ('duplicateOf' in verdict) return duplicateMember(columns, verdict)
    let text = ''
    for (const { before, print } of parts) text += before + print(verdict)
    return text + after
  }
}

const OWN = '"leadq": '

function duplicateCells(columns: readonly Column[], { duplicateOf }: Duplicate): string[] {
  return columns.map(({ kind }) => (kind === 'duplicate_of' ? duplicateOf : ''))
}

function duplicateMember(columns: readonly Column[], { duplicateOf }: Duplicate): string {
  const isAsked = columns.some(({ kind }) => kind === 'duplicate_of')
  return OWN + JSON.stringify(isAsked ? { duplicate_of: duplicateOf } : {})
}

function accountValue(
  columns: readonly Extract<Column, { kind: 'account' }>[],
  { account }: Verdict,
): Record<string, unknown> | null {
  if (account === undefined) return null
  return Object.fromEntries(columns.map(({ figure }) => [figure, account[figure] ?? null]))
}

/** The text of a column for a verdict. The writer is chosen once per column because it runs for every cell. */
function cellWriter(column: Column, bound: BoundPlan): (verdict: Verdict) => string {
  switch (column.kind) {
    case 'stage':
      return ({ stage }) => stage
    case 'owner':
      return ({ owner }) => owner
    case 'next':
      return ({ next }) => next
    case 'reasons':
      return ({ ledger }) => joined(ledger, printReason)
    case 'tags':
      return ({ tags }) => joined(bound.tags, ({ name }, index) => (tags[index] === true ? name : ''))
    case 'met':
      return ({ criteria }) => joined(bound.criteria, ({ name }, index) => (criteria[index] === true ? name : ''))
    case 'missing':
      return ({ criteria }) => joined(bound.criteria, ({ name }, index) => (criteria[index] === undefined ? name : ''))
    case 'excluded':
      return ({ excluded }) => joined(excluded, index => bound.exclude[index]?.id ?? '')
    default:
      return verdict => String(jsonValue(column, bound, verdict) ?? '')
  }
}

/** The texts of a list that are not empty, in one cell. */
function joined<T>(items: readonly T[], print: (item: T, index: number) => string): string {
  let text = ''
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    const part = item === undefined ? '' : print(item, index)
    if (part !== '') text += text === '' ? part : LIST_JOINT + part
  }
  return text
}

/** `demo +40` */
function printReason({ text, points }: LedgerEntry): string {
  return `${text} ${points > 0 ? '+' : ''}${points}`
}

function jsonValue(column: Column, bound: BoundPlan, verdict: Verdict): unknown {
  switch (column.kind) {
    case 'stage':
      return verdict.stage
    case 'total':
      return verdict.total ?? null
    case 'score':
      return verdict.scores[column.index] ?? null
    case 'grade':
      return verdict.grade ?? null
    case 'chance':
      return verdict.chance ?? null
    case 'segment':
      return verdict.segments[column.index] ?? ''
    case 'tags':
      return namesWhere(bound.tags, index => verdict.tags[index] === true)
    case 'reasons':
      return verdict.ledger.map(({ text, points }) => ({ text, points }))
    case 'met':
      return namesWhere(bound.criteria, index => verdict.criteria[index] === true)
    case 'missing':
      return namesWhere(bound.criteria, index => verdict.criteria[index] === undefined)
    case 'excluded':
      return verdict.excluded.flatMap(index => bound.exclude[index]?.id ?? [])
    case 'owner':
      return verdict.owner
    case 'next':
      return verdict.next
    case 'since':
      return printDay(verdict.since)
    case 'stage_before':
      return verdict.stageBefore
    case 'due':
      return verdict.due === undefined ? null : printDay(verdict.due)
    case 'completeness':
      return verdict.completeness
    case 'account':
      return verdict.account?.[column.figure] ?? null
    case 'duplicate_of':
      return null
    default:
      return column satisfies never
  }
}

function namesWhere(list: readonly { readonly name: string }[], holds: (index: number) => boolean): string[] {
  return list.flatMap(({ name }, index) => (holds(index) ? [name] : []))
}
