/** What channels have cost, beside the leads that were created while the costs ran. */
export interface CostsSummary {
  readonly file: string
  /** Of all sums; absent where the file names none. */
  readonly currency?: string
  /** The days of the first and the last cost. */
  readonly from: string
  readonly to: string
  /** Rows whose costs are counted. */
  readonly rows: number
  /** Channels with costs, and those without that have leads of these days. Most costs first. */
  readonly channels: readonly CostSummary[]
  /** Online beside offline; empty without a segment `medium`. */
  readonly media: readonly CostSummary[]
  /** All of them: leads of channels without costs count, too. */
  readonly total: CostSummary
  /** Leads without a date of creation: they are of no period. */
  readonly undated: number
  /** Leads that were created outside of the periods. */
  readonly outside: number
  readonly without_leads: readonly string[]
  readonly without_costs: readonly string[]
}

export interface CostSummary {
  /** Of the channel or the medium. */
  readonly name: string
  readonly medium?: string
  readonly cost: number
  readonly leads: number
  /** Stage -> leads that are in it or in a better one; without the last stage. */
  readonly reached: Readonly<Record<string, number>>
  /** Absent where no column tells who has bought. */
  readonly won?: number
  /** Absent where the rulebook states no chances. */
  readonly expected_wins?: number
  /** Null without leads, and without costs. */
  readonly per_lead: number | null
  readonly per_stage: Readonly<Record<string, number | null>>
  readonly per_won?: number | null
  readonly per_expected_win?: number | null
}
