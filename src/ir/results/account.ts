/** What the leads of one account come to together, over everything that was scored in a run. */
export interface Account {
  /** What they share: a domain, or the folded value of the field that the rulebook names. */
  readonly name: string
  readonly leads: number
  /** The highest total, and the sum of all; undefined if no total is known. */
  readonly best: number | undefined
  readonly sum: number | undefined
  /** Leads with points in the score that shows interest; undefined if the rulebook has no such score. */
  readonly engaged: number | undefined
  /** Leads that can be reached: by a valid e-mail address, a telephone or a mobile number. */
  readonly contacts_known: number
}

/** The figures that conditions and columns can name. */
export const ACCOUNT_FIGURES = {
  leads: 'how many leads the account has',
  best: 'the highest total among its leads',
  sum: 'the sum of the totals of its leads',
  engaged: 'how many of its leads show interest',
  contacts_known: 'how many of its leads can be reached by e-mail or telephone',
} as const satisfies { readonly [K in Exclude<keyof Account, 'name'>]: string }

export type AccountFigure = keyof typeof ACCOUNT_FIGURES

export function isAccountFigure(name: string): name is AccountFigure {
  return Object.hasOwn(ACCOUNT_FIGURES, name)
}

/** The figures that a rulebook gives: who is engaged is known only where a score shows interest. */
export function accountFigures({ engaged }: { readonly engaged?: string }): AccountFigure[] {
  return Object.keys(ACCOUNT_FIGURES)
    .filter(isAccountFigure)
    .filter(figure => figure !== 'engaged' || engaged !== undefined)
}
