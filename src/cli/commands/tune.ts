import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { ThresholdWish } from '../../learn/tune/thresholds.ts'
import { jsonTuning, textTuning } from '../../report/tune/tuning-report.ts'
import { GENERATED } from '../../tools/test/generate/generate.ts'
import type { StandingBook } from '../../tools/tune/standing.ts'
import type { TuneRequest } from '../../tools/tune/tune-request.ts'
import { tune } from '../../tools/tune/tune-rulebook.ts'
import { printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { canAsk, createConsole } from '../console.ts'
import { readHistoryData } from '../history-data.ts'
import { builtInPath } from '../hosts/built-ins.ts'
import { askWhenKnown } from '../hosts/known-columns.ts'
import { askForOutcome } from '../hosts/outcome-question.ts'
import { createOutside } from '../hosts/outside.ts'
import { writeSchemas } from '../hosts/schema-files.ts'
import { dayOfRun, type GivenDay, parseCount, parseOutcome, parsePath, usage } from '../options.ts'
import { DEFAULT_RULEBOOK } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { testsOf } from '../tests-path.ts'
import { VERSION } from '../version.ts'
import { type FromFlag, type KeepFlag, parseFrom, parseKeep, standingBook } from './standing-book.ts'

interface Flags {
  readonly out?: string
  readonly won?: string[]
  readonly lost?: string[]
  readonly date?: string
  readonly asOfColumn?: string
  readonly history?: string
  readonly use?: Names
  readonly never?: Names
  readonly only?: Names
  readonly direction?: ReadonlyMap<string, 1 | -1>
  readonly maxRules: number
  readonly maxPoints: number
  readonly gates: boolean
  readonly capacity?: number
  readonly mql?: number
  readonly value?: number
  readonly cost?: number
  readonly seed: number
  readonly yes?: true
  readonly dryRun?: true
  readonly asOf?: GivenDay
  readonly inputFormat?: TuneRequest['inputFormat']
  readonly sheet?: string
  readonly from?: FromFlag
  readonly keep?: KeepFlag[]
  readonly events?: string[]
  readonly prefix: string
  readonly json?: true
  readonly jsonFile?: string
  readonly force?: true
  readonly verbose?: true
  readonly quiet?: true
  readonly color: boolean
}

/** Without a wish SQL is the best fifth. */
const DEFAULT_SHARE = 0.2

const EXAMPLES = `
Examples:
  leadq tune leads.csv                                            outcome found by name and values
  leadq tune leads.csv --won "Status=Won" --date Created --capacity 40/week -o rules.yaml
  leadq tune leads.csv --use "Last Activity" --never Country --direction employees=up
  leadq tune leads.csv --from leadq.yaml                          once more: exclusions, consent gates, owners stay

Nothing is asked in a pipe, with --yes, or where CI is set; doubtful columns are then left out and listed.
Exit codes: 0 written, 1 no signal in these columns (nothing written), 2 too few leads or no outcome, 66 file not found.`

export function tuneCommand({ around, end }: CommandContext): Command {
  return new Command('tune')
    .description('learn a rulebook from leads that were won and lost')
    .argument('<file>', 'export with closed leads (and open ones); `-` is stdin', parsePath)
    .option(
      '-o, --out <file>',
      `the rulebook; its tests go beside it (default: that of --from, else ${DEFAULT_RULEBOOK})`,
      parsePath,
    )
    .option('--won <column=value>', 'which leads were won; `*` is any value; may be repeated', parseOutcome)
    .option('--lost <column=value>', 'which leads were lost (default: the other value of that column)', parseOutcome)
    .option('--date <column>', 'column with the day a lead came in, or a number that rises with time')
    .option('--as-of-column <column>', 'column with the day as of which the other columns stand')
    .option('--history <folder>', 'take each lead as it was in the first nightly run that had it', parsePath)
    .option('--use <columns>', 'columns that are known on the first day, whatever the leak tests say', parseNames)
    .option('--never <columns>', 'columns that must not be used', parseNames)
    .option('--only <columns>', 'use these columns alone', parseNames)
    .option(
      '--from <rulebook>',
      'learn this rulebook again: what people have fixed in it stays (also: a system)',
      parseFrom,
    )
    .option(
      '--keep <rulebook#part>',
      'rules that keep their points, e.g. old.yaml#fit.role; may be repeated',
      parseKeep,
    )
    .option('--direction <field=up|down>', 'tables of a number may only rise or fall; may be repeated', parseDirection)
    .option('--max-rules <n>', 'at most so many rules', parseCount, 15)
    .option('--max-points <n>', 'no row of a table has more points', parseCount, 60)
    .option('--no-gates', 'no tables behind a condition')
    .option('--capacity <n/week>', 'SQL: as many leads a week as sales can call', parsePerWeek)
    .option('--mql <n/week>', 'SQL and MQL together: so many leads a week', parsePerWeek)
    .option('--value <amount>', 'what a win is worth; with --cost, SQL is where a call pays', parseAmount)
    .option('--cost <amount>', 'what a call costs', parseAmount)
    .option('--seed <n>', 'seed of the shuffles', parseSeed, 1)
    .option('--dry-run', 'write nothing')
    .option('-y, --yes', 'never ask (implied when not at a terminal)')
    .addOption(shared('asOf', 'day of the tests, e.g. 2026-01-31 (default: today)'))
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('events'))
    .addOption(shared('prefix'))
    .addOption(shared('force', 'overwrite files that exist'))
    .addOption(shared('json'))
    .addOption(shared('verbose'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (input: string, flags: Flags, command: Command) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const standing = await standingBook(flags.from?.rulebook, flags.keep ?? [], around.cwd)
      const request = requestOf(input, flags, standing, around, command)
      if (flags.force !== true && flags.dryRun !== true) refuseExisting(request, flags, around.cwd)
      const host = createOutside(around, { force: true, progress: flags.quiet !== true, prefix: flags.prefix })
      const asks = canAsk(around, input) && flags.yes !== true && flags.json !== true
      const ask = asks ? { known: askWhenKnown(around), outcome: askForOutcome(around) } : {}
      const data = { ...request, data: input }
      const asked = { cwd: around.cwd, ask: asks ? askForOutcome(around) : undefined, host }
      const then = flags.history && (await readHistoryData(flags.history, data, asked))
      const tuning = await tune(then ? { ...request, ...then.reading } : request, ask, then ? then.host : host, VERSION)
      const taken = await console.diagnostics([...(then ? then.remarks : []), ...tuning.warnings])
      const lines = console.lines({ ...flags, taken })
      const text = () => textTuning(tuning, console.theme('stdout'), lines)
      await printAnswer(flags, { text, document: () => jsonTuning(tuning) }, { around, console })
      if (tuning.outputs.length > 0) writeSchemas(request.rulebook, around.cwd, ['rulebook', 'test'])
      if (!tuning.accepted) end('no')
    })
}

function requestOf(
  input: string,
  flags: Flags,
  standing: StandingBook | undefined,
  around: Surroundings,
  command: Command,
): TuneRequest {
  const { won = [], lost = [], date, asOfColumn, inputFormat, sheet, from, prefix, events = [] } = flags
  const rulebook = outOf(flags)
  const { maxRules, maxPoints, gates, seed } = flags
  const hasDays = asOfColumn !== undefined || flags.history !== undefined
  if (flags.capacity !== undefined && date === undefined && !hasDays) {
    throw usage('`--capacity` needs `--date`: without days nobody knows how many leads come in a week')
  }
  if (events.length > 0 && !hasDays) {
    throw usage(
      '`--events` needs `--as-of-column`: without the day a lead came in, events after the outcome would count',
    )
  }
  return {
    input,
    outcome: { won, lost },
    events,
    rulebook,
    tests: isOfPeople(testsOf(rulebook), flags, around.cwd) ? undefined : testsOf(rulebook),
    standing,
    date,
    asOfColumn,
    wishes: { use: new Set(flags.use?.names), never: new Set(flags.never?.names), only: new Set(flags.only?.names) },
    directions: flags.direction ?? new Map(),
    maxRules,
    maxPoints,
    gates,
    sql: sqlWish(flags),
    mqlPerWeek: flags.mql,
    seed,
    asOf: dayOfRun(flags.asOf, around, 'UTC'),
    dryRun: flags.dryRun === true,
    command: commandLine(input, command),
    inputFormat,
    sheet,
    from: from?.system,
    prefix,
  }
}

function sqlWish({ capacity, value, cost }: Flags): ThresholdWish {
  if ((value === undefined) !== (cost === undefined)) throw usage('`--value` and `--cost` go together')
  if (capacity !== undefined) return { by: 'capacity', perWeek: capacity }
  if (value !== undefined && cost !== undefined) return { by: 'value', value, cost }
  return { by: 'share', share: DEFAULT_SHARE }
}

/** What was typed, for the head of the rulebook. */
function commandLine(input: string, command: Command): string {
  const shown = command.options.flatMap(option => {
    const name = option.attributeName()
    if (command.getOptionValueSource(name) !== 'cli' || HIDDEN.has(name)) return []
    const flag = option.long ?? option.short ?? ''
    const value: unknown = command.getOptionValue(name)
    if (value === true || value === false) return [flag]
    return textsOf(value).map(text => `${flag} ${quoted(text)}`)
  })
  return ['leadq tune', quoted(input), ...shown].join(' ')
}

/** The value of an option as it was typed, once for each time. */
function textsOf(value: unknown): string[] {
  if (value instanceof Map) return [...value].map(([field, way]) => `${field}=${way === 1 ? 'up' : 'down'}`)
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return [String(value)]
  if ('typed' in value) return textsOf(value.typed)
  if ('part' in value && 'rulebook' in value) return [`${value.rulebook}#${value.part}`]
  return Object.values(value).map(String)
}

/** What does not change the rulebook. */
const HIDDEN: ReadonlySet<string> = new Set([
  'force',
  'verbose',
  'quiet',
  'color',
  'json',
  'jsonFile',
  'yes',
  'asOf',
  'dryRun',
])

function quoted(text: string): string {
  return /^[\p{L}\p{N}_./=*-]+$/u.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`
}

/** A rulebook that is learned again takes its own place. */
function outOf({ out, from }: Flags): string {
  const own = from?.rulebook
  return out ?? (own !== undefined && builtInPath(own) === undefined ? own : DEFAULT_RULEBOOK)
}

/** Tests that somebody has written stay when their rulebook is learned again. */
function isOfPeople(tests: string, flags: Flags, cwd: string): boolean {
  const path = resolve(cwd, tests)
  if (flags.from?.rulebook !== outOf(flags) || !existsSync(path)) return false
  return !readFileSync(path, 'utf8').includes(GENERATED)
}

/** What people have written is not overwritten. */
function refuseExisting({ rulebook, tests }: TuneRequest, { from }: Flags, cwd: string): void {
  if (rulebook === from?.rulebook) return
  for (const path of [rulebook, ...(tests === undefined ? [] : [tests])]) {
    if (!existsSync(resolve(cwd, path))) continue
    const hint = `choose another path with \`-o\`, \`--from ${rulebook}\` to learn it again, or \`--force\` to overwrite it`
    throw new Refusal(diagnose('file/exists', `${path} already exists`, { hint }), 'cannotCreate')
  }
}

/** Names of columns, and what was typed. */
interface Names {
  readonly typed: readonly string[]
  readonly names: readonly string[]
}

/** Comma separated; may be repeated, and a name may hold a comma itself. */
function parseNames(text: string, before: Names = { typed: [], names: [] }): Names {
  const names = [text, ...text.split(',')].map(name => name.trim()).filter(name => name !== '')
  return { typed: [...before.typed, text.trim()], names: [...before.names, ...names] }
}

function parseDirection(text: string, before: ReadonlyMap<string, 1 | -1> = new Map()): Map<string, 1 | -1> {
  const [, field = '', way] = /^(.+)=(up|down)$/.exec(text.trim()) ?? []
  if (way === undefined) throw new InvalidArgumentError('expected a field and a direction, e.g. employees=up.')
  return new Map([...before, [field, way === 'up' ? 1 : -1]])
}

function parsePerWeek(text: string): number {
  const [, count] = /^([0-9]+(?:\.[0-9]+)?)(?:\s*\/\s*(?:week|w|Woche))?$/.exec(text.trim()) ?? []
  if (count === undefined || Number(count) <= 0) throw new InvalidArgumentError('expected leads a week, e.g. 40/week.')
  return Number(count)
}

function parseAmount(text: string): number {
  const amount = Number(text)
  if (!(amount > 0)) throw new InvalidArgumentError('expected an amount above 0.')
  return amount
}

function parseSeed(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number.')
  return Number(text)
}
