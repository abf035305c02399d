/** How strictly a card is learned. Amounts are in nats: differences of the logarithmic loss, summed over leads. */
export interface Settings {
  /** The cost of one more group of a table. */
  readonly groupCost: number
  /** The cost of a level that a table lists. */
  readonly levelCost: number
  /** Ridge: as if so many leads, half of them won, stood behind every weight. */
  readonly ridge: number
  /** Tables behind a condition: at most so many, and what one costs. */
  readonly maxGates: number
  readonly gateCost: number
  readonly maxRules: number
  /** Groups of a table. */
  readonly maxGroups: number
  /** Leads in a group of a table. */
  readonly minLeads: number
  readonly minLevel: number
  readonly maxListed: number
  /** A rise and fall of an ordered table must earn so much a turn. */
  readonly turnCost: number
  /** Fields whose tables may only rise (1) or fall (-1). */
  readonly directions: ReadonlyMap<string, 1 | -1>
}

/** The settings chosen on held-out leads. */
export type Choice = Pick<Settings, 'groupCost' | 'levelCost' | 'ridge' | 'maxGates'>

/** The settings that are the same for all choices, for a given number of leads. */
export function settingsFor(
  leads: number,
  choice: Choice,
  limits: Pick<Settings, 'maxRules' | 'directions'>,
): Settings {
  return {
    ...choice,
    ...limits,
    gateCost: 3,
    maxGroups: 6,
    minLeads: Math.max(8, Math.round(Math.sqrt(leads) / 2)),
    minLevel: 10,
    maxListed: 40,
    turnCost: 5,
  }
}
