import { compileChance } from '../../engine/chance.ts'
import type { Entry } from '../../engine/entry.ts'
import { bandOf, compileGrade } from '../../engine/judge.ts'
import { compileNext, dueOf, type Step } from '../../engine/next.ts'
import { compileOwners } from '../../engine/owner.ts'
import { compileTotal } from '../../engine/total.ts'
import type { Part } from '../../engine/watch.ts'
import { wayOf, waySegments } from '../../ir/results/ways.ts'
import type { Truth } from '../../ir/values/value.ts'
import { createPart, learning, type Making, type PartOf } from './judging.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import { createPiece, type Piece } from './pieces.ts'
import type { Question } from './questions.ts'

/** Everything of a verdict behind its scores. */
export interface Outcomes {
  readonly total: Numbers
  readonly grade: Piece<string | undefined>
  readonly chance: Piece<number | undefined>
  readonly criteria: readonly Piece<Truth>[]
  /** All exclusions that hold. */
  readonly excluded: Piece<readonly number[]>
  readonly stage: Piece<string>
  /** Stages beside totals, to be counted. */
  readonly stageTotals: Piece<{ readonly stage: string; readonly total: number | undefined }>
  readonly segments: readonly Piece<string>[]
  /** Channels with what is counted beside them; undefined without a segment `channel`. */
  readonly ways: Piece<string> | undefined
  readonly tags: readonly Piece<boolean>[]
  /** Those among whom leads are shared out. */
  readonly owners: Piece<readonly string[]>
  readonly entry: Piece<Entry>
  readonly next: Piece<Step>
  readonly due: Numbers
  readonly parts: readonly PartOf<unknown>[]
  run(records: number, unknown: Uint8Array): void
}

/** Told apart as it is. */
const itself = (id: number) => String(id)

export function createOutcomes(making: Making): Outcomes {
  const { bound, asOf, batch, budget, found, observed } = making
  const total = createNumbers(batch)
  const totalOf = compileTotal(bound)
  const scores = bound.scores.map((_, index) => found.scores[index])
  const scoresOf = (record: number) => scores.map(score => score?.value(score.ids[record] ?? 0))
  found.total = total
  const known = scores.filter(score => score !== undefined)
  const sums = learning(
    createPiece<number | undefined>(
      batch,
      known.map(source => ({ source, answer: itself })),
      budget,
    ),
    record => totalOf(scoresOf(record)),
  )

  const gradeOf = compileGrade(bound)
  const sides = (bound.grade ?? []).flatMap(({ score: name, bands }): Question[] => {
    const score = scores[bound.scores.findIndex(each => each.name === name)]
    return score === undefined ? [] : [{ source: score, answer: id => bandOf(bands, score.value(id)) }]
  })
  const grade = learning(createPiece<string | undefined>(batch, sides, budget), record => gradeOf(scoresOf(record)))
  found.grade = grade.piece

  const chanceOf = compileChance(bound)
  const chanceSource =
    bound.chance?.of === undefined ? total : scores[bound.scores.findIndex(({ name }) => name === bound.chance?.of)]
  const chance = learning(
    createPiece<number | undefined>(
      batch,
      bound.chance === undefined || chanceSource === undefined ? [] : [{ source: chanceSource, answer: itself }],
      budget,
    ),
    record => chanceOf({ scores: scoresOf(record), total: total.value(total.ids[record] ?? 0) }),
  )
  found.chance = chance.piece

  const of = (part: Part) => observed.of(part)
  const criteria = bound.criteria.map((_, index) =>
    createPart(making, of({ kind: 'criterion', index }), ({ verdict }): Truth => verdict.criteria[index]),
  )
  found.criteria = criteria.map(({ piece }) => piece)
  const excluded = createPart(
    making,
    observed.of(...bound.exclude.map((_, index): Part => ({ kind: 'exclusion', index }))),
    ({ verdict }) => verdict.excluded,
  )
  const isExcluded: Question = { source: excluded.piece, answer: id => String(excluded.piece.values[id]?.[0]) }
  const stage = createPart(making, of({ kind: 'stage' }), ({ verdict }) => verdict.stage, [isExcluded])
  found.stage = stage.piece
  const stageTotals = learning(
    createPiece<{ readonly stage: string; readonly total: number | undefined }>(
      batch,
      [
        { source: stage.piece, answer: id => stage.piece.values[id] ?? '' },
        { source: total, answer: itself },
      ],
      budget,
    ),
    record => ({
      stage: stage.piece.values[stage.piece.ids[record] ?? 0] ?? '',
      total: total.value(total.ids[record] ?? 0),
    }),
  )
  const entry = createPart(making, of({ kind: 'entry' }), ({ verdict: { since, stageBefore } }) => ({
    since,
    stageBefore,
  }))
  const segments = bound.segments.map((_, index) => {
    const part = createPart(making, of({ kind: 'segment', index }), ({ verdict }) => verdict.segments[index] ?? '')
    found.segments.push(part.piece)
    return part
  })
  const textOf = ({ piece }: PartOf<string>, record: number) => piece.values[piece.ids[record] ?? 0] ?? ''
  const inWays = waySegments(bound.segments)?.flatMap(index => segments[index] ?? [])
  const ways =
    inWays &&
    learning(
      createPiece<string>(
        batch,
        [...inWays, stage]
          .map(({ piece }): Question => ({ source: piece, answer: id => piece.values[id] ?? '' }))
          .concat({ source: chance.piece, answer: id => String(chance.piece.values[id]) }),
        budget,
      ),
      record =>
        wayOf(
          inWays.map(part => textOf(part, record)),
          { stage: textOf(stage, record), chance: chance.piece.values[chance.piece.ids[record] ?? 0] },
        ),
    )
  const tags = bound.tags.map((_, index) => {
    const part = createPart(making, of({ kind: 'tag', index }), ({ verdict }) => verdict.tags[index] === true)
    found.tags.push(part.piece)
    return part
  })
  const ownersOf = compileOwners({ bound, asOf })
  const owners = createPart(making, of({ kind: 'owner' }), ({ lead, verdict }) => ownersOf(lead, verdict))
  const nextOf = compileNext({ bound, asOf })
  const next = createPart(making, of({ kind: 'next' }), ({ lead, verdict }) => nextOf(lead, verdict))
  const due = createNumbers(batch)
  const hasDue = bound.next.some(row => row.due !== undefined)
  const setDue = (record: number) => {
    const [step, entered] = [
      next.piece.values[next.piece.ids[record] ?? 0],
      entry.piece.values[entry.piece.ids[record] ?? 0],
    ]
    if (step === undefined || entered === undefined) due.lose(record)
    else due.set(record, dueOf(step, entered.since))
  }
  const parts: readonly PartOf<unknown>[] = [
    grade,
    chance,
    ...criteria,
    excluded,
    stage,
    stageTotals,
    entry,
    ...segments,
    ...(ways === undefined ? [] : [ways]),
    ...tags,
    owners,
    next,
  ]

  return {
    total,
    grade: grade.piece,
    chance: chance.piece,
    criteria: criteria.map(({ piece }) => piece),
    excluded: excluded.piece,
    stage: stage.piece,
    stageTotals: stageTotals.piece,
    segments: segments.map(({ piece }) => piece),
    ways: ways?.piece,
    tags: tags.map(({ piece }) => piece),
    owners: owners.piece,
    entry: entry.piece,
    next: next.piece,
    due,
    parts,
    run(records, unknown) {
      sums.run(records)
      const { values, ids } = sums.piece
      for (let record = 0; record < records; record += 1) {
        const sum = ids[record] ?? 0
        if (unknown[record] === 1) total.lose(record)
        else total.set(record, sum > 0 ? values[sum] : totalOf(scoresOf(record)))
      }
      for (const part of parts) part.run(records)
      if (hasDue) for (let record = 0; record < records; record += 1) setDue(record)
    },
  }
}
