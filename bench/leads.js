import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { csvLine, fileOf, inBlocks } from './files.js'
import { HEADINGS, leadCells } from './lead.js'
import { createRandom } from './random.js'

const SEED = 20251115

/** The path of a file with so many leads. The same number gives the same bytes. */
export function leadsFile(count) {
  return fileOf(`leads-${count}.csv`, () =>
    inBlocks(piecesOf(csvLine(HEADINGS), count, (index, random) => csvLine(leadCells(index, random)))),
  )
}

/** Of more leads than these, a file has the same ones again: Spark takes millions, and inventing those takes minutes. */
export const INVENTED = 1_000_000

/** The path of a file with so many leads, the first `INVENTED` of which are repeated. */
export async function repeatedLeads(count) {
  if (count <= INVENTED) return leadsFile(count)
  const times = count / INVENTED
  if (!Number.isInteger(times)) throw new Error(`${count} leads: more than ${INVENTED} have to be a multiple of them`)
  const invented = readFileSync(await leadsFile(INVENTED))
  const leads = invented.subarray(invented.indexOf('\n') + 1)
  return fileOf(`leads-${times}-x-${INVENTED}.csv`, () => [invented, ...Array(times - 1).fill(leads)])
}

/** The same leads as one JSON array. */
export function leadsJson(count) {
  const object = cells => Object.fromEntries(HEADINGS.map((heading, at) => [heading, cells[at]]))
  const element = (index, random) => (index > 0 ? ',\n' : '') + JSON.stringify(object(leadCells(index, random)))
  return fileOf(`leads-${count}.json`, () => inBlocks(piecesOf('[', count, element, ']\n')))
}

/** The same leads as JSON, one on each line. */
export function leadsLines(count) {
  const object = cells => Object.fromEntries(HEADINGS.map((heading, at) => [heading, cells[at]]))
  return fileOf(`leads-${count}.ndjson`, () =>
    inBlocks(piecesOf('', count, (index, random) => `${JSON.stringify(object(leadCells(index, random)))}\n`)),
  )
}

function* piecesOf(head, count, piece, tail = '') {
  const random = createRandom(SEED)
  yield head
  for (let index = 0; index < count; index += 1) yield piece(index, random)
  yield tail
}

/** `node bench/leads.js 200000` writes such a file and says where it is. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await leadsFile(Number(process.argv[2] ?? 200_000)))
}
