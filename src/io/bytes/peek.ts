/** The first items of a stream, and those that come after them. */
export interface Peeked<T> {
  readonly first: readonly T[]
  readonly rest: AsyncIterable<T>
}

/** Reads ahead until the items weigh `size` or the stream ends. */
export async function peek<T>(items: AsyncIterable<T>, size: number, weigh: (item: T) => number): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]()
  const first: T[] = []
  for (let weight = 0; weight < size; ) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    weight += weigh(next.value)
  }
  return { first, rest: remaining(iterator) }
}

/** By length: bytes, or UTF-16 units. */
export function lengthOf({ length }: { readonly length: number }): number {
  return length
}

/** Puts items in front of a stream. */
export async function* prepend<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = rest[Symbol.asyncIterator]()
  try {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

/** Closes what it reads from even if nothing was taken of it. */
function remaining<T>(iterator: AsyncIterator<T>): AsyncIterable<T> {
  const rest = {
    next: () => iterator.next(),
    async return(): Promise<IteratorReturnResult<undefined>> {
      await iterator.return?.()
      return { done: true, value: undefined }
    },
  }
  return { [Symbol.asyncIterator]: () => rest }
}
