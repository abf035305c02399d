import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { PREFIX } from '../../../ir/plan/columns.ts'
import { commit } from '../../../leads/host.ts'
import { runFileText } from '../../../tools/run/init/run-file-text.ts'
import { type SortedExports, sortExports } from '../../../tools/run/init/sort-exports.ts'
import { isOutput } from '../../hosts/disk/own-file.ts'
import { FORGETFUL } from '../../hosts/disk/remembered.ts'
import { createOutside } from '../../hosts/outside.ts'
import { writeSchemas } from '../../hosts/schema-files.ts'
import { DEFAULT_RULEBOOK, findRulebook, usable } from '../../rulebook.ts'
import type { Surroundings } from '../../surroundings.ts'

/** Writes a run file for the exports in the working directory and the folders in it. */
export async function initRun(name: string, force: boolean, around: Surroundings): Promise<SortedExports> {
  const { cwd } = around
  if (!force && existsSync(resolve(cwd, name))) {
    const hint = 'name another file, or `--force` to replace it'
    throw new Refusal(diagnose('file/exists', `${name} already exists`, { hint }), 'cannotCreate')
  }
  const host = createOutside(around, { force: true, progress: false, prefix: PREFIX })
  const found = await findRulebook(undefined, cwd)
  const plan = usable(found)?.plan ?? usable(await findRulebook('b2b', cwd))?.plan
  if (plan === undefined) throw new TypeError('the built-in b2b gives a plan')
  const exports = await sortExports(await dataFiles(cwd), plan, PREFIX, host)
  const rules = existsSync(resolve(cwd, DEFAULT_RULEBOOK)) ? DEFAULT_RULEBOOK : undefined
  const sink = await host.create(name, 'unmarked')
  await sink.write(runFileText(exports, rules))
  await commit([sink])
  writeSchemas(name, cwd, ['run'])
  return exports
}

const DATA = /\.(?:csv|tsv|json|ndjson|jsonl|xlsx|parquet)(?:\.gz)?$/i
const NOT_EXPORTS: ReadonlySet<string> = new Set(['node_modules', 'runs'])
const MAX_FILES = 200

/** Files that may be exports, here and in the folders here; what leadq wrote is none. */
async function dataFiles(cwd: string): Promise<string[]> {
  const entries = await readdir(cwd, { withFileTypes: true })
  const folders = entries.filter(
    entry => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_EXPORTS.has(entry.name),
  )
  const names = entries.filter(entry => entry.isFile()).map(({ name }) => name)
  for (const folder of folders) {
    const inside = await readdir(join(cwd, folder.name), { withFileTypes: true }).catch(() => [])
    names.push(...inside.filter(entry => entry.isFile()).map(({ name }) => `${folder.name}/${name}`))
  }
  const data = names
    .filter(name => DATA.test(name))
    .sort()
    .slice(0, MAX_FILES)
  const own = await Promise.all(data.map(name => isOutput(join(cwd, name), { prefix: PREFIX, remembered: FORGETFUL })))
  return data.filter((_, index) => own[index] !== true)
}

export function initText(name: string, { leads, events, companies }: SortedExports): string {
  const parts = [
    countText(leads.length, 'lead export'),
    ...(events.length > 0 ? [countText(events.length, 'file of events', 'files of events')] : []),
    ...(companies.length > 0 ? [countText(companies.length, 'company export')] : []),
  ]
  return `wrote ${name} for ${parts.join(', ')}\nnext: look at it, then \`leadq run\`\n`
}

function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
