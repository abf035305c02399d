import { ACCOUNT_FIGURES, type AccountFigure } from '../results/account.ts'
import type { ColumnKind } from './columns.ts'

/** What a column of the output means. */
export interface ColumnText {
  readonly means: string
  /** When its cell is empty; undefined if it never is. */
  readonly empty?: string
  /** The part of the rulebook that makes leadq write the column; undefined if it always does. */
  readonly needs?: string
  readonly example: string
}

const REPEATED = 'the lead is a duplicate'

/** One text for each kind of column: docs and descriptions in databases are made from this. */
export const COLUMN_TEXTS: Readonly<Record<Exclude<ColumnKind, 'account'>, ColumnText>> = {
  stage: {
    means: 'the stage: the first row of `stages` that matches, or that of an exclusion',
    empty: REPEATED,
    needs: 'stages',
    example: 'SQL',
  },
  total: {
    means: 'the total of all scores, weighed by `total`; without `total` their sum',
    empty: `no score is known, or ${REPEATED}`,
    needs: 'scores',
    example: '72',
  },
  score: {
    means: 'the points of the score of this name, after all caps and floors',
    empty: `no column of the file can feed the score, or ${REPEATED}`,
    needs: 'scores',
    example: '85',
  },
  grade: {
    means: 'the two sides of `grade`; `?` for a side whose score is not known',
    empty: REPEATED,
    needs: 'grade',
    example: 'A2',
  },
  chance: {
    means: 'the share of leads with such a score that bought, in whole per cent',
    empty: 'the score is below all bounds of `chance`, or not known',
    needs: 'chance',
    example: '31',
  },
  segment: {
    means: 'the label of the segment of this name: the first one that matches',
    empty: 'no label matches and there is no `otherwise`',
    needs: 'segments',
    example: 'hot',
  },
  tags: {
    means: 'the tags that hold, in the order of the rulebook, separated by `; `',
    empty: 'no tag holds',
    needs: 'tags',
    example: 'pql; do-not-email',
  },
  reasons: {
    means: 'the points of every rule, cap and floor, largest first; they add up to the sum of the scores',
    empty: 'no rule gave or took points',
    needs: 'scores',
    example: 'asks for a demo +40; company cap -5',
  },
  met: {
    means: 'the criteria that are met, separated by `; `',
    empty: 'none is met',
    needs: 'criteria',
    example: 'budget; authority',
  },
  missing: {
    means: 'the criteria that are unknown, because the lead says nothing about them',
    empty: 'all criteria are met or not met',
    needs: 'criteria',
    example: 'need; timing',
  },
  excluded: {
    means: 'the ids of the exclusions that hold',
    empty: 'the lead is not excluded',
    needs: 'exclude',
    example: 'competitor',
  },
  owner: {
    means: 'the owner: the first row of `owners` that matches; a list is shared out by the id of the lead',
    empty: 'no row matches',
    needs: 'owners',
    example: 'Anna',
  },
  next: {
    means: 'the next step: the first row of `next` that matches',
    empty: 'no row matches',
    needs: 'next',
    example: 'call',
  },
  since: {
    means: 'the day on which the lead entered its stage; the day of the run, if nothing is known from before',
    empty: REPEATED,
    needs: 'stages',
    example: '2026-02-27',
  },
  stage_before: {
    means: 'the stage in which the lead was before this one; kept as long as the stage is kept',
    empty: 'the lead is new, or has never changed its stage',
    needs: 'stages',
    example: 'MQL',
  },
  due: {
    means: 'the day on which the next step is due; a weekend moves to Monday',
    empty: 'the next step has no `due`, or there is none',
    needs: 'next',
    example: '2026-03-02',
  },
  completeness: {
    means: 'the share of the columns that the rulebook reads and the file has that are filled, in whole per cent',
    empty: REPEATED,
    example: '76',
  },
  duplicate_of: {
    means: 'the lead that this one repeats: its id, else its e-mail, else its line',
    empty: 'the lead is scored',
    needs: 'dedupe',
    example: 'TF-002',
  },
}

/** The texts of the columns about the account of a lead. */
export function accountText(figure: AccountFigure | 'name'): ColumnText {
  const empty = 'the lead has no account'
  return figure === 'name'
    ? {
        means: 'the account: a domain, or the value of the field in `account.by`',
        empty,
        needs: 'account',
        example: 'acme.example',
      }
    : { means: ACCOUNT_FIGURES[figure], empty, needs: 'account', example: '3' }
}
