import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { InputRole } from '../../ir/results/manifest.ts'
import type { FileChoice, RunSettings } from '../../ir/run/run-settings.ts'
import type { FoundFile, RunHost } from './run-host.ts'

/** The files of a run, by what they are read as. */
export type RunFiles = Readonly<Record<InputRole, readonly FoundFile[]>>

/** Finds the files that the patterns mean; throws a `Refusal` where there are none, or another number than asked for. */
export async function chooseFiles(settings: RunSettings, host: RunHost): Promise<RunFiles> {
  const { inputs, events, companies, costs } = settings
  return {
    leads: await filesOf(inputs, host),
    events: await filesOf(events, host),
    companies: await fileOf(companies, host),
    costs: await fileOf(costs, host),
  }
}

async function filesOf(choices: readonly FileChoice[], host: RunHost): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const choice of choices) for (const file of await choose(choice, host)) found.set(file.path, file)
  return [...found.values()]
}

async function fileOf(choice: FileChoice | undefined, host: RunHost): Promise<FoundFile[]> {
  return choice === undefined ? [] : choose({ ...choice, exactly: 1 }, host)
}

async function choose(choice: FileChoice, host: RunHost): Promise<FoundFile[]> {
  const all = await host.find(choice)
  const shown = host.shown(choice)
  if (all.length === 0) {
    const hint = 'was the export written? A pattern is seen from the folder of the run file'
    throw new Refusal(diagnose('run/no-files', `no file matches ${shown}`, { hint }), 'noInput')
  }
  const chosen = choice.newest ? newest(all) : all
  if (choice.exactly === undefined || chosen.length === choice.exactly) return chosen
  const files = chosen.length === 1 ? '1 file matches' : `${chosen.length} files match`
  const names = chosen.slice(0, 3).map(({ path }) => path)
  const more = chosen.length > names.length ? ` and ${chosen.length - names.length} more` : ''
  const message = `${files} ${shown}, and it should be ${choice.exactly}: ${names.join(', ')}${more}`
  throw new Refusal(diagnose('run/no-files', message, { hint: '`newest: true` takes the newest of them' }), 'noInput')
}

/** The one that was written last; of two in the same moment, the later name. */
function newest(files: readonly FoundFile[]): FoundFile[] {
  const [last] = files.toSorted((a, b) => b.modified - a.modified || Number(b.path > a.path) - Number(b.path < a.path))
  return last === undefined ? [] : [last]
}
