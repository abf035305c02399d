import type { Lead, Reading } from '../engine/lead.ts'
import { compileKeys } from '../engine/verdict-keys.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type VerdictPart, type VerdictParts, type VerdictTaker, verdictGiver } from '../ir/results/verdict-file.ts'
import { type Cells, cellEnd, cellStart } from './input/cells.ts'
import type { Keys } from './keys.ts'
import type { Memory } from './memory.ts'
import type { Parts } from './pieces/parts.ts'
import type { Source } from './pieces/questions.ts'

/** Gives the verdicts of a batch to whoever keeps them; each value is looked up once. */
export interface VerdictPlaces {
  /** Whether the verdict of a record is asked for, as far as a plain key tells. */
  readonly wants: ((record: number) => boolean) | undefined
  /** A lead whose verdict was found. */
  add(record: number): void
  /** A lead that the reference has judged. */
  addJudged(lead: Lead, verdict: VerdictParts): void
}

/** What is known of the records of a batch beside their verdicts. */
interface Records {
  readonly keys: Keys
  readonly cells: Cells
  readonly memory: Memory
  /** Owners are shared out lead by lead. */
  ownerOf(record: number): string
}

/** A source, and the columns whose values follow from its numbers. */
interface Looked {
  readonly source: Source
  readonly columns: readonly number[]
  read(id: number, column: number): string | number | undefined
}

export function createVerdictPlaces(
  taker: VerdictTaker,
  bound: BoundPlan,
  parts: Pick<Parts, 'found' | 'scores' | 'outcomes' | 'slots'>,
  { keys, cells, memory, ownerOf }: Records,
): VerdictPlaces {
  const { columns, keyFields } = taker
  const places = new Int32Array(columns.length).fill(-1)
  const give = verdictGiver(taker)
  const readKeys = compileKeys(bound, keyFields)
  const keySlots = keyFields.map(name => parts.slots.find(slot => slot?.field.name === name))
  const keyColumns = keySlots.map(slot => slot?.field.columns[0])
  const arePlain = keyFields.every(name => name === 'id' || name === 'email')
  const owner = columns.findIndex(({ part }) => part.kind === 'owner')
  const looked = lookUps(taker, parts)
  const ids = looked.map(({ source }) => source.ids)
  const targets = looked.map(each => Int32Array.from(each.columns))
  /** By source and number, the places in all of its columns. */
  const known = looked.map((): (Int32Array | undefined)[] => [])

  /** The first column that holds a key of a record whose keys are spelled plainly; -1 for none. */
  function plainKey(record: number): number {
    return keyColumns.findIndex(
      column => column !== undefined && cellEnd(cells, record, column) > cellStart(cells, record, column),
    )
  }

  function keyText(record: number, field: number): string {
    const column = keyColumns[field]
    if (column === undefined) return ''
    return memory.bytes.toString('latin1', cellStart(cells, record, column), cellEnd(cells, record, column))
  }

  function giveRecord(record: number): void {
    if (arePlain && keys.isPlain[record] === 1) {
      const field = plainKey(record)
      taker.add(field, keyText(record, field), places)
      return
    }
    const readings: Reading[] = []
    for (const slot of keySlots) if (slot !== undefined) readings[slot.index] = slot.read(record)
    const all = readKeys({ readings })
    const field = all.findIndex(key => key !== undefined)
    taker.add(field, all[field] ?? '', places)
  }

  function placesOf(at: number, id: number): Int32Array {
    const each = looked[at]
    const own = Int32Array.from(each?.columns ?? [], column => taker.placeOf(column, each?.read(id, column)))
    const places = known[at]
    if (places !== undefined) places[id] = own
    return own
  }

  const { wants } = taker
  return {
    wants:
      wants &&
      (record => {
        if (!arePlain || keys.isPlain[record] !== 1) return true
        const field = plainKey(record)
        return wants(field, keyText(record, field))
      }),
    add(record) {
      // Lists side by side, because sources are of many kinds, and a look at each of them would take longer than the rest.
      for (let at = 0; at < looked.length; at += 1) {
        const id = ids[at]?.[record] ?? 0
        const own = known[at]?.[id] ?? placesOf(at, id)
        const into = targets[at]
        if (into === undefined) continue
        for (let index = 0; index < own.length; index += 1) places[into[index] ?? 0] = own[index] ?? -1
      }
      if (owner >= 0) places[owner] = taker.placeOf(owner, ownerOf(record) || undefined)
      giveRecord(record)
    },
    addJudged: (lead, verdict) => give(readKeys(lead), verdict),
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
    source === undefined || column < 0 ? [] : [{ source, columns: [column], read: id => read(source, id) }]
  return [
    ...one(outcomes.stage, columnOf('stage'), ({ values }, id) => values[id] || undefined),
    ...one(outcomes.entry, columnOf('since'), ({ values }, id) => values[id]?.since),
    ...one(outcomes.entry, columnOf('stageBefore'), ({ values }, id) => values[id]?.stageBefore || undefined),
    ...one(outcomes.next, columnOf('next'), ({ values }, id) => values[id]?.next || undefined),
    ...one(outcomes.due, columnOf('due'), (due, id) => due.value(id)),
    ...one(outcomes.total, columnOf('total'), (total, id) => total.value(id)),
    ...one(outcomes.chance, columnOf('chance'), ({ values }, id) => values[id]),
    ...found.scores.flatMap((score, index) => one(score, columnOf('score', index), (points, id) => points.value(id))),
    ...outcomes.segments.flatMap((segment, index) =>
      one(segment, columnOf('segment', index), ({ values }, id) => values[id] || undefined),
    ),
    ...scores.clusters.flatMap(({ rules, part: { piece } }): Looked[] => {
      const own = rules.map(rule => columnOf('rule', rule))
      if (own.every(column => column < 0)) return []
      const read = (id: number, column: number) => piece.values[id]?.points[own.indexOf(column)] || undefined
      return [{ source: piece, columns: own, read }]
    }),
  ]
}
