import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'

/** `node bench/peers/parse.js IN`: every record read, and nothing done with it. JSON lines by JSON.parse. */
const [input] = process.argv.slice(2)
let records = 0
if (input.endsWith('.csv')) {
  await pipeline(createReadStream(input), parse(), async rows => {
    for await (const row of rows) records += row.length > 0 ? 1 : 0
  })
} else {
  for await (const line of createInterface({ input: createReadStream(input) })) {
    records += JSON.parse(line) === null ? 0 : 1
  }
}
console.log(records)
