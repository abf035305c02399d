/** The first items of a stream, and those that come after them. */
export interface Peeked<T> {
  readonly first: readonly T[]
  readonly rest: AsyncIterable<T>
}

/** Reads ahead until `size` (summed up over `length`) is reached or the stream ends. */
export async function peek<T extends { readonly length: number }>(
  items: AsyncIterable<T>,
  size: number,
): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]()
  const first: T[] = []
  for (let length = 0; length < size; ) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  return { first, rest: remaining(iterator) }
}

/** Puts items in front of a stream. */
export async function* prepend<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first
  yield* rest
}

async function* remaining<T>(iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
