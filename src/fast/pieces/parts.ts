import type { NumberedCompanies } from '../../io/bind/companies.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { createBackgrounds, type Known } from '../background.ts'
import type { Cells } from '../input/cells.ts'
import { createJoining, type Joining } from '../joined.ts'
import type { Memory } from '../memory.ts'
import { createRecall, type Recall, type Recalled } from '../recall.ts'
import { createSlot, type Slot } from '../values/slots.ts'
import type { Found } from './found.ts'
import { createRepresentatives, type Making } from './judging.ts'
import { type Observed, observe } from './observe.ts'
import { createOutcomes, type Outcomes } from './outcomes.ts'
import { createBudget } from './pieces.ts'
import { createScores, markUnknown, type Scores } from './scores.ts'

/** All parts of one judge over the cells of a batch. */
export interface Parts {
  readonly observed: Observed
  readonly making: Making
  readonly found: Found
  /** By field; those without a column have none. */
  readonly slots: readonly (Slot | undefined)[]
  readonly present: readonly Slot[]
  readonly scores: Scores
  readonly outcomes: Outcomes
  /** By record: 1 if the reference has to be asked. */
  readonly unknown: Uint8Array
  /** What the records were in the run before, where another file says it. */
  readonly recall: Recall | undefined
  /** All cells of a record by its own: with those of its company, and those that say what it was. */
  complete(cells: readonly string[], record: number): readonly string[]
  /** Gives every cell of the batch its class. */
  classify(records: number, known?: readonly Known[]): void
  /** Works out all parts of the verdicts. */
  run(records: number): void
}

/** What parts are made with, where it is not made for them alone. */
export interface PartsMade {
  readonly recalled?: Recalled | undefined
  readonly joined?: NumberedCompanies | undefined
  readonly observed?: Observed
  readonly slots?: readonly (Slot | undefined)[]
}

export function createParts(
  bound: BoundPlan,
  asOf: number,
  cells: Cells,
  memory: Memory,
  { recalled, joined, observed = observe(bound, asOf), slots: given }: PartsMade = {},
): Parts {
  const batch = cells.size
  const slotNamed = (name: string) => slots.find(slot => slot?.field.name === name)
  const recall = recalled && createRecall(recalled, cells.width + (joined?.width ?? 0), cells, memory, slotNamed)
  const joining = joined && createJoining(joined, cells, memory)
  const slots: readonly (Slot | undefined)[] = given ?? slotsOf(bound, observed, { cells, memory, recall, joining })
  const present = slots.filter(slot => slot !== undefined)
  const backgrounds = createBackgrounds(batch, slots)
  const representatives = createRepresentatives(slots, backgrounds, observed.judge)
  const found: Found = { backgrounds, rules: new Map(), scores: [], criteria: [], segments: [], tags: [] }
  const { judged } = representatives
  const making: Making = { bound, asOf, observed, slots, found, budget: createBudget(), batch, judged }
  const scores = createScores(making)
  const outcomes = createOutcomes(making)
  const unknown = new Uint8Array(batch)
  const isJudged = (record: number) => backgrounds.duplicateOf(record) === undefined
  return {
    observed,
    making,
    found,
    slots,
    present,
    scores,
    outcomes,
    unknown,
    recall,
    complete(own, record) {
      const all = joining === undefined ? own : joining.complete(own, record)
      return recall === undefined ? all : recall.complete(all, record)
    },
    classify(records, known) {
      representatives.next()
      backgrounds.take(known)
      joining?.find(records, isJudged)
      recall?.find(records, isJudged)
      unknown.fill(0, 0, records)
      for (const slot of present) {
        slot.classify(records)
        if (slot.hasUnknown()) markUnknown(slot, records, unknown)
      }
    },
    run(records) {
      backgrounds.run(records)
      scores.run(records, unknown)
      outcomes.run(records, unknown)
      for (const part of outcomes.parts) markUnknown(part.piece, records, unknown)
      markUnknown(outcomes.due, records, unknown)
    },
  }
}

interface Places {
  readonly cells: Cells
  readonly memory: Memory
  readonly recall: Recall | undefined
  readonly joining: Joining | undefined
}

function slotsOf(
  bound: BoundPlan,
  { looks }: Observed,
  { cells, memory, recall, joining }: Places,
): (Slot | undefined)[] {
  return bound.fields.map(({ name, columns }, index) => {
    const recalled = recall?.cellsOf(name)
    const joined = recalled === undefined ? joining?.cellsOf(columns.at(-1) ?? 0) : undefined
    return createSlot(index, bound, looks[index] ?? [], cells, memory, { recalled, joined })
  })
}
