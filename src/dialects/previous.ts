import { BEFORE, isBefore } from '../ir/plan/before.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { readFields } from './cells/field-columns.ts'
import { standingPositions } from './cells/read-cell.ts'
import type { FieldColumns, Wanted } from './cells/wanted.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { allOf, type Column, firstOf, not, type Step, slug } from './dialect/write.ts'
import { keySteps } from './events/keys.ts'
import { printSteps } from './print-steps.ts'
import { type Relation, rowOf, standingBeside } from './relation.ts'

/**
 * A table with what the leads were in the run before, as leadq wrote it. Leads are found in it as
 * `leads/memory/memory.ts` finds them: the first key that both sides know decides.
 */
export interface PreviousRelation extends Relation {
  /** Its fields: keys, and what the leads were. */
  readonly fields: readonly BoundField[]
  /** The fields by which a lead is found, best first. */
  readonly key: readonly string[]
}

export interface PreviousSteps {
  /** They stand behind the leads, and come to all columns of these and what they were. */
  readonly steps: readonly Step[]
  /** The columns of a field that says what the lead was. */
  columnsOf(field: string): FieldColumns | undefined
}

/** The leads that are looked for. */
export interface LookedFor {
  /** The step that they stand in. */
  readonly step: Sql
  columnsOf(field: string): FieldColumns
  stepName(name: string): string
}

const WANTED: Wanted = { text: true, words: false, mail: [] }

export function previousSteps(
  plan: Pick<BoundPlan, 'zone'>,
  previous: PreviousRelation,
  { step: leads, columnsOf: columnsOfLead, stepName }: LookedFor,
  dialect: Dialect,
): PreviousSteps {
  const { key } = previous
  const before = (name: string) => stepName(`before_${name}`)
  const { steps: recorded, told, names, columnsOf } = recordedSteps(plan, previous, stepName, dialect)
  const ranks = key.map((_, index) => index + 1)
  const own = keysOf('own_key', key, columnsOfLead, dialect)
  const steps: Step[] = [
    {
      name: stepName('own_key_texts'),
      about: 'by what leads are found in the run before',
      columns: own.texts,
      from: leads,
    },
    { name: stepName('own_key_signs'), about: '', columns: own.signs },
    { name: stepName('own_keys'), about: '', columns: own.keys },
    ...recorded,
    ...ranks.map(rank => ({
      name: before(`by_${rank}`),
      about: '',
      isWhole: true as const,
      from: before('order'),
      columns: [
        { name: `by_${rank}_key`, sql: `before_key_${rank}` },
        ...ranks
          .slice(0, rank - 1)
          .map(better => ({ name: `by_${rank}_knows_${better}`, sql: `(before_key_${better} IS NOT NULL)` })),
        ...names.map(name => ({ name: `by_${rank}_${name}`, sql: name })),
      ],
      end: `WHERE ${allOf([`before_key_${rank} IS NOT NULL`, `before_place_${rank} = 1`, `${cell(BEFORE.stage, 'value', '').name} IS NOT NULL`])}`,
    })),
    {
      name: stepName('were'),
      about: 'what the leads were: the first key that both sides know decides',
      from: [stepName('own_keys'), ...ranks.map(rank => joined(rank, ranks, before))].join('\n  LEFT JOIN '),
      columns: names.map(name => ({
        name: `were_${name}`,
        sql: firstOf(ranks.map(rank => ({ when: `by_${rank}_key IS NOT NULL`, give: `by_${rank}_${name}` }))),
      })),
    },
  ]
  return {
    steps: steps.filter(({ columns }) => columns.length > 0),
    columnsOf(field) {
      if (!told.includes(field)) return undefined
      const [value, text] = (['value', 'text'] as const).map(aspect => `were_${cell(field, aspect, '').name}`)
      return {
        ...columnsOf(field),
        value: value ?? '',
        text: `coalesce(${text}, '')`,
        read: value ?? '',
      }
    },
  }
}

/** The rows of the run before: their keys, what leads were, and which row counts of those that share a key. */
function recordedSteps(
  { zone }: Pick<BoundPlan, 'zone'>,
  previous: PreviousRelation,
  stepName: LookedFor['stepName'],
  dialect: Dialect,
) {
  const { key, fields } = previous
  const ranks = key.map((_, index) => index + 1)
  const row = rowOf(previous, dialect)
  const before = (name: string) => stepName(`before_${name}`)
  const wanted = new Map(fields.map(({ name }) => [name, WANTED]))
  const records = {
    from: row.from,
    cellOf: row.cellOf,
    headingOf: row.headingOf,
    ...standingBeside(row, standingPositions(fields, row.typedCellOf), 'before_value'),
    name: before('rows'),
    stepName: before,
  }
  const read = readFields({ fields, zone }, wanted, records, dialect)
  const theirs = keysOf('before_key', key, read.columnsOf, dialect)
  const told = fields.filter(({ name, columns }) => isBefore(name) && columns.length > 0).map(({ name }) => name)
  const cells = told.flatMap(name => {
    const { value, text } = read.columnsOf(name)
    return [cell(name, 'value', value), cell(name, 'text', text)]
  })
  const names = cells.map(({ name }) => name)
  const ordered = [...ranks.map(rank => `before_key_${rank}`), ...names].join(', ')
  const steps: Step[] = [
    ...read.steps,
    { name: before('key_texts'), about: 'what the leads were in the run before', columns: [...theirs.texts, ...cells] },
    { name: before('key_signs'), about: '', columns: theirs.signs },
    { name: before('keys'), about: '', columns: theirs.keys },
    {
      name: before('order'),
      about: 'of rows that share a key one counts',
      columns: ranks.map(rank => ({
        name: `before_place_${rank}`,
        sql: `row_number() OVER (PARTITION BY before_key_${rank} ORDER BY ${ordered})`,
      })),
    },
  ]
  return { steps, told, names, columnsOf: read.columnsOf }
}

/** A query for how many leads of the run before were in each stage. */
export function printStageCounts(
  plan: Pick<BoundPlan, 'zone'>,
  previous: PreviousRelation,
  stepName: LookedFor['stepName'],
  dialect: Dialect,
): Sql {
  const { steps } = recordedSteps(plan, previous, stepName, dialect)
  const [value, text] = (['value', 'text'] as const).map(aspect => cell(BEFORE.stage, aspect, '').name)
  const counts = previous.key.map((_, index) => ({
    when: `before_key_${index + 1} IS NOT NULL`,
    give: `before_place_${index + 1} = 1`,
  }))
  const read = steps.filter(({ columns }) => columns.length > 0)
  const rows = `SELECT ${text} AS stage FROM ${read.at(-1)?.name} WHERE ${value} IS NOT NULL AND ${firstOf(counts, 'FALSE')}`
  const answer = `SELECT CAST(stage AS ${dialect.types.text}), CAST(count(*) AS ${dialect.types.text})`
  return `${printSteps(read, dialect)}\n${answer} FROM (${rows}) AS counted GROUP BY stage`
}

/** Joined by a key, unless a better one is known on both sides: that one has found nothing. */
function joined(rank: number, ranks: readonly number[], before: (name: string) => Sql): Sql {
  const differs = ranks
    .slice(0, rank - 1)
    .map(better => not(allOf([`own_key_${better} IS NOT NULL`, `by_${rank}_knows_${better}`])))
  return `${before(`by_${rank}`)} ON ${allOf([`own_key_${rank} = by_${rank}_key`, ...differs])}`
}

function cell(field: string, aspect: 'value' | 'text', sql: Sql): Column {
  return { name: `${slug(field)}_${aspect}`, sql }
}

/** The keys of rows in three steps; NULL for a row without one. */
function keysOf(name: string, key: readonly string[], columnsOf: (field: string) => FieldColumns, dialect: Dialect) {
  const texts = key.map((field, index) => {
    const { value, text } = columnsOf(field)
    return {
      name: `${name}_text_${index + 1}`,
      sql: firstOf([{ when: `${value} IS NOT NULL`, give: text }], `CAST(NULL AS ${dialect.types.text})`),
    }
  })
  const steps = keySteps(
    texts.map((text, index) => ({ name: `${name}_${index + 1}`, text: text.name })),
    dialect,
  )
  return { texts, signs: steps.texts, keys: steps.keys }
}
