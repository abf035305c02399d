import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { cannotRead } from './source.ts'

/** Files of a folder and those below it whose names match; hidden folders and libraries are passed over. */
export async function filesBelow(
  folder: string,
  wanted: { readonly cwd: string; readonly name: RegExp },
): Promise<string[]> {
  const entries = await readdir(resolve(wanted.cwd, folder), { withFileTypes: true }).catch(error =>
    Promise.reject(cannotRead(folder, error)),
  )
  const found = entries.map(async entry => {
    const path = folder === '.' ? entry.name : join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
    if (entry.isDirectory()) return filesBelow(path, wanted)
    return entry.isFile() && wanted.name.test(entry.name) ? [path] : []
  })
  return (await Promise.all(found)).flat()
}
