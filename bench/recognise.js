import { sampleRows } from './sample.js'
import { importSource } from './source.js'

/**
 * `node bench/recognise.js FILE`: how long it takes to find out which system a file comes from, once, as a run does it;
 * prints milliseconds. It looks at the first records only.
 */
const SAMPLED = 10_000

const { recogniseSystem } = await importSource(
  'recognise',
  "export { recogniseSystem } from './src/io/bind/recognise/recognise.ts'",
)
const { headings, leads } = await sampleRows(process.argv[2], SAMPLED)
const began = performance.now()
const system = recogniseSystem({ name: 'leads', headings, rows: leads, delimiter: ',' }, undefined)
console.log(JSON.stringify({ milliseconds: performance.now() - began, system: system?.title ?? null }))
