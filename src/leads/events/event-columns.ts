/** Events side by side, column by column. */
export interface Columns {
  count: number
  readonly numbers: Uint32Array
  readonly days: Int32Array
  readonly ats: Float64Array
  readonly kinds: Uint32Array
  readonly marks: Float64Array
}

export function createColumns(size: number, marks: number): Columns {
  return {
    count: 0,
    numbers: new Uint32Array(size),
    days: new Int32Array(size),
    ats: new Float64Array(size),
    kinds: new Uint32Array(size),
    marks: new Float64Array(size * marks),
  }
}

/** The same events with room for as many again. */
export function enlarged(from: Columns, marks: number): Columns {
  const to = createColumns(from.numbers.length * 2, marks)
  to.numbers.set(from.numbers)
  to.days.set(from.days)
  to.ats.set(from.ats)
  to.kinds.set(from.kinds)
  to.marks.set(from.marks)
  to.count = from.count
  return to
}

export interface Groups {
  /** Where the events of each number begin in `order`; one more for the end. */
  readonly starts: Uint32Array
  /** Positions of events, those of a number together and in the order in which they came. */
  readonly order: Uint32Array
}

/** Puts the events of each number together. */
export function groupByNumber({ count, numbers }: Columns, size: number): Groups {
  const starts = new Uint32Array(size + 1)
  for (let index = 0; index < count; index += 1) {
    const number = numbers[index] ?? 0
    starts[number + 1] = (starts[number + 1] ?? 0) + 1
  }
  for (let number = 0; number < size; number += 1)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
  const next = starts.slice(0, size)
  const order = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) {
    const number = numbers[index] ?? 0
    const place = next[number] ?? 0
    order[place] = index
    next[number] = place + 1
  }
  return { starts, order }
}

/** More events of one number are sorted in another way. */
const FEW = 32

/** Puts the events of each number in their order: newest first, of the same moment the later one in the file. */
export function newestFirst(groups: Groups, { days, ats, numbers }: Columns): Groups {
  const { starts, order } = groups
  const isAfter = (one: number, other: number) => {
    const difference = (days[one] ?? 0) - (days[other] ?? 0) || (ats[one] ?? 0) - (ats[other] ?? 0)
    return difference > 0 || (difference === 0 && one > other)
  }
  for (let from = 0; from < order.length; ) {
    const to = starts[(numbers[order[from] ?? 0] ?? 0) + 1] ?? 0
    if (to - from > FEW) order.subarray(from, to).sort((a, b) => (isAfter(a, b) ? -1 : 1))
    else {
      for (let next = from + 1; next < to; next += 1) {
        const index = order[next] ?? 0
        let place = next
        for (; place > from && isAfter(index, order[place - 1] ?? 0); place -= 1) order[place] = order[place - 1] ?? 0
        order[place] = index
      }
    }
    from = to
  }
  return groups
}
