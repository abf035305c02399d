import type { Subject } from '../ir/expr.ts'
import type { Subjected } from './condition.ts'
import type { Dialect, Sql } from './dialect.ts'
import type { FieldColumns } from './field.ts'
import { isMailOfKind } from './mail.ts'
import { NAMES, type Names } from './names.ts'
import { folded, wordForm } from './texts.ts'

/** What comparisons look at, as columns. */
export function subjects(
  columnsOf: (field: string) => FieldColumns,
  names: Names,
  dialect: Dialect,
): (subject: Subject) => Subjected {
  return subject => {
    if (subject.kind === 'field') return columnsOf(subject.name)
    const value = finding(subject, names, dialect)
    return {
      isList: false,
      isMissing: false,
      value,
      text: value,
      get words() {
        return wordForm(value, dialect)
      },
      isMail: kind => isMailOfKind(value, kind, dialect),
    }
  }
}

/** Something that was computed before; texts are folded, as they are compared so. */
function finding(subject: Exclude<Subject, { kind: 'field' }>, names: Names, dialect: Dialect): Sql {
  const label = (value: Sql) => `nullif(${folded(value, dialect)}, '')`
  const named = (of: ReadonlyMap<string, Sql>, name: string) => of.get(name) ?? 'NULL'
  switch (subject.kind) {
    case 'rule':
      return named(names.rules, subject.id)
    case 'score':
      return named(names.scores, subject.name)
    case 'total':
      return NAMES.total
    case 'grade':
      return label(NAMES.grade)
    case 'account':
      return `account_${subject.figure}`
    case 'criterion': {
      const criterion = named(names.criteria, subject.name)
      return `CASE WHEN ${criterion} THEN 'met' WHEN NOT ${criterion} THEN 'not_met' ELSE 'unknown' END`
    }
    case 'criteria':
      return subject.count === 'met' ? NAMES.met : NAMES.unknown
    case 'stage':
      return label(NAMES.stage)
    case 'segment':
      return label(named(names.segments, subject.name))
    case 'tag':
      return named(names.tags, subject.name)
  }
}
