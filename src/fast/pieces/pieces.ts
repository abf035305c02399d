import { atLeast } from '../memory.ts'
import { bySource, type Question, type Source } from './questions.ts'

/**
 * A part of the verdict that depends on some sources. Every combination of answers gets a number, by which the part is
 * remembered; it is found by a walk through one table a question.
 */
export interface Piece<T> extends Source {
  /** Numbers the combinations of a batch. */
  run(records: number): void
  /** By the number of the combination; 0 has none. */
  readonly values: readonly T[]
  /** Works out the values of new combinations; `worth` of the first record that shows one. */
  learn(records: number, worth: (record: number) => T): void
  /** Counts the combinations of a batch. */
  count(records: number): void
  /** How many of the records that were counted had each combination. */
  counts(): Float64Array
  /** Takes a record out of the counts. */
  discount(record: number): void
}

interface Dimension {
  readonly ids: Int32Array
  readonly question: Question
  readonly answers: Map<string, number>
  /** From number to answer; 0 was not asked yet, 1 is the answer of what is not known. */
  answerOf: Int32Array
  /** Cells of `next` for one state. */
  width: number
  /** From state and answer to the state behind it; -1 was not seen yet. */
  next: Int32Array
  states: number
  hasUnknown: boolean
  /** Whether two answers came up; until then it tells nothing apart, and the walk leaves it out. */
  isActive: boolean
  /** Numbers below this have an answer. */
  asked: number
  /** How many states came in with the batch before. */
  before: number
  /** The question behind it. */
  after?: Dimension | undefined
}

/** How much all pieces may still remember together, in cells of tables; past that, new combinations are not known. */
export interface Budget {
  cells: number
}

const MAX_CELLS = 4 * 2 ** 20

/** A combination with its value takes as much room as so many cells. */
const COMBINATION = 24

export function createBudget(cells = MAX_CELLS): Budget {
  return { cells }
}

const [NOT_SEEN, UNKNOWN, FIRST] = [-1, 0, 1]
const NO_ANSWER = 1

export function createPiece<T>(batch: number, questions: readonly Question[], budget: Budget): Piece<T> {
  const ids = new Int32Array(batch)
  const values: T[] = []
  const dimensions = bySource(questions).map((question): Dimension => {
    const answerOf = new Int32Array(64)
    answerOf[UNKNOWN] = NO_ANSWER
    const next = new Int32Array(64).fill(NOT_SEEN)
    return {
      ids: question.source.ids,
      question,
      answers: new Map(),
      answerOf,
      width: 4,
      next,
      states: FIRST,
      ...UNSEEN,
    }
  })
  let leaves = FIRST + 1
  for (const [index, dimension] of dimensions.entries()) dimension.after = dimensions[index + 1]
  let counts = new Float64Array(64)

  function size(): number {
    return leaves
  }

  return {
    ids,
    values,
    size,
    hasUnknown: () => dimensions.some(dimension => dimension.hasUnknown),
    run(records) {
      let states = FIRST + 1
      let hasBegun = false
      /** One that waits for the next, so that both are walked at once. */
      let waiting: Dimension | undefined
      for (const dimension of dimensions) {
        if (!dimension.isActive && !wakes(dimension, budget)) continue
        if (!hasBegun) {
          prepare(dimension, states)
          begin(dimension, ids, records, budget)
          hasBegun = true
        } else if (waiting === undefined) {
          waiting = dimension
          continue
        } else {
          prepare(waiting, states)
          prepare(dimension, waiting.states)
          walkTwo(waiting, dimension, ids, records, budget)
          waiting = undefined
        }
        states = dimension.states
      }
      if (waiting !== undefined) {
        prepare(waiting, states)
        walk(waiting, ids, records, budget)
        states = waiting.states
      }
      if (!hasBegun) ids.fill(FIRST, 0, records)
      leaves = states
      noteStates(dimensions)
    },
    learn(records, worth) {
      if (values.length >= size()) return
      for (let record = 0; record < records && values.length < size(); record += 1) {
        const id = ids[record] ?? UNKNOWN
        // Combinations are numbered in the order of their records, so that values come one after the other.
        if (values.length === 0) values.length = FIRST
        if (id === values.length) values.push(worth(record))
      }
    },
    count(records) {
      counts = atLeast(counts, size())
      count(counts, ids, records)
    },
    counts: () => counts,
    discount(record) {
      const id = ids[record] ?? UNKNOWN
      counts[id] = (counts[id] ?? 0) - 1
    },
  }
}

const UNSEEN = { hasUnknown: false, isActive: false, asked: FIRST, before: FIRST }

/** Asks about new numbers; true if that tells something apart for the first time. What was known stays as it is. */
function wakes(dimension: Dimension, budget: Budget): boolean {
  const { source } = dimension.question
  const size = source.size()
  dimension.answerOf = atLeast(dimension.answerOf, size)
  for (; dimension.asked < size; dimension.asked += 1) findAnswer(dimension, dimension.asked, budget)
  if (dimension.answers.size < 2 && !source.hasUnknown()) return false
  dimension.isActive = true
  dimension.next = atLeast(dimension.next, dimension.before * dimension.width, NOT_SEEN)
  const first = NO_ANSWER + 1
  for (let state = FIRST; state < dimension.before; state += 1) dimension.next[state * dimension.width + first] = state
  dimension.states = dimension.before
  return true
}

/** Makes room for all states and numbers that a batch can bring. */
function prepare(dimension: Dimension, states: number): void {
  dimension.answerOf = atLeast(dimension.answerOf, dimension.question.source.size())
  dimension.next = atLeast(dimension.next, states * dimension.width, NOT_SEEN)
}

/** Notes how many states come into each dimension. */
function noteStates(dimensions: readonly Dimension[]): void {
  let states = FIRST + 1
  for (const dimension of dimensions) {
    dimension.before = states
    if (dimension.isActive) states = dimension.states
  }
}

/** The first step of a walk: every record is in the first state. */
function begin(dimension: Dimension, states: Int32Array, records: number, budget: Budget): void {
  const { ids } = dimension
  let { answerOf, width, next } = dimension
  for (let record = 0; record < records; record += 1) {
    let after = next[FIRST * width + (answerOf[ids[record] ?? 0] ?? 0)] ?? NOT_SEEN
    if (after < 0) {
      after = learnStep(dimension, FIRST, ids[record] ?? 0, budget)
      answerOf = dimension.answerOf
      width = dimension.width
      next = dimension.next
    }
    states[record] = after
  }
}

function walk(dimension: Dimension, states: Int32Array, records: number, budget: Budget): void {
  const { ids } = dimension
  let { answerOf, width, next } = dimension
  for (let record = 0; record < records; record += 1) {
    const state = states[record] ?? 0
    let after = next[state * width + (answerOf[ids[record] ?? 0] ?? 0)] ?? NOT_SEEN
    if (after < 0) {
      after = learnStep(dimension, state, ids[record] ?? 0, budget)
      answerOf = dimension.answerOf
      width = dimension.width
      next = dimension.next
    }
    states[record] = after
  }
}

/** Two steps at once: half as often a state is put down and taken up again. */
function walkTwo(one: Dimension, other: Dimension, states: Int32Array, records: number, budget: Budget): void {
  const [ids, otherIds] = [one.ids, other.ids]
  let { answerOf, width, next } = one
  let [otherAnswerOf, otherWidth, otherNext] = [other.answerOf, other.width, other.next]
  for (let record = 0; record < records; record += 1) {
    const state = states[record] ?? 0
    let middle = next[state * width + (answerOf[ids[record] ?? 0] ?? 0)] ?? NOT_SEEN
    if (middle < 0) {
      middle = learnStep(one, state, ids[record] ?? 0, budget)
      answerOf = one.answerOf
      width = one.width
      next = one.next
      other.next = atLeast(other.next, one.states * other.width, NOT_SEEN)
      otherNext = other.next
    }
    let after = otherNext[middle * otherWidth + (otherAnswerOf[otherIds[record] ?? 0] ?? 0)] ?? NOT_SEEN
    if (after < 0) {
      after = learnStep(other, middle, otherIds[record] ?? 0, budget)
      otherAnswerOf = other.answerOf
      otherWidth = other.width
      otherNext = other.next
    }
    states[record] = after
  }
}

function count(counts: Float64Array, ids: Int32Array, records: number): void {
  for (let record = 0; record < records; record += 1) {
    const id = ids[record] ?? 0
    counts[id] = (counts[id] ?? 0) + 1
  }
}

/** A step that was not taken yet: a new answer, or one that is new in this state. */
function learnStep(dimension: Dimension, state: number, id: number, budget: Budget): number {
  const answer = dimension.answerOf[id] || findAnswer(dimension, id, budget)
  const cell = state * dimension.width + answer
  const known = dimension.next[cell] ?? NOT_SEEN
  if (known >= 0) return known
  const isKnown = state !== UNKNOWN && answer !== NO_ANSWER && budget.cells > 0
  const after = isKnown ? dimension.states : UNKNOWN
  if (!isKnown) dimension.hasUnknown = true
  else {
    budget.cells -= COMBINATION + (dimension.after?.width ?? 0)
    dimension.states += 1
  }
  dimension.next[cell] = after
  return after
}

/** The number of an answer; that of no answer if there is no room for it. */
function findAnswer(dimension: Dimension, id: number, budget: Budget): number {
  const text = dimension.question.answer(id)
  const before = dimension.answers.get(text)
  let answer = before ?? dimension.answers.size + NO_ANSWER + 1
  if (answer >= dimension.width && !widen(dimension, answer, budget)) answer = NO_ANSWER
  else if (before === undefined) dimension.answers.set(text, answer)
  dimension.answerOf[id] = answer
  return answer
}

function widen(dimension: Dimension, answer: number, budget: Budget): boolean {
  let width = dimension.width
  while (width <= answer) width *= 2
  const rows = Math.ceil(dimension.next.length / dimension.width)
  if (rows * width - dimension.next.length > budget.cells) return false
  budget.cells -= rows * width - dimension.next.length
  const next = new Int32Array(rows * width).fill(NOT_SEEN)
  for (let row = 0; row < rows; row += 1) {
    next.set(dimension.next.subarray(row * dimension.width, (row + 1) * dimension.width), row * width)
  }
  dimension.next = next
  dimension.width = width
  return true
}
