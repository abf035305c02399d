import { InvalidArgumentError } from 'commander'
import { diagnose } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { Refusal } from '../base/refusal.ts'
import type { From } from '../io/bind/sampled-columns.ts'
import { IMPORTS, type ImportName, isImportName } from '../ir/catalogue/imports.ts'
import { SYSTEMS, type SystemName } from '../ir/catalogue/systems.ts'
import type { TextFormat } from '../ir/results/summary.ts'
import { dayOf } from '../ir/values/calendar.ts'
import type { Format } from '../outputs/outputs.ts'
import type { Limit } from '../outputs/rejects.ts'
import { FILE_ENGINES } from '../tools/score/choose-engine.ts'
import type { Surroundings } from './surroundings.ts'

/** Parsers of option values; what they throw, commander reports with the option's name. */

export function parseDay(text: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const found = year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day))
  if (found === undefined) throw new InvalidArgumentError('expected a day such as 2026-01-31, `today` or `yesterday`.')
  return found
}

/** The day of a run as it was given. */
export type GivenDay = number | 'today' | 'yesterday'

export function parseGivenDay(text: string): GivenDay {
  const word = text.trim().toLowerCase()
  return word === 'today' || word === 'yesterday' ? word : parseDay(text)
}

export function parseCount(text: string): number {
  const count = Number(text)
  if (!/^[0-9]+$/.test(text) || count === 0) throw new InvalidArgumentError('expected a whole number above 0.')
  return count
}

/** Threads beyond this only cost memory. */
const MAX_THREADS = 64

export function parseThreads(text: string): number {
  const count = Number(text)
  if (/^[0-9]+$/.test(text) && count > 0 && count <= MAX_THREADS) return count
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MAX_THREADS}.`)
}

export function parseLimit(text: string): Limit {
  const [, number, percent] = /^([0-9]+(?:\.[0-9]+)?)(%?)$/.exec(text.replace(' ', '')) ?? []
  if (number === undefined || (percent === '' && number.includes('.'))) {
    throw new InvalidArgumentError('expected a number such as 100, or a share such as 1%.')
  }
  return percent === '%' ? { percent: Number(number) } : { count: Number(number) }
}

export function parseList(text: string): string[] {
  const items = text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
  if (items.length === 0) throw new InvalidArgumentError('expected one name or several, comma separated.')
  return items
}

/** Names of columns; an empty one stands for a column that needs none. */
export function parseNames(text: string): string[] {
  if (text.trim() === '') throw new InvalidArgumentError('expected one name or several, comma separated.')
  return text.split(',').map(name => name.trim())
}

/** An unset variable in a script must not mean the working directory. */
export function parsePath(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected a path, found nothing.')
  return text
}

/** For an argument that takes several paths. */
export function parsePaths(text: string, before: readonly string[] = []): string[] {
  return [...before, parsePath(text)]
}

/** `Status=Won`, which may be given several times. */
export function parseOutcome(text: string, before: readonly string[] = []): string[] {
  if (text.trim() === '') throw new InvalidArgumentError('expected a column and a value, e.g. "Status=Won".')
  return [...before, text]
}

const TEXT_FORMATS = ['csv', 'tsv', 'json', 'ndjson'] as const satisfies readonly TextFormat[]

/** What is written, besides text. */
const OTHERS = ['xlsx', 'parquet'] as const

/** What `--format` and `--input-format` can be. */
export const FORMATS: readonly string[] = [...TEXT_FORMATS, ...OTHERS]
export const INPUT_FORMATS: readonly string[] = TEXT_FORMATS

export function parseFormat(text: string): Format {
  const name = OTHERS.find(other => other === text.toLowerCase()) ?? textFormat(text)
  if (name !== undefined) return name
  throw new InvalidArgumentError('expected csv, tsv, json, ndjson, xlsx or parquet.')
}

export function parseInputFormat(text: string): TextFormat {
  const name = textFormat(text)
  if (name !== undefined) return name
  throw new InvalidArgumentError('expected csv, tsv, json or ndjson; a workbook is always recognised.')
}

function textFormat(text: string): TextFormat | undefined {
  return TEXT_FORMATS.find(name => name === text.toLowerCase())
}

export function parseSheet(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected the name of a sheet or its number.')
  return text
}

export function parseImport(text: string): ImportName {
  const name = text.toLowerCase()
  if (isImportName(name)) return name
  const names = Object.keys(IMPORTS)
  throw new InvalidArgumentError(didYouMean(name, names) ?? `expected one of ${names.join(', ')}.`)
}

/** What Spark reads and writes besides. */
export function parseAnyFormat(text: string): Format | 'parquet' | 'table' {
  return ofEngines(text) ?? parseFormat(text)
}

export function parseAnyInputFormat(text: string): TextFormat | 'parquet' | 'table' {
  return ofEngines(text) ?? parseInputFormat(text)
}

function ofEngines(text: string): 'parquet' | 'table' | undefined {
  const name = text.toLowerCase()
  return name === 'parquet' || name === 'table' ? name : undefined
}

/** What `--engine` can be. */
export const ENGINES = [...FILE_ENGINES, 'spark', 'spark-sql'] as const

export type EngineName = (typeof ENGINES)[number]

/** What `--from` can be. */
export const SYSTEM_NAMES: readonly From[] = [...(Object.keys(SYSTEMS) as SystemName[]), 'generic']

/** The name of a system, in any spelling of its case. */
export function parseSystem(text: string): From {
  const names = SYSTEM_NAMES
  const name = names.find(known => known === text.trim().toLowerCase())
  if (name !== undefined) return name
  throw new InvalidArgumentError(didYouMean(text, names) ?? `expected one of ${names.join(', ')}.`)
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 }

/** A number of bytes: `500MB`, `2 GB`. */
export function parseMemory(text: string): number {
  const [, amount, unit = ''] = /^([0-9]+(?:\.[0-9]+)?) ?([kmg]?)i?b$/i.exec(text.trim()) ?? []
  const bytes = Number(amount) * (UNITS[unit.toLowerCase()] ?? Number.NaN)
  if (bytes >= 1) return Math.floor(bytes)
  throw new InvalidArgumentError('expected a size such as 500MB or 2GB.')
}

export function parseEngine(text: string): EngineName {
  const name = ENGINES.find(known => known === text.trim().toLowerCase())
  if (name !== undefined) return name
  throw new InvalidArgumentError(didYouMean(text, ENGINES) ?? `expected one of ${ENGINES.join(', ')}.`)
}

export function parsePrefix(text: string): string {
  if (/^[\p{L}\p{N}_. -]+$/u.test(text)) return text
  throw new InvalidArgumentError('expected letters, digits, `_`, `-`, `.` or spaces.')
}

/** The day that leads are judged by. */
export function dayOfRun(given: GivenDay | undefined, around: Surroundings, timeZone: string): number {
  if (typeof given === 'number') return given
  return today(around, timeZone) - (given === 'yesterday' ? 1 : 0)
}

const MILLISECONDS_PER_DAY = 86_400_000

/** Today in a time zone, as a day number: the only reading of the clock that leads are judged by. */
function today({ now }: Surroundings, timeZone: string): number {
  // The calendar of the world's zones takes time to load.
  if (timeZone === 'UTC') return Math.floor(now() / MILLISECONDS_PER_DAY)
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
  return parseDay(parts)
}

export function usage(message: string, hint?: string): Refusal {
  return new Refusal(diagnose('cli/usage', message, { hint }), 'usage')
}

/** How many leads come to one that is judged twice: for those who work on leadq. */
export function verifyIn({ LEADQ_VERIFY: every = '' }: Surroundings['env']): number | undefined {
  return /^[1-9][0-9]{0,8}$/.test(every) ? Number(every) : undefined
}
