import { existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { HEADINGS, leadCells } from './lead.js'
import { createRandom } from './random.js'

/** Where everything goes that the bench makes; git leaves it alone. */
export const DATA = fileURLToPath(new URL('data/', import.meta.url))

const SEED = 20251115
const LEADS_A_WRITE = 2_000

/** The path of a file with so many leads, written when it is first asked for. The same number gives the same bytes. */
export async function leadsFile(count) {
  const path = `${DATA}leads-${count}.csv`
  if (!existsSync(path)) await writeLeads(path, count)
  return path
}

async function writeLeads(path, count) {
  await mkdir(DATA, { recursive: true })
  const random = createRandom(SEED)
  const unfinished = `${path}.tmp`
  const file = await open(unfinished, 'w')
  await file.write(csvLine(HEADINGS))
  for (let from = 0; from < count; from += LEADS_A_WRITE) {
    let text = ''
    for (let index = from; index < Math.min(count, from + LEADS_A_WRITE); index += 1) {
      text += csvLine(leadCells(index, random))
    }
    await file.write(text)
  }
  await file.close()
  await rename(unfinished, path)
}

function csvLine(cells) {
  return `${cells.map(quoteIfNeeded).join(',')}\n`
}

function quoteIfNeeded(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** `node bench/leads.js 200000` writes such a file and says where it is. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await leadsFile(Number(process.argv[2] ?? 200_000)))
}
