import { isFormula } from '../../../io/formula.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import { type Column, LIST_JOINT } from '../../../ir/plan/columns.ts'
import { UNKNOWN_SIDE } from '../../../ir/plan/grade-side.ts'
import { nameOf } from '../../../ir/plan/plan.ts'

/** The possible texts of a leadq column. */
export interface OwnTexts {
  /** Each cell is one of them, or several with a joint between them, perhaps followed by points. */
  readonly texts: readonly string[]
  readonly isList: boolean
}

const one = (texts: readonly string[]): OwnTexts => ({ texts, isList: false })
const several = (texts: readonly string[]): OwnTexts => ({ texts, isList: true })

/** The texts of a column, as far as the rulebook alone says them; undefined where leads do. */
export function ownTexts({ kind, name }: Column, bound: BoundPlan): OwnTexts | undefined {
  switch (kind) {
    case 'stage':
      return one([...bound.stages, ...bound.exclude].map(({ stage }) => stage))
    case 'segment':
      return one(bound.segments.find(segment => segment.name === name)?.rows.map(({ label }) => label) ?? [])
    case 'tags':
      return several(bound.tags.map(tag => tag.name))
    case 'met':
    case 'missing':
      return several(bound.criteria.map(criterion => criterion.name))
    case 'excluded':
      return several(bound.exclude.map(({ id }) => id))
    case 'reasons':
      return several(bound.scores.flatMap(score => [score.name, ...score.groups.flatMap(namesIn)]))
    case 'owner':
      return owners(bound)
    case 'next':
      return one(bound.next.map(row => row.do))
    case 'grade':
      return one(grades(bound))
    case 'account':
    case 'duplicate_of':
      return undefined
    case 'total':
    case 'score':
    case 'chance':
    case 'completeness':
      return one([])
    case 'since':
    case 'due':
      return one(['2026-01-31'])
  }
}

function namesIn({ name, rules }: BoundPlan['scores'][number]['groups'][number]): string[] {
  return [...(name === undefined ? [] : [name]), ...rules.map(nameOf)]
}

function grades({ grade = [], scores }: BoundPlan): string[] {
  const labels = grade.flatMap(({ bands }) => bands.map(({ label }) => label))
  const isFirstKnown = scores.find(({ name }) => name === grade[0]?.score)?.known === true
  return isFirstKnown ? labels : [UNKNOWN_SIDE, ...labels.map(label => UNKNOWN_SIDE + label)]
}

/** Where a lead keeps the owner of its record, that can be anything. */
function owners({ owners: rows, fields }: BoundPlan): OwnTexts | undefined {
  const isRead = (keep: string) => fields.some(({ name, columns }) => name === keep && columns.length > 0)
  if (rows.some(row => 'keep' in row && isRead(row.keep))) return undefined
  return one(rows.flatMap(row => ('to' in row ? row.to : [])))
}

/** Whether a spreadsheet could run a cell with such texts. */
export function mayBeFormula(own: OwnTexts | undefined): boolean {
  if (own === undefined) return true
  // Texts of a list are followed by others, and `+1` alone is a number where `+1; b` is not.
  return own.texts.some(text => isFormula(own.isList ? `${text}; x` : text))
}

/** Whether there could be something in such a cell that only quotes hold together. */
export function mayNeedQuotes(own: OwnTexts | undefined, delimiter: string): boolean {
  if (own === undefined) return true
  const possible = own.isList ? [...own.texts, LIST_JOINT] : own.texts
  return possible.some(text => /["\r\n]/.test(text) || text.includes(delimiter))
}
