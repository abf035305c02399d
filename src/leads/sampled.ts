import {
  type Batch,
  type Input,
  type Mixed,
  type PlainCutter,
  type Row,
  SAMPLED_CHARACTERS,
  SAMPLED_RECORDS,
} from '../io/records.ts'

/** An input of which the first records have been read ahead; they come again with the rest. */
export interface Sampled {
  readonly rows: readonly Row[]
  readonly batches: AsyncIterable<Batch>
  /** The same with plain records cut by a cutter, where the input can do that. */
  mixed?(cutter: PlainCutter): AsyncIterable<Mixed>
}

/** Reads the sample for binding: the first 10,000 records, or 64 MiB of text if that is less. */
export async function sampleInput(input: Pick<Input, 'batches' | 'mixed'>): Promise<Sampled> {
  const source = input.batches[Symbol.asyncIterator]()
  const held: Batch[] = []
  let records = 0
  let characters = 0
  while (records < SAMPLED_RECORDS && characters < SAMPLED_CHARACTERS) {
    const next = await source.next()
    if (next.done === true) break
    held.push(next.value)
    records += next.value.rows.length
    for (const { text } of next.value.rows) characters += text.length
  }
  const { mixed } = input
  return {
    rows: held.flatMap(({ rows }) => rows).slice(0, SAMPLED_RECORDS),
    batches: replay(held, source),
    ...(mixed && { mixed: (cutter: PlainCutter) => instead(mixed(cutter), held, source) }),
  }
}

/** All records in another way; those that were held are dropped. */
async function* instead(
  mixed: AsyncIterable<Mixed>,
  held: Batch[],
  source: AsyncIterator<Batch>,
): AsyncGenerator<Mixed> {
  held.length = 0
  try {
    yield* mixed
  } finally {
    await source.return?.()
  }
}

/** Stopping early also stops the source, so that files are closed. */
async function* replay(held: Batch[], source: AsyncIterator<Batch>): AsyncGenerator<Batch> {
  try {
    for (let batch = held.shift(); batch !== undefined; batch = held.shift()) yield batch
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}
