import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'

/**
 * Copies a file of leads and appends what `judge` answers of each, an object of columns. An engine with threads of its
 * own may be asked for several leads at once.
 */
export async function appendAnswers(input, output, judge, atOnce = 1) {
  async function* judged(leads) {
    for await (const batch of inBatches(leads, atOnce)) {
      yield* await Promise.all(batch.map(async lead => ({ ...lead, ...(await judge(lead)) })))
    }
  }
  await pipeline(
    createReadStream(input),
    parse({ columns: true }),
    judged,
    stringify({ header: true }),
    createWriteStream(output),
  )
}

async function* inBatches(leads, size) {
  let batch = []
  for await (const lead of leads) {
    batch.push(lead)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  yield batch
}
