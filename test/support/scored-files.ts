import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openInput } from '../../src/io/read.ts'
import { findCases, plainArguments } from './cases.ts'
import { ROOT } from './program.ts'

const CASES = join(ROOT, 'fixtures', 'cases')

/** Cases whose results differ for tables: a duplicate is named by its line, which rows of a table do not have. */
const OF_FILES = new Set([
  'a-duplicate-of-a-lead-without-id-or-mail-names-its-line',
  // JSON in a cell is expanded in files only.
  'events-of-marketo-with-json-in-a-cell',
  'records-of-json-inside-of-cells-are-read',
])

/** Leads with their cells and results: the expected outputs of the cases of `score`. */
export interface ScoredFile {
  readonly name: string
  readonly folder: string
  /** The flags of the command, without its input. */
  readonly argv: readonly string[]
  readonly rows: string[][]
  /** Event files, which become tables of almost their names. */
  readonly events: readonly string[]
  readonly delimiter: string
  /** Where leadq's columns begin. */
  readonly own: number
}

export function scoredFiles(): ScoredFile[] {
  return [...findCases(join(CASES, 'score')), ...findCases(join(CASES, 'systems'))].flatMap(
    ({ name, folder, command }) => {
      const argv = plainArguments(command) ?? []
      const events = eventFiles(argv)
      const flags = flagsForTables(argv.slice(2), events)
      const input = argv[1] ?? ''
      const output = join(folder, 'expected', input.replace(/\.[a-z.]+$/, '.scored.csv'))
      if (argv[0] !== 'score' || flags === undefined || OF_FILES.has(name) || !existsSync(output)) return []
      const text = readFileSync(output, 'utf8')
      const delimiter = [';', '\t', ','].find(sign => (text.split('\n')[0] ?? '').includes(sign)) ?? ','
      const rows: string[][] = parse(text, { delimiter, bom: true, relax_column_count: true })
      const own = rows[0]?.findIndex(heading => heading.startsWith('leadq_')) ?? -1
      return own > 0 && isLoadable(rows)
        ? [
            {
              name,
              folder,
              argv: flags.map(flag => (events.includes(flag) ? tableOf(flag) : flag)),
              rows,
              events,
              delimiter,
              own,
            },
          ]
        : []
    },
  )
}

function eventFiles(argv: readonly string[]): readonly string[] {
  const from = argv.indexOf('--events') + 1
  const to = argv.findIndex((each, index) => index >= from && each.startsWith('-'))
  return from === 0 ? [] : argv.slice(from, to < 0 ? undefined : to)
}

/** A dot would stand behind a schema. */
export function tableOf(file: string): string {
  return file.replaceAll('.', '_')
}

/** The records of a file of any format, as cells. */
export async function rowsOf(path: string): Promise<string[][]> {
  const input = await openInput(createReadStream(path), { name: path })
  const rows: string[][] = [[...input.headings]]
  for await (const batch of input.batches) for (const { cells } of batch.rows) rows.push([...cells])
  return rows
}

/** The flags of a case, if all of them go with a table too. */
function flagsForTables(flags: readonly string[], events: readonly string[]): string[] | undefined {
  const known = ['-r', '--rules', '--as-of', '--from', '--columns', '--events']
  const isKnown = flags.every(
    (flag, index) => known.includes(flag) || known.includes(flags[index - 1] ?? '') || events.includes(flag),
  )
  return isKnown ? [...flags] : undefined
}

/** A table has a name for every column, none of them twice, and its texts have no NUL. */
function isLoadable([headings = [], ...rows]: readonly string[][]): boolean {
  const isNamed = headings.every(name => name.trim() !== '' && Buffer.byteLength(name) < 64)
  const isEven = rows.every(row => row.length === headings.length)
  return (
    isNamed && isEven && new Set(headings).size === headings.length && !rows.flat().some(cell => cell.includes('\0'))
  )
}
