import { isDeepStrictEqual } from 'node:util'
import { compileCoercion } from '../engine/coerce.ts'
import { isFilled } from '../engine/completeness.ts'
import type { Format, PlainCutter, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { JudgedLead } from '../ir/results/verdict.ts'
import { type Cells, cellEnd, cellStart, createCells, textAt, textsOf } from './input/cells.ts'
import { createDoor, putInTurn } from './input/door.ts'
import { createMemory, type Memory } from './memory.ts'
import { type Observed, observe } from './pieces/observe.ts'
import { createParts } from './pieces/parts.ts'
import { shareSlots } from './shared-slots.ts'
import type { Slot } from './values/slots.ts'
import { createVerdictView } from './verdict-view.ts'

/** What verdicts are made for: one input, judged by any number of rulebooks. */
export interface VerdictsJob {
  readonly bounds: readonly BoundPlan[]
  /** Whether all of them read cells alike, so that they share their values. */
  readonly areAlike?: boolean
  readonly asOf: number
  /** Of the input. */
  readonly format: Format
  readonly headings: readonly string[]
  readonly inputDelimiter: string
  readonly name: string
  /** Columns whose cells are given beside the verdicts. */
  readonly wanted: readonly number[]
  /** Every so many verdicts are compared with the reference's. */
  readonly verify: number | undefined
}

/** Takes a lead: the cells of the columns that are wanted, its line, and the verdict of each rulebook, which is good until the next lead. */
export type TakeLead = (
  cells: readonly string[],
  line: number,
  verdictOf: (rulebook: number) => JudgedLead,
  record: TakenRecord,
) => void

/** The record of a lead, for the few of which more than its verdict is wanted. */
export interface TakenRecord {
  /** Its place in the batch; -1 for a row that there was no room for. */
  place(): number
  /** Its cells in some columns. */
  texts(columns: readonly number[]): readonly string[]
  row(): Row
  /** Whether the field in a slot of a rulebook is filled. */
  isFilled(rulebook: number, slot: number): boolean
}

export interface FastVerdicts {
  /** The batch, and where its cells stand. */
  readonly cells: Cells
  readonly memory: Memory
  /** What cuts plain records from the input. */
  readonly cutter: PlainCutter
  /** Judges the records that were cut. */
  judgeCut(take: TakeLead): void
  /** Judges rows that were cut elsewhere. `all`: the cells of each, with those that stand behind them. */
  judgeRows(rows: readonly Row[], take: TakeLead, all?: readonly (readonly string[])[]): void
}

/** Judges leads by what they have in common, for whoever wants their verdicts alone. */
export function createFastVerdicts(job: VerdictsJob): FastVerdicts {
  const { headings, wanted } = job
  const memory = createMemory()
  const cells = createCells(widthOf(job))
  const { format, inputDelimiter: delimiter, name } = job
  const door = createDoor(cells, memory, { format, delimiter, headings, name })
  const judges = createJudges(job, cells, memory)
  const texts: string[] = []
  let record = 0
  const verdictOf = (rulebook: number) => judgeAt(judges, rulebook).verdict(record)
  const taken: TakenRecord = {
    place: () => record,
    texts: readTexts,
    row: () => door.rowOf(record),
    isFilled: (rulebook, slot) => judgeAt(judges, rulebook).isFilled(record, slot),
  }

  /** Good until the next record. */
  function readTexts(columns: readonly number[]): readonly string[] {
    for (const column of columns)
      texts[column] = textAt(memory, cellStart(cells, record, column), cellEnd(cells, record, column))
    return texts
  }

  function judgeRecords(take: TakeLead): void {
    const { records } = cells
    for (const judge of judges) judge.run(records)
    for (record = 0; record < records; record += 1) {
      take(readTexts(wanted), cells.lines[record] ?? 0, verdictOf, taken)
    }
    cells.records = 0
  }

  return {
    cells,
    memory,
    cutter: door.cutter,
    judgeCut: judgeRecords,
    judgeRows(rows, take, all = []) {
      for (const { from, taken, row } of putInTurn(door, rows, all)) {
        if (taken > 0) judgeRecords(take)
        else judgeAlone(row, all[from] ?? row.cells, take)
      }
    },
  }

  /** A row that there is no room for in memory. */
  function judgeAlone(row: Row, own: readonly string[], take: TakeLead): void {
    take(row.cells, row.line, rulebook => judgeAt(judges, rulebook).reference(own), {
      place: () => -1,
      texts: () => own,
      row: () => row,
      isFilled: (rulebook, slot) => judgeAt(judges, rulebook).isFilledIn(own, slot),
    })
  }
}

/** Cells of a record, with those that stand behind its own. */
function widthOf({ headings, bounds }: VerdictsJob): number {
  const columns = bounds.flatMap(({ fields }) => fields.flatMap(field => field.columns))
  return columns.reduce((width, column) => Math.max(width, column + 1), headings.length)
}

interface Judge {
  run(records: number): void
  verdict(record: number): JudgedLead
  isFilled(record: number, slot: number): boolean
  /** The same of cells, by the reference. */
  reference(cells: readonly string[]): JudgedLead
  isFilledIn(cells: readonly string[], slot: number): boolean
}

function judgeAt(judges: readonly Judge[], rulebook: number): Judge {
  const judge = judges[rulebook]
  if (judge === undefined) throw new Error('every rulebook has a judge')
  return judge
}

function createJudges(job: VerdictsJob, cells: Cells, memory: Memory): Judge[] {
  const observed = job.bounds.map(bound => ({ bound, observed: observe(bound, job.asOf) }))
  const groups = job.areAlike ? [observed] : observed.map(each => [each])
  return groups.flatMap(group => {
    const slots = shareSlots(group, cells, memory)
    return group.map((each, index) => createJudge({ ...each, slots: slots[index] ?? [] }, job, cells, memory))
  })
}

interface Observing {
  readonly bound: BoundPlan
  readonly observed: Observed
  readonly slots: readonly (Slot | undefined)[]
}

function createJudge(
  { bound, observed, slots }: Observing,
  { asOf, verify, name, headings }: VerdictsJob,
  cells: Cells,
  memory: Memory,
): Judge {
  const parts = createParts(bound, asOf, cells, memory, { observed, slots })
  const { unknown, classify, run } = parts
  const coerce = compileCoercion(bound)
  const reference = (texts: readonly string[]) => observed.judge(coerce(texts))
  const isFilledIn = (texts: readonly string[], slot: number) => {
    const { fields, zone } = bound
    const field = fields[slot]
    return field !== undefined && isFilled(compileCoercion({ fields: [field], zone })(texts).readings[0]?.state)
  }
  const view = createVerdictView(parts, bound, { cells, memory, width: headings.length })
  let judged = 0
  const check = (found: JudgedLead, record: number) => {
    if (isDeepStrictEqual(copyOf(found), copyOf(reference(textsOf(cells, record, memory))))) return
    throw new TypeError(`${name}, line ${cells.lines[record] ?? 0}: the reference judges another way`)
  }
  return {
    reference,
    isFilledIn,
    run(records) {
      classify(records)
      run(records)
    },
    verdict(record) {
      if (unknown[record] === 1) return reference(textsOf(cells, record, memory))
      const found = view.at(record)
      judged += 1
      if (verify !== undefined && judged % verify === 0) check(found, record)
      return found
    },
    isFilled(record, slot) {
      const own = slots[slot]
      const id = own?.ids[record] ?? 0
      return id === 0 ? isFilledIn(textsOf(cells, record, memory), slot) : own?.filled()[id] === 1
    },
  }
}

function copyOf(of: JudgedLead): JudgedLead {
  const { total, stage, grade, chance, owner, next, due } = of
  return {
    ...{ total, stage, grade, chance, owner, next, due },
    scores: [...of.scores],
    points: [...of.points],
    criteria: [...of.criteria],
    excluded: [...of.excluded],
    segments: [...of.segments],
    tags: [...of.tags],
  }
}
