import type { InputSummary } from '../ir/summary.ts'
import type { Host } from './host.ts'

export type Format = InputSummary['format']

/** Where the outputs of one input go. */
export interface Outputs {
  readonly scored: string
  /** Absent for a stream from stdin to stdout: there is no place for a file. */
  readonly rejects?: string
  readonly format: Format
  /** Names that leadq chose itself: such files are its own. */
  readonly own: boolean
  ofStage(stage: string): string
}

export const STDIO = '-'

interface Wanted {
  /** `-o`: a file, a folder, `-`, or nothing. */
  readonly out?: string | undefined
  readonly format?: Format | undefined
}

/** `leads.csv` -> `leads.scored.csv` and `leads.rejects.csv` beside it, unless `-o` says otherwise. */
export async function outputsOf(
  input: string,
  inputFormat: Format,
  { out, format }: Wanted,
  host: Host,
): Promise<Outputs> {
  const target = out ?? (input === STDIO ? STDIO : undefined)
  const chosen = format ?? (target === undefined ? undefined : formatOfName(target)) ?? inputFormat
  if (target === undefined || target.endsWith('/') || (target !== STDIO && (await host.isFolder(target)))) {
    const folder = target === undefined ? folderOf(input) : `${target.replace(/\/+$/, '')}/`
    const stem = `${folder}${stemOf(input === STDIO ? 'stdin' : input)}`
    return named(`${stem}.scored`, `${stem}.rejects.csv`, chosen, true)
  }
  if (target === STDIO) {
    const stem = `${folderOf(input)}${stemOf(input)}`
    const { rejects, ...outputs } = named(`${stem}.scored`, `${stem}.rejects.csv`, chosen, true)
    return { ...outputs, scored: STDIO, ...(input !== STDIO && rejects && { rejects }) }
  }
  const stem = `${folderOf(target)}${stemOf(target)}`
  return { ...named(stem, `${stem}.rejects.csv`, chosen, false), scored: target }
}

function named(stem: string, rejects: string, format: Format, own: boolean): Outputs {
  return {
    scored: `${stem}.${format}`,
    rejects,
    format,
    own,
    ofStage: stage => `${stem}.${stage.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${format}`,
  }
}

function formatOfName(name: string): Format | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (extension === 'jsonl') return 'ndjson'
  return extension === 'csv' || extension === 'tsv' || extension === 'json' || extension === 'ndjson'
    ? extension
    : undefined
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The name of a file without folder, `.gz` and extension. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.gz$/i, '')
  return name.replace(/(.)\.[^.]+$/, '$1')
}
