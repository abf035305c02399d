import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { openTable } from '../../io/parquet/read-table.ts'
import { keyBytes, keyText, type Table } from '../../io/parquet/table.ts'
import { writeTable } from '../../io/parquet/write-table.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import type { Forgotten, ForgottenFile, ForgottenRun } from '../../ir/results/forgotten.ts'
import { isRunId, RUN_FILES, RUNS } from '../../ir/results/run-folder.ts'
import { VERDICT_NAMES } from '../../ir/results/verdict-file.ts'
import { fold } from '../../ir/values/fold.ts'
import type { FileChange, ForgetHost, StagedFile } from './forget-host.ts'
import { keyHeadings } from './key-headings.ts'
import { type ForgottenOutput, rewrittenManifest } from './rewrite-manifest.ts'
import { cleanerOf, names, type Unwanted } from './without-lead.ts'

export interface ForgetRequest {
  /** The folder of runs. */
  readonly folder: string
  readonly id: string
  readonly dryRun: boolean
}

/**
 * Takes a lead out of every run: its rows out of the files that can be rewritten, and the files that cannot be as a whole.
 * All runs change together, or none of them.
 */
export async function forgetLead({ folder, id, dryRun }: ForgetRequest, host: ForgetHost): Promise<Forgotten> {
  const warnings: Diagnostic[] = []
  const changes: FileChange[] = []
  const staged: StagedFile[] = []
  const runs: ForgottenRun[] = []
  const places = [folder, `${folder}/${RUNS.quarantine}`]
  try {
    for (const place of places) {
      for (const run of (await host.names(place)).filter(isRunId).toSorted()) {
        const found = await forgetIn(`${place}/${run}`, id, host, warnings)
        if (found === undefined) continue
        changes.push(...found.changes)
        staged.push(...found.changes.flatMap(change => (change.kind === 'replace' ? [change.by] : [])))
        runs.push({ run, files: found.files })
      }
    }
    if (dryRun) await host.discard(staged)
    else if (changes.length > 0) await host.commit(changes)
  } catch (error) {
    await host.discard(staged)
    throw error
  }
  return { folder, key: id, dry_run: dryRun, runs, warnings }
}

interface RunChanges {
  readonly changes: readonly FileChange[]
  readonly files: readonly ForgottenFile[]
}

async function forgetIn(
  run: string,
  id: string,
  host: ForgetHost,
  warnings: Diagnostic[],
): Promise<RunChanges | undefined> {
  const lead: Unwanted = { key: leadKey(id), headings: await headingsIn(run, host) }
  const outputs: ForgottenOutput[] = []
  const changes: FileChange[] = []
  const rest: string[] = []
  for (const name of await host.files(run)) {
    if (name === RUN_FILES.manifest) continue
    const path = `${run}/${name}`
    const clean = cleanerOf(name)
    if (name === RUN_FILES.verdicts) {
      const table = await verdictsWithout(path, id, host, warnings)
      if (table === undefined) continue
      const by = await host.stage(path, bytesOf(table.left))
      changes.push({ kind: 'replace', path, by })
      outputs.push({ path: name, removed: table.removed, by })
    } else if (clean === undefined) rest.push(name)
    else if (await holds(host.read(path), lead.key)) {
      let removed = 0
      const count = () => {
        removed += 1
      }
      const by = await host.stage(path, clean(host.read(path), lead, count))
      if (removed === 0) await host.discard([by])
      else {
        changes.push({ kind: 'replace', path, by })
        outputs.push({ path: name, removed, by })
      }
    }
  }
  // What cannot be rewritten goes as a whole, if it may hold the lead.
  for (const name of rest) {
    const path = `${run}/${name}`
    const mayHold = OPAQUE.test(name) ? outputs.length > 0 : await names(host.read(path), lead)
    if (!mayHold) continue
    changes.push({ kind: 'remove', path })
    outputs.push({ path: name, removed: null })
  }
  if (outputs.length === 0) return undefined
  const manifest = `${run}/${RUN_FILES.manifest}`
  const text = rewrittenManifest(await host.readText(manifest), outputs, host.now())
  if (text === undefined) {
    const message = `${manifest} is missing or damaged: the lead is removed, and the manifest stays as it is`
    warnings.push(diagnose('history/run', message))
  } else changes.push({ kind: 'replace', path: manifest, by: await host.stage(manifest, bytesOf([Buffer.from(text)])) })
  return { changes, files: outputs.map(({ path, removed }) => ({ file: path, rows: removed })) }
}

/** Files of leads that are not rewritten, and whose bytes may not show whom they hold. */
const OPAQUE = /\.(?:json|xlsx|parquet|gz)$/i

async function headingsIn(run: string, host: ForgetHost): Promise<ReadonlySet<string>> {
  return new Set(keyHeadings(await host.readText(`${run}/${RUN_FILES.summary}`)).map(fold))
}

async function verdictsWithout(path: string, id: string, host: ForgetHost, warnings: Diagnostic[]) {
  const file = await host.open(path)
  if (file === undefined) return undefined
  try {
    const table = openTable(file)
    const wanted = leadKey(id)
    const keys = table.keys()
    const gone = keys.map(key => leadKey(keyText(key)) === wanted)
    const removed = gone.filter(Boolean).length
    if (removed === 0) return undefined
    const kept = (_: unknown, row: number) => gone[row] !== true
    const columns = table.columns.flatMap(({ name }) => {
      const column = table.column(name)
      return column === undefined ? [] : [{ ...column, ids: Int32Array.from([...column.ids].filter(kept)) }]
    })
    const values = keys.filter(kept)
    const left: Table = { rows: values.length, key: { name: VERDICT_NAMES.key, values }, columns, notes: table.notes }
    return { removed, left: writeTable(left) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    warnings.push(
      diagnose('history/run', `${path} is damaged: it is removed if the lead is in another file of that run`),
    )
    return undefined
  } finally {
    file.close()
  }
}

async function* bytesOf(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* parts
}

/** Whether a key may stand in a file, in any spelling. */
async function holds(content: AsyncIterable<Uint8Array>, key: string): Promise<boolean> {
  const wanted = keyBytes(key).toLowerCase()
  let end = ''
  for await (const chunk of content) {
    const text = end + Buffer.from(chunk).toString('latin1').toLowerCase()
    if (text.includes(wanted)) return true
    end = text.slice(-wanted.length)
  }
  return false
}
