import { arrange, type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Tuning } from '../../ir/results/tuning.ts'
import type { Host } from '../../leads/host.ts'
import { openSampled } from '../../leads/open.ts'
import { SLOPE } from '../../learn/card/points.ts'
import { AUTO_LOCALE } from '../../learn/columns/plan-of-fields.ts'
import { WON } from '../../learn/evidence/column-evidence.ts'
import { signalOf } from '../../learn/evidence/signal.ts'
import { type Outcome, outcomeText } from '../../learn/outcome/ending.ts'
import { type Learned, learn } from '../../learn/tune/learn.ts'
import { type ColumnLimits, closedRows, type Screened, screenColumns } from '../../learn/tune/screen-columns.ts'
import { plural } from '../../report/numbers.ts'
import { resolveOrAsk } from '../backtest/ask-outcome.ts'
import { type SidesRequest, withSurroundings } from '../diff/side.ts'
import { writeWhole } from '../init/write-whole.ts'
import { askedPlan } from './asked-plan.ts'
import { ANY, eventTests } from './event-probes.ts'
import { type ClosedFile, readClosed } from './read-closed.ts'
import { type Settled, settleRulebook } from './settle-rulebook.ts'
import { type Standing, standingOf } from './standing.ts'
import { columnsSummary, frontierRows, judgedSummary, ordersOf } from './summarise.ts'
import type { AskKnown, TuneQuestions, TuneRequest } from './tune-request.ts'

/** Leads below which nothing is learned, and below which only little is. */
const [MIN_CLOSED, MIN_SIDE] = [100, 30]
const [ENOUGH_CLOSED, ENOUGH_WON] = [500, 100]
const FEW_RULES = 5

/** Learns a rulebook from the closed leads of a file and writes it, with tests beside it, if there is any signal in them. */
export async function tune(request: TuneRequest, ask: TuneQuestions, host: Host, version: string): Promise<Tuning> {
  const standing = request.standing && standingOf(request.standing)
  const sides = { ...request, inputs: [request.input] }
  const locale = standing?.plan.locale ?? AUTO_LOCALE
  const asked = { standing, events: eventTests(await eventNames(sides, locale, host)) }
  const plans = standing === undefined && request.events.length === 0 ? [] : [askedPlan(asked, locale)]
  return withSurroundings(plans, sides, host, async (reread, [around]) => {
    const opened = await openSampled(request.input, request, reread)
    const outcome = await resolveOrAsk(request.outcome, opened.sample, ask.outcome)
    const file = await readClosed(opened, outcome, sides, around && { asked, around })
    return tuneFrom({ file, outcome, source: opened.name, standing, request }, ask.known, host, version)
  })
}

/** The names of the events in the files, the most frequent ones. */
async function eventNames(sides: SidesRequest, locale: Plan['locale'], host: Host): Promise<readonly string[]> {
  if (sides.events.length === 0) return []
  const anything = askedPlan(
    { standing: undefined, events: [{ operator: 'event', value: ANY, count: 1, within: undefined }] },
    locale,
  )
  return withSurroundings([anything], sides, host, async (_, [around]) => {
    const { events } = around ?? {}
    return events === undefined ? [] : events.summary(events.pass()).names.map(({ event }) => event)
  })
}

interface Tuned {
  readonly file: ClosedFile
  readonly outcome: Outcome
  readonly source: string
  readonly standing: Standing | undefined
  readonly request: TuneRequest
}

async function tuneFrom(
  { file, outcome, source, standing, request }: Tuned,
  ask: AskKnown | undefined,
  host: Host,
  version: string,
): Promise<Tuning> {
  const closed = closedRows(file.endings)
  const won = Uint8Array.from(file.endings, ending => (ending === WON ? 1 : 0))
  const wins = closed.reduce((sum, row) => sum + (won[row] ?? 0), 0)
  refuseFew(source, file, closed.length, wins, outcomeText(outcome.won), outcomeText(outcome.lost))
  const screened = await screen(file, { ...request.wishes, kept: standing?.keptFields ?? new Set() }, ask)
  refuseNothingLeft(source, screened, file.dates)
  const order = file.order?.values
  const strict = closed.length < ENOUGH_CLOSED || Math.min(wins, closed.length - wins) < ENOUGH_WON
  const limits = {
    maxRules: strict ? Math.min(FEW_RULES, request.maxRules) : request.maxRules,
    maxGates: request.gates ? MAX_GATES : 0,
    directions: request.directions,
    strict,
  }
  const offset = file.points?.totals.map(points => SLOPE * points)
  const learned = learn({
    bins: screened.used,
    won,
    closed,
    order,
    offset,
    accounts: file.accounts,
    limits,
    seed: request.seed,
  })
  const signal = signalOf(learned.judged.margins, learned.judged.won)
  const settled = settleRulebook({ learned, screened, file, request, closed, won, source, outcome, standing })
  const accepted = signal.accepted && settled.rules.length > 0
  const files = [
    {
      path: request.rulebook,
      text: settled.text,
      about: `${plural(settled.rules.length, 'rule')}, ${plural(settled.rows, 'row')}`,
    },
    ...(request.tests === undefined
      ? []
      : [{ path: request.tests, text: settled.tests.text, about: plural(settled.tests.count, 'test') }]),
  ]
  if (accepted && !request.dryRun) await writeWhole(host, files)
  return {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    input: source,
    outcome: { won: outcomeText(outcome.won), lost: outcomeText(outcome.lost), found: outcome.found },
    counts: { leads: file.endings.length, closed: closed.length, won: wins, open: file.endings.length - closed.length },
    ...(file.order && { order: file.order.column }),
    columns: columnsSummary(file, screened),
    judged: judgedSummary(learned, file, closed, won),
    accepted,
    ...ordersOf(learned, file, settled.card),
    frontier: frontierRows(learned, won),
    rules: settled.rules,
    kept: [...(standing?.kept ?? [])],
    bands: settled.bands,
    slope: settled.slope,
    stages: settled.stages,
    warnings: arrange(warningsOf(source, file, learned, closed, settled)),
    outputs: accepted && !request.dryRun ? files.map(({ path, about }) => ({ path, about })) : [],
  }
}

const MAX_GATES = 4

/** Drops columns, and asks about those that the user may know better. */
async function screen(file: ClosedFile, wishes: ColumnLimits, ask: AskKnown | undefined): Promise<Screened> {
  const first = screenColumns(file.columns, file.endings, file.order?.values, wishes)
  if (ask === undefined) return first
  const questions = [
    ...first.refused.flatMap(({ column, why }) =>
      why.because === 'leak' && why.leak.verdict === 'ask-first'
        ? [{ column: column.heading, reasons: why.leak.reasons }]
        : [],
    ),
    ...first.questions.map(({ column, leak }) => ({ column: column.heading, reasons: leak.reasons })),
  ]
  if (questions.length === 0) return first
  const answers = await ask(questions)
  const said = (known: boolean) => [...answers].flatMap(([column, answer]) => (answer === known ? [column] : []))
  return screenColumns(file.columns, file.endings, file.order?.values, {
    ...wishes,
    use: new Set([...wishes.use, ...said(true)]),
    never: new Set([...wishes.never, ...said(false)]),
  })
}

function refuseFew(
  name: string,
  file: ClosedFile,
  closed: number,
  won: number,
  wonText: string,
  lostText: string,
): void {
  if (file.both.count > 0) {
    const leads = file.both.count === 1 ? '1 lead is' : `${file.both.count} leads are`
    const message = `${name}: ${leads} both won (${wonText}) and lost (${lostText}), first on line ${file.both.line}`
    throw refusal('learn/outcome', message, 'choose values that no lead has together with `--won` and `--lost`')
  }
  const lost = closed - won
  if (won === 0 || lost === 0) {
    const which = won === 0 ? `won (${wonText})` : `lost (${lostText})`
    throw refusal('learn/outcome', `no lead of ${name} is ${which}`, 'check the values that `--won` and `--lost` name')
  }
  if (closed >= MIN_CLOSED && won >= MIN_SIDE && lost >= MIN_SIDE) return
  const missing = [
    ...(closed < MIN_CLOSED ? [`${MIN_CLOSED - closed} closed leads`] : []),
    ...(won < MIN_SIDE ? [`${MIN_SIDE - won} won leads`] : []),
    ...(lost < MIN_SIDE ? [`${MIN_SIDE - lost} lost leads`] : []),
  ]
  const message = `${name} has ${closed} closed leads, ${won} won and ${lost} lost: too few to learn from`
  throw refusal(
    'learn/too-few',
    message,
    `needed are ${MIN_CLOSED} closed leads, ${MIN_SIDE} won and ${MIN_SIDE} lost; missing: ${missing.join(', ')}`,
  )
}

function refuseNothingLeft(name: string, { used, refused }: Screened, dates: readonly string[]): void {
  if (used.length > 0) return
  const leaks = refused.filter(({ why }) => why.because === 'leak').map(({ column }) => column.heading)
  const message = `no column of ${name} is left to learn from`
  const nothing =
    dates.length > 0
      ? `${dates.slice(0, 8).join(', ')}: dates need the day a lead came in, \`--as-of-column COLUMN\``
      : 'its columns are empty, the same for all leads, or only say who somebody is'
  const hint =
    leaks.length === 0
      ? nothing
      : `${leaks.slice(0, 8).join(', ')} may be known only after the outcome; \`--use "${leaks[0] ?? ''}"\` says that one is known on the first day`
  throw refusal('learn/no-column', message, hint)
}

function refusal(code: 'learn/outcome' | 'learn/too-few' | 'learn/no-column', message: string, hint: string): Refusal {
  return new Refusal(diagnose(code, message, { hint }), 'usage')
}

/** A warning is given if the order in time is worse than the shuffled one by this much. */
const WORSE_IN_TIME = 0.05

function warningsOf(
  name: string,
  file: ClosedFile,
  learned: Learned,
  closed: Int32Array,
  settled: Settled,
): Diagnostic[] {
  const open = file.endings.length - closed.length
  const { shuffled, judged } = learned
  const drop =
    shuffled === undefined ? 0 : signalOf(shuffled.margins, shuffled.won).auc - signalOf(judged.margins, judged.won).auc
  return [
    ...(open === 0
      ? [
          diagnose('learn/open', `${name} has no open leads`, {
            hint: 'export the open leads too: columns that are filled only for closed ones are then seen',
          }),
        ]
      : []),
    ...(drop > WORSE_IN_TIME
      ? [
          diagnose(
            'learn/drift',
            `later leads are ordered worse than leads drawn by lot: AUC ${drop.toFixed(2)} lower`,
            {
              hint: 'what was won has changed over time: learn from later leads, or leave out columns that change with the market (`--never`)',
            },
          ),
        ]
      : []),
    ...tooGood(learned, settled),
    ...settled.warnings,
  ]
}

/** Above this AUC the outcome itself is most likely among the columns, and so it is if one rule has this share of it. */
const [MAX_AUC, MAX_PART] = [0.95, 0.8]

function tooGood({ judged }: Learned, { rules }: Settled): Diagnostic[] {
  const { auc } = signalOf(judged.margins, judged.won)
  const [first] = rules
  const isAlone = first !== undefined && rules.length > 1 && -first.change >= MAX_PART * (auc - 0.5)
  if (auc <= MAX_AUC && !isAlone) return []
  const message =
    auc > MAX_AUC
      ? `AUC ${auc.toFixed(3)} is too good to be true: a column may hold what is known only after the outcome`
      : `the rule ${first?.id ?? ''} alone tells nearly all: its column may be known only after the outcome`
  const hint = `is it known on the day a lead comes in? Otherwise \`--never ${first?.field ?? ''}\``
  return [diagnose('learn/leak', message, { hint })]
}
