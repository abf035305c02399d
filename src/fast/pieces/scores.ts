import { keepWithin } from '../../engine/events/share.ts'
import { compileGate, type Entry, ledgerEntries } from '../../engine/judge-score.ts'
import type { Part } from '../../engine/watch.ts'
import type { BoundScore } from '../../ir/plan/bound-plan.ts'
import type { Bounds, Rule } from '../../ir/plan/plan.ts'
import { atLeast } from '../memory.ts'
import { createPart, type Making, type PartOf } from './judging.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import type { Dependencies } from './observe.ts'
import type { Source } from './questions.ts'

/** Rules that look at the same fields, so that few combinations tell what they earn. */
export interface Cluster {
  /** By their positions over all scores. */
  readonly rules: readonly number[]
  readonly entries: readonly Entry[]
  readonly part: PartOf<Worth>
  /** By the number of the combination: what its rules earn together. */
  sums: Float64Array
}

/** What the rules of a cluster earn. */
export interface Worth {
  readonly points: readonly number[]
  /** Whether each has points although the date that it counts from is not known. */
  readonly undated: readonly boolean[]
}

/** An amount of the ledger that depends on sums: a cap, a floor, a start. Of each record of the batch; 0: no entry. */
export interface Adjustment {
  readonly above: Entry
  readonly below: Entry
  readonly amounts: Float64Array
}

export interface Scores {
  readonly clusters: readonly Cluster[]
  readonly adjustments: readonly Adjustment[]
  run(records: number, unknown: Uint8Array): void
}

/** All scores of a plan, computed for a batch. The points of each are announced in what is found. */
export function createScores(making: Making): Scores {
  const { bound, found, batch } = making
  const clusters: Cluster[] = []
  const adjustments: Adjustment[] = []
  const steps: ((records: number, unknown: Uint8Array) => void)[] = []
  const entries = ledgerEntries(bound.scores)
  let first = 0
  for (const [index, score] of bound.scores.entries()) {
    const own = entries[index]
    const rules = score.groups.flatMap(group => group.rules).length
    if (own !== undefined && score.known) {
      const numbers = createNumbers(batch)
      const made = createScore(score, index, first, own, making)
      clusters.push(...made.groups.flatMap(group => group.clusters))
      adjustments.push(...adjustmentsOf(made))
      steps.push((records, unknown) => runScore(made, numbers, records, unknown))
      found.scores[index] = numbers
    } else found.scores[index] = undefined
    first += rules
  }
  return {
    clusters,
    adjustments,
    run(records, unknown) {
      for (const step of steps) step(records, unknown)
    },
  }
}

interface ScoreMade {
  readonly score: BoundScore
  /** Whether its gate is open; nothing if it has none. */
  readonly gate: PartOf<boolean> | undefined
  readonly groups: readonly GroupMade[]
  readonly start: Adjustment
  readonly limit: Adjustment
  readonly sums: Float64Array
}

interface GroupMade {
  readonly bounds: Bounds
  readonly gate: PartOf<boolean> | undefined
  readonly clusters: readonly Cluster[]
  readonly limit: Adjustment
  readonly sums: Float64Array
}

function createScore(
  score: BoundScore,
  index: number,
  first: number,
  entries: ReturnType<typeof ledgerEntries>[number],
  making: Making,
): ScoreMade {
  const { batch, observed, bound, asOf } = making
  const context = { bound, asOf }
  const adjustment = (above: Entry, below: Entry): Adjustment => ({ above, below, amounts: new Float64Array(batch) })
  const ofScore: Part = { kind: 'score', index }
  const isScoreOpen = compileGate(score, context)
  let position = first
  const groups = score.groups.map((group, place): GroupMade => {
    const own = entries.groups[place]
    const ofGroup: Part = { kind: 'group', score: index, index: place }
    const isGroupOpen = compileGate(group, context)
    const isGated = score.when !== undefined || group.when !== undefined
    const rules = group.rules.map((rule, at) => ({ rule, index: position + at, entry: own?.rules[at] }))
    position += group.rules.length
    return {
      bounds: group,
      gate: isGated
        ? createPart(
            making,
            observed.of(ofScore, ofGroup),
            ({ lead, verdict }) => isScoreOpen(lead, verdict) && isGroupOpen(lead, verdict),
          )
        : undefined,
      clusters: createClusters(rules, [ofScore, ofGroup], making),
      limit: adjustment(own?.cap ?? entries.cap, own?.floor ?? entries.floor),
      sums: new Float64Array(batch),
    }
  })
  return {
    score,
    gate:
      score.when === undefined
        ? undefined
        : createPart(making, observed.of(ofScore), ({ lead, verdict }) => isScoreOpen(lead, verdict)),
    groups,
    start: adjustment(entries.start, entries.start),
    limit: adjustment(entries.cap, entries.floor),
    sums: new Float64Array(batch),
  }
}

/** Those that some record can have. */
function adjustmentsOf({ score, gate, groups, start, limit }: ScoreMade): Adjustment[] {
  const of = (amount: Adjustment, bounds: Bounds, isGated: boolean) => (isGated || isBounded(bounds) ? [amount] : [])
  return [
    ...(score.start === 0 ? [] : [start]),
    ...of(limit, score, gate !== undefined),
    ...groups.flatMap(group => of(group.limit, group.bounds, group.gate !== undefined)),
  ]
}

function isBounded({ max, min }: Bounds): boolean {
  return max !== undefined || min !== undefined
}

interface PlacedRule {
  readonly rule: Rule
  readonly index: number
  readonly entry: Entry | undefined
}

/** Rules are put together while that brings no further field in; those that look at findings or events stay alone, in their order. */
function createClusters(rules: readonly PlacedRule[], gates: readonly Part[], making: Making): Cluster[] {
  const { observed, found } = making
  const observedOf = ({ index }: PlacedRule) => observed.of(...gates, { kind: 'rule', index })
  const standsAlone = ({ findings, events }: Dependencies) => findings.length > 0 || events.length > 0
  const alone = rules.filter(rule => standsAlone(observedOf(rule)))
  const widest = rules
    .filter(rule => !alone.includes(rule))
    .sort((one, other) => observedOf(other).fields.size - observedOf(one).fields.size)
  const together: { readonly fields: Dependencies['fields']; readonly rules: PlacedRule[] }[] = []
  for (const rule of widest) {
    const { fields } = observedOf(rule)
    const home = together.find(each => [...fields.keys()].every(slot => each.fields.has(slot)))
    if (home === undefined) together.push({ fields, rules: [rule] })
    else home.rules.push(rule)
  }
  const groups = [...together.map(each => each.rules), ...alone.map(rule => [rule])]
  return groups.map(members => {
    const cluster = createCluster(members, gates, making)
    for (const [place, { index }] of members.entries()) {
      const { piece } = cluster.part
      found.rules.set(index, { source: piece, points: id => piece.values[id]?.points[place] ?? 0 })
    }
    return cluster
  })
}

function createCluster(members: readonly PlacedRule[], gates: readonly Part[], making: Making): Cluster {
  const { bound, observed } = making
  const parts = members.map(({ index }): Part => ({ kind: 'rule', index }))
  const since = members.map(({ rule }) => bound.fields.findIndex(({ name }) => name === rule.since))
  const part = createPart(making, observed.of(...gates, ...parts), ({ lead, verdict }): Worth => {
    const points = members.map(({ index }) => verdict.points[index] ?? 0)
    const undated = members.map(({ rule }, place) => {
      const isKnown = lead.readings[since[place] ?? -1]?.value !== undefined
      return rule.since !== undefined && points[place] !== 0 && !isKnown
    })
    return { points, undated }
  })
  return {
    rules: members.map(({ index }) => index),
    entries: members.flatMap(({ entry }) => entry ?? []),
    part,
    sums: new Float64Array(64),
  }
}

function runScore(
  { score, gate, groups, start, limit, sums }: ScoreMade,
  numbers: Numbers,
  records: number,
  unknown: Uint8Array,
): void {
  gate?.run(records)
  sums.fill(0, 0, records)
  start.amounts.fill(score.start, 0, records)
  if (gate !== undefined) closeGates(start.amounts, gate, records)
  for (const group of groups) {
    runGroup(group, records, unknown)
    addAll(sums, group.sums, records)
  }
  addAll(sums, start.amounts, records)
  bindAll(sums, limit.amounts, score, records)
  if (gate !== undefined) closeAll(sums, limit.amounts, gate, records)
  if (gate !== undefined) markUnknown(gate.piece, records, unknown)
  for (let record = 0; record < records; record += 1) numbers.set(record, sums[record])
  for (let record = 0; record < records; record += 1) if (unknown[record] === 1) numbers.lose(record)
  numbers.count(records)
}

function runGroup({ bounds, gate, clusters, limit, sums }: GroupMade, records: number, unknown: Uint8Array): void {
  sums.fill(0, 0, records)
  for (const cluster of clusters) {
    const { part } = cluster
    const before = part.piece.values.length
    part.run(records)
    cluster.sums = atLeast(cluster.sums, part.piece.size())
    for (let id = Math.max(1, before); id < part.piece.values.length; id += 1) {
      cluster.sums[id] = (part.piece.values[id]?.points ?? []).reduce((sum, points) => sum + points, 0)
    }
    addWorth(sums, part.piece.ids, cluster.sums, records)
    markUnknown(part.piece, records, unknown)
  }
  gate?.run(records)
  bindAll(sums, limit.amounts, bounds, records)
  if (gate !== undefined) closeAll(sums, limit.amounts, gate, records)
  if (gate !== undefined) markUnknown(gate.piece, records, unknown)
}

/** Marks the records of which something is not known. */
export function markUnknown(source: Source, records: number, unknown: Uint8Array): void {
  if (!source.hasUnknown()) return
  const { ids } = source
  for (let record = 0; record < records; record += 1) if (ids[record] === 0) unknown[record] = 1
}

function addWorth(sums: Float64Array, ids: Int32Array, worth: Float64Array, records: number): void {
  for (let record = 0; record < records; record += 1)
    sums[record] = (sums[record] ?? 0) + (worth[ids[record] ?? 0] ?? 0)
}

function addAll(sums: Float64Array, more: Float64Array, records: number): void {
  for (let record = 0; record < records; record += 1) sums[record] = (sums[record] ?? 0) + (more[record] ?? 0)
}

/** Brings sums within bounds, and notes by how much. */
function bindAll(sums: Float64Array, amounts: Float64Array, bounds: Bounds, records: number): void {
  if (!isBounded(bounds)) {
    amounts.fill(0, 0, records)
    return
  }
  for (let record = 0; record < records; record += 1) {
    const sum = sums[record] ?? 0
    const kept = keepWithin(sum, bounds)
    sums[record] = kept
    amounts[record] = kept - sum
  }
}

/** What is not open is 0, whatever its floor. */
function closeAll(sums: Float64Array, amounts: Float64Array, { piece }: PartOf<boolean>, records: number): void {
  for (let record = 0; record < records; record += 1) {
    if (piece.values[piece.ids[record] ?? 0] === true) continue
    // The amount makes up for whatever the rules were worth, which is nothing.
    amounts[record] = (amounts[record] ?? 0) - (sums[record] ?? 0)
    sums[record] = 0
  }
}

function closeGates(amounts: Float64Array, { piece }: PartOf<boolean>, records: number): void {
  for (let record = 0; record < records; record += 1) {
    if (piece.values[piece.ids[record] ?? 0] !== true) amounts[record] = 0
  }
}
