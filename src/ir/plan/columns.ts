import { ACCOUNT_FIGURES, type AccountFigure, accountFigures } from '../results/account.ts'
import { type Plan, stagesOf } from './plan.ts'

/** Something of a verdict that becomes a column of the output. */
export type Column =
  | { readonly kind: 'score'; readonly index: number; readonly name: string }
  | { readonly kind: 'segment'; readonly index: number; readonly name: string }
  | { readonly kind: 'account'; readonly figure: AccountFigure | 'name'; readonly name: string }
  | { readonly kind: Exclude<ColumnKind, 'score' | 'segment' | 'account'>; readonly name: string }

type ColumnKind =
  | 'stage'
  | 'total'
  | 'score'
  | 'grade'
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
  | 'due'
  | 'completeness'
  | 'duplicate_of'

export const PREFIX = 'leadq_'

/** What joins the elements of a list inside a cell. */
export const LIST_JOINT = '; '

/** leadq's columns for a plan, in order and without prefix. Those that the rulebook has no use for are left out. */
export function columnsOf(plan: Outcome): Column[] {
  const scored = plan.scores.length > 0
  const column = (name: Exclude<ColumnKind, 'score' | 'segment' | 'account' | 'total'>, used: boolean): Column[] =>
    used ? [{ kind: name, name }] : []
  return [
    ...column('stage', stagesOf(plan).length > 0),
    ...(scored ? [{ kind: 'total' as const, name: 'score' }] : []),
    ...plan.scores.map(({ name }, index) => ({ kind: 'score' as const, index, name })),
    ...column('grade', plan.grade !== undefined),
    ...plan.segments.map(({ name }, index) => ({ kind: 'segment' as const, index, name })),
    ...column('tags', plan.tags.length > 0),
    ...column('reasons', scored),
    ...accountColumns(plan),
    ...column('met', plan.criteria.length > 0),
    ...column('missing', plan.criteria.length > 0),
    ...column('excluded', plan.exclude.length > 0),
    ...column('owner', plan.owners.length > 0),
    ...column('next', plan.next.length > 0),
    ...column('since', plan.stages.length > 0),
    ...column(
      'due',
      plan.next.some(({ due }) => due !== undefined),
    ),
    ...column('completeness', true),
    ...column('duplicate_of', plan.dedupe !== undefined),
  ]
}

function accountColumns({ account }: Outcome): Column[] {
  if (account === undefined) return []
  const figures = accountFigures(account).map(figure => ({
    kind: 'account' as const,
    figure,
    name: `account_${figure}`,
  }))
  return [{ kind: 'account', figure: 'name', name: 'account' }, ...figures]
}

/** Names that a score or segment may not take, because a column of leadq has them. */
export const COLUMN_NAMES: readonly string[] = [
  'stage',
  'score',
  'grade',
  'tags',
  'reasons',
  'met',
  'missing',
  'excluded',
  'owner',
  'next',
  'since',
  'due',
  'completeness',
  'account',
  ...Object.keys(ACCOUNT_FIGURES).map(figure => `account_${figure}`),
  'duplicate_of',
]

/** The parts of a plan, bound or not, that decide on columns. */
type Outcome = Pick<
  Plan,
  'stages' | 'exclude' | 'grade' | 'segments' | 'tags' | 'criteria' | 'owners' | 'next' | 'dedupe' | 'account'
> & {
  readonly scores: readonly { readonly name: string }[]
}
