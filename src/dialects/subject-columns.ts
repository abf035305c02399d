import { scoreBefore, TOTAL } from '../ir/plan/before.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Subject } from '../ir/plan/expr.ts'
import { stagesOf } from '../ir/plan/plan.ts'
import { fold } from '../ir/values/fold.ts'
import type { Constant } from '../ir/values/value.ts'
import { wordForm as wordsOf } from '../ir/values/words.ts'
import { isMailOfKind } from './cells/query-mail.ts'
import { wordForm } from './cells/query-text.ts'
import type { FieldColumns } from './cells/wanted.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { among, anyOf, lookUp } from './dialect/write.ts'
import type { Subjected } from './query-condition.ts'
import { gradesOf } from './query-outcome.ts'
import { NAMES, type Names } from './step-names.ts'

/** What comparisons look at, as columns. */
export function subjects(
  bound: BoundPlan,
  columnsOf: (field: string) => FieldColumns,
  names: Names,
  dialect: Dialect,
): (subject: Subject) => Subjected {
  return subject => {
    if (subject.kind === 'field') return columnsOf(subject.name)
    if (subject.kind === 'change') return change(subject.name, columnsOf, names, dialect)
    const isNothing = subject.kind === 'grade' && bound.grade === undefined
    const column = isNothing ? `CAST(NULL AS ${dialect.types.text})` : finding(subject, names)
    const labels = labelsOf(subject, bound)
    const value = labels === undefined ? column : spelled(column, labels, fold, dialect)
    return {
      isList: false,
      isMissing: false,
      value,
      text: value,
      get words() {
        return labels === undefined
          ? wordForm(value, dialect)
          : spelled(column, labels, label => wordsOf(fold(label)), dialect)
      },
      isMail: kind => isMailOfKind(value, kind, dialect),
      ...(subject.kind === 'criterion' && { found: ofCriterion(names.criteria.get(subject.name) ?? 'NULL', dialect) }),
      ...(labels !== undefined && { found: ofLabels(column, labels, dialect) }),
    }
  }
}

/** What a criterion is compared with are three words. */
function ofCriterion(column: Sql, dialect: Dialect): Subjected['found'] {
  const tests = new Map<Constant, Sql>([
    ['met', dialect.is(column, true)],
    ['not_met', dialect.is(column, false)],
    ['unknown', `${column} IS NULL`],
  ])
  return { equals: values => anyOf(values.map(value => tests.get(value) ?? 'FALSE')), isThere: "''" }
}

/** Which labels a comparison means is known beforehand. */
function ofLabels(column: Sql, labels: readonly string[], dialect: Dialect): Subjected['found'] {
  return {
    equals: values => {
      const meant = [...new Set(labels)].filter(label => fold(label) !== '' && values.includes(fold(label)))
      const isThere = `nullif(${column}, '')`
      return meant.length === 0
        ? `CASE WHEN ${isThere} IS NOT NULL THEN FALSE END`
        : among(
            column,
            meant.map(label => dialect.text(label)),
          )
    },
    isThere: `nullif(${column}, '')`,
  }
}

/** Points now less points then; both are numbers. */
function change(name: string, columnsOf: (field: string) => FieldColumns, names: Names, dialect: Dialect): Subjected {
  const before = columnsOf(scoreBefore(name))
  const now = name === TOTAL ? NAMES.total : (names.scores.get(name) ?? 'NULL')
  const value = `(${now} - ${before.value})`
  return { ...before, value, text: value, isMail: kind => isMailOfKind(value, kind, dialect) }
}

type Finding = Exclude<Subject, { kind: 'field' | 'change' }>

/** A value computed in an earlier step. */
function finding(subject: Finding, names: Names): Sql {
  const named = (of: ReadonlyMap<string, Sql>, name: string) => of.get(name) ?? 'NULL'
  switch (subject.kind) {
    case 'rule':
      return named(names.rules, subject.id)
    case 'score':
      return named(names.scores, subject.name)
    case 'total':
      return NAMES.total
    case 'grade':
      return NAMES.grade
    case 'chance':
      return NAMES.chance
    case 'account':
      return `account_${subject.figure}`
    case 'criterion': {
      const criterion = named(names.criteria, subject.name)
      return `CASE WHEN ${criterion} THEN 'met' WHEN NOT ${criterion} THEN 'not_met' ELSE 'unknown' END`
    }
    case 'criteria':
      return subject.count === 'met' ? NAMES.met : NAMES.unknown
    case 'stage':
      return NAMES.stage
    case 'segment':
      return named(names.segments, subject.name)
    case 'tag':
      return named(names.tags, subject.name)
  }
}

/** The labels that a finding can be; undefined for other kinds of it. */
function labelsOf(subject: Finding, bound: BoundPlan): string[] | undefined {
  switch (subject.kind) {
    case 'stage':
      return stagesOf(bound)
    case 'segment':
      return bound.segments.find(({ name }) => name === subject.name)?.rows.map(({ label }) => label)
    case 'grade':
      return gradesOf(bound)
    default:
      return undefined
  }
}

/** A label in another spelling; both are constants. */
function spelled(column: Sql, labels: readonly string[], spelling: (label: string) => string, { text }: Dialect): Sql {
  const rows = [...new Set(labels)].filter(label => fold(label) !== '')
  return lookUp(
    column,
    rows.map(label => ({ when: text(label), give: text(spelling(label)) })),
  )
}
