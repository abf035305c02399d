import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import { accountText, COLUMN_TEXTS } from '../../../ir/plan/column-texts.ts'
import { type Column, columnsOf } from '../../../ir/plan/columns.ts'
import { labelsOf } from '../../../ir/plan/labels.ts'
import { nameOf, type Plan, stagesOf } from '../../../ir/plan/plan.ts'
import { harmless } from './model.ts'
import { yamlText } from './yaml-text.ts'

export interface PropertiesRequest {
  readonly plan: Plan
  readonly bound: BoundPlan
  /** Of the model. */
  readonly name: string
  readonly about: string
  readonly prefix: string
  /** The column with the lead's id. */
  readonly key: string | undefined
}

/** The properties of a model as YAML: descriptions and tests of the key and of leadq's columns. */
export function propertiesFile({ plan, bound, name, about, prefix, key }: PropertiesRequest): string {
  const duplicate = `${prefix}duplicate_of`
  const scored =
    plan.dedupe === undefined ? [] : [`              config: { where: ${quoted(`"${duplicate}" is null`)} }`]
  const testsOf = (column: Column): string[] => [
    ...(isAlwaysThere(column, bound) ? ['          - not_null:', ...scored] : []),
    ...(valuesOf(column, plan)?.length
      ? [
          '          - accepted_values:',
          '              arguments:',
          '                values:',
          ...(valuesOf(column, plan) ?? []).map(value => `                  - ${quoted(value)}`),
        ]
      : []),
  ]
  const columns = [
    ...(key === undefined ? [] : columnLines(key, 'The id of the lead.', keyTests(scored))),
    ...columnsOf(bound).flatMap(column =>
      columnLines(prefix + column.name, aboutColumn(column, plan), testsOf(column)),
    ),
  ]
  return [
    'version: 2',
    'models:',
    `  - name: ${quoted(name)}`,
    `    description: ${quoted(about)}`,
    '    columns:',
    ...columns,
    '',
  ].join('\n')
}

function keyTests(scored: readonly string[]): string[] {
  return ['          - not_null:', '          - unique:', ...scored]
}

function columnLines(name: string, about: string, tests: readonly string[]): string[] {
  return [
    `      - name: ${quoted(name)}`,
    '        quote: true',
    `        description: ${quoted(about)}`,
    ...(tests.length === 0 ? [] : ['        data_tests:', ...withoutColons(tests)]),
  ]
}

/** A test without settings is its name alone. */
function withoutColons(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const isAlone = line.endsWith(':') && !(lines[index + 1]?.startsWith('            ') ?? false)
    return isAlone ? line.slice(0, -1) : line
  })
}

/** Whether a column has a value for every lead that is scored. */
function isAlwaysThere(column: Column, { scores }: BoundPlan): boolean {
  switch (column.kind) {
    case 'stage':
    case 'grade':
    case 'completeness':
      return true
    case 'total':
      return scores.some(({ known }) => known)
    case 'score':
      return scores[column.index]?.known === true
    default:
      return false
  }
}

/** The values that a column can have, if the rulebook names them all. */
function valuesOf(column: Column, plan: Plan): readonly string[] | undefined {
  const labels = (kind: string) => labelsOf(plan).flatMap(label => (label.kind === kind ? [label.value] : []))
  switch (column.kind) {
    case 'stage':
      return stagesOf(plan)
    case 'grade':
      return labels('grade')
    case 'segment':
      return [...new Set(plan.segments[column.index]?.rows.map(({ label }) => label))]
    case 'owner':
      return plan.owners.every(row => 'to' in row) ? labels('owner') : undefined
    case 'next':
      return [...new Set(plan.next.map(row => row.do))]
    default:
      return undefined
  }
}

/** Of a rulebook without `dedupe` there are none. */
const OF_DUPLICATES = /(?:, or )?the lead is a duplicate$/

/** What a column means, and what the rulebook says of it. */
function aboutColumn(column: Column, plan: Plan): string {
  const { means, empty } = column.kind === 'account' ? accountText(column.figure) : COLUMN_TEXTS[column.kind]
  const own = ofRulebook(column, plan)
  const isEmptyIf = plan.dedupe === undefined ? empty?.replace(OF_DUPLICATES, '') : empty
  return [
    `${means.charAt(0).toUpperCase()}${means.slice(1)}.`,
    ...(own === undefined ? [] : [own]),
    ...(isEmptyIf ? [`Empty if ${isEmptyIf}.`] : []),
  ].join(' ')
}

function ofRulebook(column: Column, plan: Plan): string | undefined {
  switch (column.kind) {
    case 'score': {
      return listed('Rules', plan.scores[column.index]?.groups.flatMap(group => group.rules.map(nameOf)) ?? [])
    }
    case 'excluded':
      return listed(
        'Exclusions',
        plan.exclude.map(each => (each.label === undefined ? each.id : `${each.id} (${each.label})`)),
      )
    case 'met':
    case 'missing':
      return listed(
        'Criteria',
        plan.criteria.map(({ name, ask }) => (ask === undefined ? name : `${name} (${ask})`)),
      )
    case 'tags':
      return listed(
        'Tags',
        plan.tags.map(({ name }) => name),
      )
    default:
      return undefined
  }
}

function listed(what: string, names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `${what}: ${names.join(', ')}.`
}

/** Descriptions are templates to dbt. */
function quoted(text: string): string {
  return yamlText(harmless(text))
}
