import { type VerdictPart, type VerdictParts, type VerdictTaker, verdictGiver } from '../ir/results/verdict-file.ts'
import type { Parts } from './parts.ts'
import type { Source } from './pieces.ts'

/** Gives the verdicts of a batch to whoever keeps them; each value is looked up once. */
export interface VerdictPlaces {
  /** A lead whose verdict was found. */
  add(record: number): void
  /** A lead that the reference has judged. */
  addJudged(keys: readonly (string | undefined)[], verdict: VerdictParts): void
}

/** A source, and the columns whose values follow from its numbers. */
interface Looked {
  readonly source: Source
  readonly columns: readonly number[]
  read(id: number, column: number): string | number | undefined
  /** By number, the places in all of its columns. */
  readonly places: (Int32Array | undefined)[]
}

/** `ownerOf`: owners are shared out lead by lead. */
export function createVerdictPlaces(
  taker: VerdictTaker,
  parts: Pick<Parts, 'found' | 'scores' | 'outcomes'>,
  asOf: number,
  keysOf: (record: number) => readonly (string | undefined)[],
  ownerOf: (record: number) => string,
): VerdictPlaces {
  const { columns } = taker
  const places = new Int32Array(columns.length).fill(-1)
  const addJudged = verdictGiver(taker)
  const owner = columns.findIndex(({ part }) => part.kind === 'owner')
  const looked = lookUps(taker, parts)
  const since = columns.findIndex(({ part }) => part.kind === 'since')
  if (since >= 0) places[since] = taker.placeOf(since, asOf)

  function placesOf(each: Looked, id: number): Int32Array {
    const known = each.places[id]
    if (known !== undefined) return known
    const own = Int32Array.from(each.columns, column => taker.placeOf(column, each.read(id, column)))
    each.places[id] = own
    return own
  }

  return {
    add(record) {
      for (const each of looked) {
        const own = placesOf(each, each.source.ids[record] ?? 0)
        for (let index = 0; index < own.length; index += 1) places[each.columns[index] ?? 0] = own[index] ?? -1
      }
      if (owner >= 0) places[owner] = taker.placeOf(owner, ownerOf(record) || undefined)
      taker.add(keysOf(record), places)
    },
    addJudged,
  }
}

function lookUps(
  { columns }: VerdictTaker,
  { found, scores, outcomes }: Pick<Parts, 'found' | 'scores' | 'outcomes'>,
): Looked[] {
  const columnOf = (wanted: VerdictPart['kind'], at = 0) =>
    columns.findIndex(({ part }) => part.kind === wanted && (!('index' in part) || part.index === at))
  const one = <S extends Source>(
    source: S | undefined,
    column: number,
    read: (source: S, id: number) => string | number | undefined,
  ): Looked[] =>
    source === undefined || column < 0
      ? []
      : [{ source, columns: [column], read: id => read(source, id), places: [] }]
  return [
    ...one(outcomes.stage, columnOf('stage'), ({ values }, id) => values[id] || undefined),
    ...one(outcomes.total, columnOf('total'), (total, id) => total.value(id)),
    ...one(outcomes.chance, columnOf('chance'), ({ values }, id) => values[id]),
    ...found.scores.flatMap((score, index) => one(score, columnOf('score', index), (points, id) => points.value(id))),
    ...outcomes.segments.flatMap((segment, index) =>
      one(segment, columnOf('segment', index), ({ values }, id) => values[id] || undefined),
    ),
    ...scores.clusters.map(({ rules, part: { piece } }): Looked => {
      const own = rules.map(rule => columnOf('rule', rule))
      return {
        source: piece,
        columns: own,
        read: (id, column) => piece.values[id]?.points[own.indexOf(column)] || undefined,
        places: [],
      }
    }),
  ]
}
