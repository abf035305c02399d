import type { ImportName } from '../ir/catalogue/imports.ts'
import type { FileFormat, InputFormat } from '../ir/results/summary.ts'
import { type Host, type PathKind, STDIO } from '../leads/host.ts'

export type Format = FileFormat

/** Where the outputs of one input go. */
export interface Outputs {
  readonly scored: string
  /** Absent for a stream from stdin to stdout: there is no place for a file. */
  readonly rejects?: string
  readonly format: Format
  /** Names that leadq chose itself: such files are its own. */
  readonly own: boolean
  /** Whether the leads go to stdout, a pipe or a device. */
  readonly isStream: boolean
  ofStage(stage: string): string
}

interface Wanted {
  /** `-o`: a file, a folder, `-`, or nothing. */
  readonly out?: string | undefined
  readonly format?: Format | undefined
  /** The system whose importer will read it. */
  readonly target?: ImportName | undefined
  readonly inputs: readonly string[]
  /** Of the rulebook: each has a file name of its own. */
  readonly stages: readonly string[]
}

/** `leads.csv` -> `leads.scored.csv` and `leads.rejects.csv` beside it, unless `-o` says otherwise. */
export async function outputsOf(
  input: string,
  inputFormat: InputFormat,
  { out, format, target: system, stages, inputs }: Wanted,
  host: Host,
): Promise<Outputs> {
  const target = out ?? (input === STDIO ? STDIO : undefined)
  // Rows on stdout are text, unless somebody asks for a workbook or Parquet there.
  const isBinary = inputFormat === 'xlsx' || inputFormat === 'parquet'
  const likeInput = isWritten(inputFormat) && !(isBinary && target === STDIO) ? inputFormat : 'csv'
  const chosen =
    system !== undefined ? 'csv' : (format ?? (target === undefined ? undefined : formatOfName(target)) ?? likeInput)
  const kind = target === undefined ? 'folder' : await placeOf(target, inputs.length, host)
  if (kind === 'file' && target !== undefined) {
    const stem = `${folderOf(target)}${stemOf(target)}`
    return { ...named(stem, `${stem}.rejects.csv`, chosen, stages), own: false, scored: target }
  }
  const folder = kind === 'folder' && target !== undefined ? `${target.replace(/\/+$/, '')}/` : folderOf(input)
  const stem = `${folder}${stemOf(input === STDIO ? 'stdin' : input)}`
  const outputs = named(`${stem}.${system ?? 'scored'}`, `${stem}.rejects.csv`, chosen, stages)
  if (kind === 'folder' || target === undefined) return outputs
  const { rejects, ...others } = outputs
  return { ...others, scored: target, isStream: true, ...(input !== STDIO && rejects && { rejects }) }
}

/** Whether leadq writes the format; leads of a web page, an address book and the like become CSV. */
export function isWritten(format: InputFormat): format is Format {
  return format !== 'html' && format !== 'xml' && format !== 'ods' && format !== 'vcard'
}

/** A name with `/` at its end is a folder, and so is one without an ending for several inputs, unless a file has it. */
async function placeOf(target: string, inputs: number, host: Host): Promise<PathKind> {
  const isNamed = target.endsWith('/')
  const found = isNamed ? 'folder' : await kindOf(target, host)
  const isMeant =
    isNamed || (inputs > 1 && found === 'file' && !/\.\w+$/.test(target) && (await host.sizeOf(target)) === 0)
  if (!isMeant) return found
  await host.makeFolder(target)
  return 'folder'
}

async function kindOf(target: string, host: Host): Promise<PathKind> {
  return target === STDIO ? 'stream' : host.kindOf(target)
}

function named(stem: string, rejects: string, format: Format, stages: readonly string[]): Outputs {
  const names = stageNames(stages)
  return {
    scored: `${stem}.${format}`,
    rejects,
    format,
    own: true,
    isStream: false,
    ofStage: stage => `${stem}.${names.get(stage) ?? plainName(stage)}.${format}`,
  }
}

/** Stages as parts of file names: no two of them alike, not even where upper and lower case are one. */
function stageNames(stages: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(['rejects', 'skipped'])
  return new Map(
    stages.map(stage => {
      const plain = plainName(stage)
      let name = plain
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`
      taken.add(name.toLowerCase())
      return [stage, name]
    }),
  )
}

function plainName(stage: string): string {
  return stage.replace(/[^\p{L}\p{N}._-]+/gu, '-')
}

export function formatOfName(name: string): Format | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (extension === 'jsonl') return 'ndjson'
  return extension === 'csv' ||
    extension === 'tsv' ||
    extension === 'json' ||
    extension === 'ndjson' ||
    extension === 'xlsx' ||
    extension === 'parquet'
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
