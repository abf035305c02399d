import type { Retired } from '../ir/plan/retired.ts'
import { wantedFields } from './all-conditions.ts'
import { readFields } from './cells/field-columns.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { firstOf } from './dialect/write.ts'
import { printSteps } from './print-steps.ts'
import { condition } from './query-condition.ts'
import { namesBeside, type Relation, rowOf } from './relation.ts'
import { NAMES, namesOf } from './step-names.ts'
import { subjects } from './subject-columns.ts'

/** The records of a relation that are live, in brackets: they stand behind FROM as the relation itself does. */
export function liveRecords(relation: Relation, retired: Retired | undefined, dialect: Dialect): Sql {
  if (retired === undefined) return relation.source
  const { steps, mark, last } = marked(relation, retired, dialect)
  const live = `SELECT ${dialect.columnsOf(NAMES.lead, relation.all ?? [])} FROM ${last} WHERE ${mark} IS NULL`
  return `(${steps}\n${live})`
}

/** A query for how many records each mark says not to be live: rows of the mark's place, from 0, and a count. */
export function printRetiredCount(relation: Relation, retired: Retired, dialect: Dialect): Sql {
  const { steps, mark, last } = marked(relation, retired, dialect)
  const { text } = dialect.types
  const counted = `SELECT ${mark} AS mark FROM ${last}`
  const answer = `SELECT CAST(mark AS ${text}), CAST(count(*) AS ${text}) FROM (${counted}) AS counted`
  return `${steps}\n${answer} WHERE mark IS NOT NULL GROUP BY mark`
}

/** The steps that read what says so, and the first mark of a record as a number; NULL if it is live. */
function marked(relation: Relation, { bound, marks }: Retired, dialect: Dialect) {
  const row = rowOf(relation, dialect)
  const stepName = namesBeside([relation])
  const named = (name: string) => stepName(`retired_${name}`)
  const kept = dialect.rowOf(row.name, NAMES.lead, relation.all ?? [])
  const records = { ...row, kept, name: named('leads'), stepName: named }
  const fields = readFields(bound, wantedFields(bound), records, dialect)
  const steps = fields.steps.filter(({ columns }) => columns.length > 0)
  const subject = subjects(bound, fields.columnsOf, namesOf(bound, dialect), dialect)
  const rows = marks.map(({ when }, index) => ({
    when: condition(when, 'exclude', { dialect, asOf: '0', subject }),
    give: String(index),
  }))
  return { steps: printSteps(steps, dialect), mark: firstOf(rows), last: steps.at(-1)?.name ?? '' }
}
