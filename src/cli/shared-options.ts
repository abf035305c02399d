import { Option } from 'commander'
import { PREFIX } from '../ir/plan/columns.ts'
import {
  parseGivenDay,
  parseInputFormat,
  parseNames,
  parsePath,
  parsePaths,
  parsePrefix,
  parseSheet,
  parseSystem,
} from './options.ts'

/** Options that several commands share, each declared once: flags, help and parser. */
const SHARED = {
  rules: () =>
    new Option('-r, --rules <file>', 'rulebook file, or name of a built-in (b2b, b2c, plg)').argParser(parsePath),
  events: () => new Option('--events <file...>', 'event files: page views, emails, calls').argParser(parsePaths),
  companies: () =>
    new Option('--companies <file>', 'company export of the same system; fills in what leads lack').argParser(
      parsePath,
    ),
  previous: () =>
    new Option('--previous <path>', 'what leadq wrote in the run before: a file, or the folder of a run').argParser(
      parsePath,
    ),
  asOf: () =>
    new Option('--as-of <day>', 'score as of this day, e.g. 2026-01-31 or yesterday (default: today)').argParser(
      parseGivenDay,
    ),
  inputFormat: () =>
    new Option('--input-format <format>', 'input format, if it cannot be detected').argParser(parseInputFormat),
  from: () =>
    new Option('--from <system>', 'system that exported the file, if it is not recognised').argParser(parseSystem),
  sheet: () =>
    new Option('--sheet <sheet>', 'worksheet, by name or number (default: the first that holds a table)').argParser(
      parseSheet,
    ),
  withDeleted: () =>
    new Option('--with-deleted', 'also read records that their system marks as deleted, archived, merged or historic'),
  header: () => new Option('--header', 'the first row is the header, even if it looks like a lead'),
  noHeader: () => new Option('--no-header', 'the file has no header row (see --names)'),
  names: () =>
    new Option('--names <names>', 'names of the columns of a file without a header, comma-separated').argParser(
      parseNames,
    ),
  prefix: () => new Option('--prefix <text>', "prefix of leadq's columns").argParser(parsePrefix).default(PREFIX),
  force: () => new Option('--force', 'overwrite files that leadq did not write'),
  json: () => new Option('--json', 'print one JSON document; `--json=FILE` writes it beside the text'),
  jsonFile: () => new Option('--json-file <file>').argParser(parsePath).hideHelp(),
  failOn: () =>
    new Option('--fail-on <severity>', 'lowest severity that fails the run').choices(['error', 'warning', 'info']),
  verbose: () => new Option('--verbose', 'print everything, even past one screen (always in pipes and files)'),
  quiet: () => new Option('-q, --quiet', 'print warnings and errors only'),
  noColor: () => new Option('--no-color', 'no colours'),
} as const

/** Flags about the header of a file. */
export interface HeaderFlags {
  readonly header?: boolean
  readonly names?: readonly string[]
}

export type SharedOption = keyof typeof SHARED

/** A shared option, with other help where a command means something narrower by it. */
export function shared(name: SharedOption, help?: string): Option {
  const option = SHARED[name]()
  if (help !== undefined) option.description = help
  return option
}
