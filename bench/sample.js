import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'

/** The headings and the first leads of a file, as cells in memory. */
export async function sampleRows(path, count) {
  const rows = []
  for await (const cells of createReadStream(path).pipe(parse({ to: count + 1 }))) rows.push(cells)
  const [headings, ...leads] = rows
  return { headings, leads }
}

/** The seconds of the fastest of several rounds, after one that only warms up. */
export async function bestOf(rounds, round) {
  await round()
  let best = Number.POSITIVE_INFINITY
  for (let done = 0; done < rounds; done += 1) {
    const start = performance.now()
    await round()
    best = Math.min(best, performance.now() - start)
  }
  return best / 1000
}
