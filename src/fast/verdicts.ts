import { isDeepStrictEqual } from 'node:util'
import { compileCoercion } from '../engine/coerce.ts'
import type { PlainCutter, RecordTaker, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { type Cells, cellEnd, cellStart, createCells, textAt, textsOf } from './cells.ts'
import { createDoor } from './door.ts'
import { createJsonTaker } from './json/json-taker.ts'
import { createMemory, type Memory } from './memory.ts'
import { createParts } from './parts.ts'

/** What verdicts are made for: one input, judged by any number of rulebooks. */
export interface VerdictsJob {
  readonly bounds: readonly BoundPlan[]
  readonly asOf: number
  /** Of the input. */
  readonly headings: readonly string[]
  readonly inputDelimiter: string
  readonly name: string
  /** Columns whose cells are given beside the verdicts. */
  readonly wanted: readonly number[]
  /** Every so many verdicts are compared with the reference's. */
  readonly verify: number | undefined
}

/** The points that a rulebook gives a lead, and its stage; good until the next lead is asked for. */
export type ScoredLead = Pick<Verdict, 'total' | 'stage' | 'scores' | 'points'>

/** Takes a lead: the cells of the columns that are wanted, its line, and the verdict of each rulebook. */
export type TakeLead = (cells: readonly string[], line: number, scored: (rulebook: number) => ScoredLead) => void

export interface FastVerdicts {
  /** What cuts plain records from text. */
  readonly cutter: PlainCutter
  /** What takes plain records of JSON. */
  readonly taker: RecordTaker
  /** Judges the records that were cut or taken. */
  judgeCut(take: TakeLead): void
  /** Judges rows that were cut elsewhere. */
  judgeRows(rows: readonly Row[], take: TakeLead): void
}

/** Judges leads by what they have in common, for whoever wants their points and stages alone. */
export function createFastVerdicts(job: VerdictsJob): FastVerdicts {
  const { bounds, headings, wanted } = job
  const memory = createMemory()
  const cells = createCells(headings.length)
  const door = createDoor(cells, memory, { delimiter: job.inputDelimiter, headings, name: job.name })
  const taker = createJsonTaker(cells, memory, { headings, delimiter: job.inputDelimiter })
  const judges = bounds.map(bound => createJudge(bound, job, cells, memory))
  const texts: string[] = []

  function judgeRecords(take: TakeLead): void {
    const { records } = cells
    for (const judge of judges) judge.run(records)
    for (let record = 0; record < records; record += 1) {
      for (const column of wanted)
        texts[column] = textAt(memory, cellStart(cells, record, column), cellEnd(cells, record, column))
      take(texts, cells.lines[record] ?? 0, rulebook => judgeAt(judges, rulebook).scored(record))
    }
    cells.records = 0
    taker.clear()
  }

  return {
    cutter: door.cutter,
    taker,
    judgeCut: judgeRecords,
    judgeRows(rows, take) {
      for (let from = 0; from < rows.length; ) {
        const taken = door.put(rows, from, NONE)
        const row = rows[from]
        if (taken > 0) judgeRecords(take)
        // A row that there is no room for in memory.
        else if (row !== undefined)
          take(row.cells, row.line, rulebook => judgeAt(judges, rulebook).reference(row.cells))
        from += Math.max(1, taken)
      }
    },
  }
}

/** Rows have no cells from elsewhere. */
const NONE: readonly (readonly string[])[] = []

interface Judge {
  run(records: number): void
  scored(record: number): ScoredLead
  reference(cells: readonly string[]): ScoredLead
}

function judgeAt(judges: readonly Judge[], rulebook: number): Judge {
  const judge = judges[rulebook]
  if (judge === undefined) throw new Error('every rulebook has a judge')
  return judge
}

function createJudge(bound: BoundPlan, { asOf, verify, name }: VerdictsJob, cells: Cells, memory: Memory): Judge {
  const { observed, found, scores, outcomes, unknown, classify, run } = createParts(bound, asOf, cells, memory)
  const coerce = compileCoercion(bound)
  const reference = (texts: readonly string[]) => observed.judge(coerce(texts))
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules)).length
  // Written over for every lead.
  const own: { total: number | undefined; stage: string; scores: (number | undefined)[]; points: number[] } = {
    total: undefined,
    stage: '',
    scores: bound.scores.map((): number | undefined => undefined),
    points: Array.from({ length: rules }, () => 0),
  }
  let judged = 0
  const check = (found: ScoredLead, record: number) => {
    const { total, stage, scores: all, points } = reference(textsOf(cells, record, memory))
    const isSame = isDeepStrictEqual({ ...found }, { total, stage, scores: [...all], points: [...points] })
    if (!isSame) throw new TypeError(`${name}, line ${cells.lines[record] ?? 0}: the reference judges another way`)
  }
  return {
    reference,
    run(records) {
      classify(records)
      run(records)
    },
    scored(record) {
      if (unknown[record] === 1) return reference(textsOf(cells, record, memory))
      const { total, stage } = outcomes
      own.total = total.value(total.ids[record] ?? 0)
      own.stage = stage.values[stage.ids[record] ?? 0] ?? ''
      for (let index = 0; index < own.scores.length; index += 1) {
        const score = found.scores[index]
        own.scores[index] = score?.value(score.ids[record] ?? 0)
      }
      for (const { rules: places, part } of scores.clusters) {
        const points = part.piece.values[part.piece.ids[record] ?? 0]?.points
        for (let place = 0; place < places.length; place += 1) own.points[places[place] ?? 0] = points?.[place] ?? 0
      }
      judged += 1
      if (verify !== undefined && judged % verify === 0) check(own, record)
      return own
    },
  }
}
