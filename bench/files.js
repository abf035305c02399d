import { existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Where everything goes that the bench makes; git leaves it alone. */
export const DATA = fileURLToPath(new URL('data/', import.meta.url))

/** The path of a file of `data/`, written from its pieces when it is first asked for. */
export async function fileOf(name, pieces) {
  const path = `${DATA}${name}`
  if (existsSync(path)) return path
  await mkdir(DATA, { recursive: true })
  const unfinished = `${path}.tmp`
  const file = await open(unfinished, 'w')
  for (const piece of pieces()) await file.write(piece)
  await file.close()
  await rename(unfinished, path)
  return path
}

export function csvLine(cells) {
  return `${cells.map(quoteIfNeeded).join(',')}\n`
}

function quoteIfNeeded(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Pieces put together, so that writing them takes few calls. */
export function* inBlocks(pieces) {
  let block = ''
  for (const piece of pieces) {
    block += piece
    if (block.length < 1_000_000) continue
    yield block
    block = ''
  }
  yield block
}
