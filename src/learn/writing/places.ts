import { isBehaviourTracked, scoreOfField } from './behaviour.ts'

/** Where in a rulebook learned rules stand. */
export interface RulePlaces {
  /** The score that the rules of a field belong to. */
  scoreOf(field: string, heading: string): string
  /** The place of the condition that rules of a field stand behind; undefined: none. */
  gateOf(field: string, heading: string): number | undefined
}

/** Of a rulebook that is written anew. */
export const NEW_PLACES: RulePlaces = { scoreOf: scoreOfField, gateOf: () => undefined }

/** A score of a rulebook, and the fields that its rules have read so far. */
export interface KnownScore {
  readonly name: string
  readonly fields: ReadonlyMap<string, string>
}

export interface KnownGate {
  readonly score: string
  /** Absent: all of the score stands behind it. */
  readonly group: string | undefined
  readonly fields: ReadonlySet<string>
}

/** The places of a rulebook that stays: fields stay where they were, new ones go where their like are. */
export function placesIn(scores: readonly KnownScore[], gates: readonly KnownGate[]): RulePlaces {
  const like = (kind: string) =>
    scores.find(({ name }) => name === kind)?.name ??
    scores.find(({ fields }) => {
      const same = [...fields].filter(([field, heading]) => scoreOfField(field, heading) === kind)
      return fields.size > 0 && 2 * same.length > fields.size
    })?.name
  const ownScore = (field: string, heading: string) => {
    const kind = scoreOfField(field, heading)
    return scores.find(({ fields }) => fields.has(field))?.name ?? like(kind) ?? kind
  }
  const gateOf = (field: string, heading: string) => {
    const own = gates.findIndex(({ fields, group }) => group !== undefined && fields.has(field))
    if (own >= 0) return own
    const isElsewhere = scores.some(({ fields }) => fields.has(field))
    // What a person did on our pages is told with their consent, if anything is.
    const tracked = gates.findIndex(
      ({ group }) => group !== undefined && !isElsewhere && isBehaviourTracked(field, heading),
    )
    if (tracked >= 0) return tracked
    const score = ownScore(field, heading)
    const whole = gates.findIndex(gate => gate.group === undefined && gate.score === score)
    return whole >= 0 ? whole : undefined
  }
  return {
    gateOf,
    scoreOf(field, heading) {
      const gate = gates[gateOf(field, heading) ?? -1]
      return gate?.score ?? ownScore(field, heading)
    },
  }
}
