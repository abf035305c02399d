import { FIRST_DAY, LAST_DAY, NOBODY, RETIRED_COLUMNS, type RetiredColumn } from '../../ir/catalogue/retired.ts'
import type { Expr, Test } from '../../ir/plan/expr.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Retired, RetiredMark } from '../../ir/plan/retired.ts'
import { readDate } from '../../ir/values/date.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { namedZones } from '../../ir/values/named-zones.ts'
import type { FieldType } from '../../ir/values/value.ts'
import { UTC, zoneOf } from '../../ir/values/zone.ts'
import { bindField } from './bind-field.ts'
import { proofsOf } from './cells/proofs.ts'
import { meaningsOf } from './match.ts'
import { innerHeading } from './paths.ts'
import { recogniseSystem } from './recognise/recognise.ts'
import type { From, Sample } from './sampled-columns.ts'

interface Found {
  readonly position: number
  readonly column: RetiredColumn
}

/** The column that marks records as deleted, archived, merged or historic, if there is one. */
export function findRetired(sample: Sample, from: From | undefined): Retired | undefined {
  const found = columnsIn(sample, from)
  if (found.length === 0) return undefined
  const context = {
    plan: NO_PLAN,
    sample,
    system: undefined,
    read: new Set(found.map((_, index) => nameOf(index))),
    proofs: proofsOf(sample, []),
  }
  const fields = found.map(({ position, column }, index) => {
    const field = { name: nameOf(index), type: typeOf(column), from: [], map: [] }
    return bindField(field, { columns: [position], by: 'heading' }, context).field
  })
  const marks = found.map(
    ({ position, column }, index): RetiredMark => ({
      reason: column.reason,
      heading: sample.headings[position] ?? '',
      when: conditionOf(column, nameOf(index)),
    }),
  )
  const exclude = marks.map(({ when }, index) => ({ id: nameOf(index), when, stage: '' }))
  const { fields: _, locale: _locale, events: _events, ...nothing } = NO_PLAN
  return { bound: { ...nothing, fields, exclude, scores: [], zone: zoneOf(NO_PLAN.locale.timezone) }, marks }
}

const NO_PLAN: Plan = {
  name: '',
  locale: { numbers: 'auto', dates: 'auto', timezone: 'UTC', nulls: [] },
  fields: {},
  scores: [],
  criteria: [],
  exclude: [],
  stages: [],
  segments: [],
  tags: [],
  owners: [],
  next: [],
}

function nameOf(index: number): string {
  return `retired_${index + 1}`
}

/** By its own heading, or by the one it has inside a record of JSON. */
function columnsIn(sample: Sample, from: From | undefined): Found[] {
  const keys = sample.headings.map(heading => [headingKey(heading), headingKey(innerHeading(heading) ?? '')])
  const has = (heading: string) => keys.some(each => each.includes(headingKey(heading)))
  let system: string | undefined | null = null
  const isOf = (wanted: string | undefined) => {
    if (wanted === undefined) return true
    if (system === null) system = from === 'generic' ? undefined : recogniseSystem(sample, from)?.name
    return system === wanted
  }
  return RETIRED_COLUMNS.flatMap(column => {
    const wanted = new Set(column.headings.map(headingKey))
    const positions = keys.flatMap((each, position) =>
      each.some(key => key !== '' && wanted.has(key)) ? [position] : [],
    )
    if (positions.length === 0 || (column.beside !== undefined && !has(column.beside)) || !isOf(column.of)) return []
    const { versionsSince } = column
    const isMeant = (position: number) =>
      versionsSince === undefined || (versionsSince.some(has) && hasVersions(sample, position))
    return positions.filter(isMeant).map(position => ({ position, column }))
  })
}

/** Whether leads have several rows of which all but one are closed, by the column with the day of the end. */
function hasVersions({ headings, rows }: Sample, end: number): boolean {
  const meanings = meaningsOf(headings, undefined)
  return ['id', 'email'].some(field => {
    const key = meanings.of(field, 'heading')[0]?.[0]
    if (key === undefined) return false
    const open = new Map<string, number>()
    let repeated = 0
    for (const row of rows) {
      const lead = fold(row[key] ?? '')
      if (lead === '') continue
      const before = open.get(lead)
      if (before !== undefined) repeated += 1
      open.set(lead, (before ?? 0) + (isClosed(row[end] ?? '') ? 0 : 1))
    }
    return repeated > 0 && [...open.values()].every(count => count < 2)
  })
}

/** An end that is no day is none, and so is one that stands for ever. */
function isClosed(end: string): boolean {
  const text = end.trim()
  const zones = namedZones([text])
  const day = readDate(text, { order: 'dmy', zones }, UTC) ?? readDate(text, { order: 'mdy', zones }, UTC)
  return day !== undefined && day >= FIRST_DAY && day <= LAST_DAY
}

function typeOf({ when }: RetiredColumn): FieldType {
  return 'is' in when ? 'boolean' : 'dated' in when ? 'date' : 'text'
}

function conditionOf({ when }: RetiredColumn, name: string): Expr {
  const subject = { kind: 'field', name } as const
  const test = (each: Test): Expr => ({ kind: 'test', subject, test: each })
  if ('is' in when) return test({ operator: 'equals', values: [when.is] })
  if ('dated' in when) return test({ operator: 'between', low: FIRST_DAY, high: LAST_DAY })
  if ('oneOf' in when) return test({ operator: 'equals', values: when.oneOf })
  return { kind: 'except', subject, of: [{ operator: 'equals', values: NOBODY }] }
}
