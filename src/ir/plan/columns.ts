import { ACCOUNT_FIGURES, type AccountFigure, accountFigures } from '../results/account.ts'
import { type Plan, stagesOf } from './plan.ts'

/** A part of a verdict that becomes a column of the output. */
export type Column =
  | { readonly kind: 'score'; readonly index: number; readonly name: string }
  | { readonly kind: 'segment'; readonly index: number; readonly name: string }
  | { readonly kind: 'account'; readonly figure: AccountFigure | 'name'; readonly name: string }
  | { readonly kind: Exclude<ColumnKind, 'score' | 'segment' | 'account'>; readonly name: string }

export type ColumnKind =
  | 'stage'
  | 'total'
  | 'score'
  | 'grade'
  | 'chance'
  | 'account'
  | 'segment'
  | 'tags'
  | 'reasons'
  | 'met'
  | 'missing'
  | 'excluded'
  | 'owner'
  | 'next'
  | 'since'
  | 'stage_before'
  | 'due'
  | 'completeness'
  | 'duplicate_of'

export const PREFIX = 'leadq_'

/** What joins the elements of a list inside a cell. */
export const LIST_JOINT = '; '

type PlainKind = Exclude<ColumnKind, 'score' | 'segment' | 'account'>

/** The names of the columns that occur once, without prefix. */
const NAMES: Readonly<Record<PlainKind, string>> = {
  stage: 'stage',
  total: 'score',
  grade: 'grade',
  chance: 'chance',
  tags: 'tags',
  reasons: 'reasons',
  met: 'met',
  missing: 'missing',
  excluded: 'excluded',
  owner: 'owner',
  next: 'next',
  since: 'since',
  stage_before: 'stage_before',
  due: 'due',
  completeness: 'completeness',
  duplicate_of: 'duplicate_of',
}

/** What the cells of a column hold. */
type Content = 'text' | 'figure' | 'day'

const CONTENTS: Readonly<Record<Exclude<ColumnKind, 'account'>, Content>> = {
  stage: 'text',
  total: 'figure',
  score: 'figure',
  grade: 'text',
  chance: 'figure',
  segment: 'text',
  tags: 'text',
  reasons: 'text',
  met: 'text',
  missing: 'text',
  excluded: 'text',
  owner: 'text',
  next: 'text',
  since: 'day',
  stage_before: 'text',
  due: 'day',
  completeness: 'figure',
  duplicate_of: 'text',
}

export function contentOf(column: Column): Content {
  if (column.kind === 'account') return column.figure === 'name' ? 'text' : 'figure'
  return CONTENTS[column.kind]
}

/** The columns of each kind, in the order of the output; none if the rulebook does not need them. */
const COLUMNS: Readonly<Record<ColumnKind, (plan: ColumnParts) => readonly Column[]>> = {
  stage: plan => plain('stage', stagesOf(plan).length > 0),
  total: plan => plain('total', plan.scores.length > 0),
  score: ({ scores }) => scores.map(({ name }, index) => ({ kind: 'score', index, name })),
  grade: plan => plain('grade', plan.grade !== undefined),
  chance: plan => plain('chance', plan.chance !== undefined),
  segment: ({ segments }) =>
    segments.flatMap(({ name, hidden }, index) => (hidden === true ? [] : [{ kind: 'segment', index, name }])),
  tags: plan => plain('tags', plan.tags.length > 0),
  reasons: plan => plain('reasons', plan.scores.length > 0),
  account: accountColumns,
  met: plan => plain('met', plan.criteria.length > 0),
  missing: plan => plain('missing', plan.criteria.length > 0),
  excluded: plan => plain('excluded', plan.exclude.length > 0),
  owner: plan => plain('owner', plan.owners.length > 0),
  next: plan => plain('next', plan.next.length > 0),
  since: plan => plain('since', plan.stages.length > 0),
  stage_before: plan => plain('stage_before', plan.stages.length > 0),
  due: ({ next }) =>
    plain(
      'due',
      next.some(({ due }) => due !== undefined),
    ),
  completeness: () => plain('completeness', true),
  duplicate_of: plan => plain('duplicate_of', plan.dedupe !== undefined),
}

/** leadq's columns for a plan, in order and without prefix. Columns that the rulebook does not need are omitted. */
export function columnsOf(plan: ColumnParts): Column[] {
  return Object.values(COLUMNS).flatMap(columns => columns(plan))
}

function plain(kind: PlainKind, isUsed: boolean): Column[] {
  return isUsed ? [{ kind, name: NAMES[kind] }] : []
}

function accountColumns({ account }: ColumnParts): Column[] {
  if (account === undefined) return []
  const figures = accountFigures(account).map(figure => ({
    kind: 'account' as const,
    figure,
    name: `account_${figure}`,
  }))
  return [{ kind: 'account', figure: 'name', name: 'account' }, ...figures]
}

const ACCOUNT_NAMES = ['account', ...Object.keys(ACCOUNT_FIGURES).map(figure => `account_${figure}`)]

/** Names that a score or segment may not take, because a column of leadq has them; in the order of the output. */
export const COLUMN_NAMES: readonly string[] = Object.values(NAMES).flatMap(name =>
  name === NAMES.reasons ? [name, ...ACCOUNT_NAMES] : [name],
)

/** The parts of a plan, bound or not, that determine the columns. */
type ColumnParts = Pick<
  Plan,
  | 'stages'
  | 'exclude'
  | 'grade'
  | 'chance'
  | 'segments'
  | 'tags'
  | 'criteria'
  | 'owners'
  | 'next'
  | 'dedupe'
  | 'account'
> & {
  readonly scores: readonly { readonly name: string }[]
}
