import type { CostSummary, CostsSummary } from '../../ir/results/costs.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import type {
  Advice,
  ChannelSummary,
  EngineSummary,
  FieldQuality,
  RulebookSummary,
  RuleSummary,
  ScoreSummary,
  StageSummary,
  Summary,
} from '../../ir/results/summary.ts'
import { counts, due, since } from './counts.ts'
import { byName, DIAGNOSTIC, flag, list, number, object, oneOf, orNull, TOOL, text, VERSION, whole } from './object.ts'
import { amounts, events, input, names } from './summary-inputs.ts'

const rulebook = object<RulebookSummary>(
  {
    name: text('Its name'),
    version: text('Its version'),
    source: text('The file, or `built-in b2b`'),
    sha256: text('The SHA-256 of its text and of those it extends'),
  },
  ['version'],
)

/** An engine that is a server also has a version and a place. */
const engine = object<EngineSummary & { version?: string; at?: string }>(
  {
    name: oneOf(['stream', 'postgres', 'spark'], 'Which engine judged the leads; `stream` is leadq itself'),
    version: text('The version of the server'),
    at: text('Server and database without credentials, or the master of Spark'),
  },
  ['version', 'at'],
)

const cost = object<CostSummary>(
  {
    name: text('The channel or medium'),
    medium: text('The medium of the channel'),
    cost: number('What it cost'),
    leads: whole('Leads of the period'),
    reached: amounts('Stage -> leads that are in it or in a better one'),
    won: whole('Leads that were won'),
    expected_wins: number('The sum of the chances of its leads'),
    per_lead: orNull(number('Cost per lead')),
    per_stage: byName(orNull({ type: 'number' }), 'Stage -> cost per lead that reached it'),
    per_won: orNull(number('Cost per lead that was won')),
    per_expected_win: orNull(number('Cost per expected win')),
  },
  ['medium', 'won', 'expected_wins', 'per_won', 'per_expected_win'],
)

const costs = object<CostsSummary>(
  {
    file: text('The file'),
    currency: text('The currency of all sums'),
    from: text('The day of the first cost'),
    to: text('The day of the last'),
    rows: whole('Rows whose costs are counted'),
    channels: list(cost, 'Channels, the most expensive first'),
    media: list(cost, 'Online beside offline; empty without a segment `medium`'),
    total: { description: 'All of them', ...cost },
    undated: whole('Leads without a date of creation'),
    outside: whole('Leads that were created outside of the periods'),
    without_leads: names('Channels with costs and without leads'),
    without_costs: names('Channels with leads and without costs'),
  },
  ['currency'],
)

const channel = object<ChannelSummary>(
  {
    channel: text('The channel'),
    medium: text('The medium of most of its leads'),
    leads: whole('Its leads'),
    stages: amounts('Stage -> leads'),
    expected_wins: number('The sum of the chances of its leads'),
  },
  ['medium', 'expected_wins'],
)

const stage = object<StageSummary>({
  leads: whole('Leads in it'),
  share: number('Their share of the scored leads, in percent'),
  median_score: orNull(number('The median of their totals, the lower one of two; null without leads or scores')),
})

const score = object<ScoreSummary>({
  known: flag('A column that it reads is there'),
  median: orNull(number('The median')),
  highest: orNull(number('The highest')),
  reachable: orNull(number('The most points that a lead of this input can get; null without a bound')),
})

const rule = object<RuleSummary>({
  id: text('Its id'),
  label: text('Its label'),
  fired: whole('Leads that got points from it'),
  points: number('The sum of its points'),
  undated: whole('Leads that got all its points because the date of `since` is unknown'),
})

const quality = object<FieldQuality>({
  field: text('The field'),
  filled: whole('Leads with a value'),
  empty: whole('Leads without'),
  invalid: whole('Leads whose cell does not fit the type'),
  ranges: whole('Cells such as `51-200`, read at their lower end'),
  first_invalid: list({ type: 'integer' }, 'Lines of the first invalid cells'),
})

const advice = object<Advice>({
  unreachable: names('Stages that no lead of this input can reach'),
  wanted: list(
    object<Advice['wanted'][number]>({
      field: text('The field'),
      points: number('How many points it could add'),
      about: text('What it is'),
    }),
    'Fields without a column, by their points',
  ),
})

/** What `leadq score --json` prints, and `summary.json` in the folder of a run. */
export const summaryDocument: JsonSchema = object<Summary>(
  {
    format_version: VERSION,
    tool: TOOL,
    rulebook: { description: 'The rulebook', ...rulebook },
    as_of: text('The day that leads were judged by'),
    engine: { description: 'What judged the leads', ...engine },
    dry_run: { const: true, description: 'Nothing was written' },
    inputs: list(input, 'The inputs; each is bound to the rulebook by itself'),
    counts: { description: 'The sum over all inputs', ...counts },
    stages: byName(stage, 'By stage, the best first'),
    since: { description: 'What happened since the run before; only in runs of `leadq run`', ...since },
    due: { description: 'What is due; only in runs of `leadq run`', ...due },
    scores: byName(score, 'By score'),
    events: { description: 'What became of event files; absent without any', ...events },
    histogram: list(
      object<Summary['histogram'][number]>({
        from: number('The lowest total of the step'),
        to: number('The highest'),
        leads: whole('Leads in it'),
      }),
      'Leads by their total, in ten equal steps',
    ),
    grades: amounts('Grade -> leads'),
    expected_wins: number('The sum of the chances of all leads; absent where the rulebook states none'),
    segments: byName(byName({ type: 'integer' }), 'Segment -> label -> leads'),
    channels: list(channel, 'Where leads came from, the most leads first; absent without a segment `channel`'),
    costs: { description: 'What channels cost; absent unless a file of costs was given', ...costs },
    tags: amounts('Tag -> leads'),
    excluded: amounts('Exclusion -> leads'),
    rules: list(rule, 'The rules, in the order of the rulebook'),
    quality: list(quality, 'How full the fields are that the rulebook reads'),
    advice: { description: 'What the input lacks', ...advice },
    warnings: list(DIAGNOSTIC, 'What there is to be warned of'),
  },
  ['dry_run', 'since', 'due', 'events', 'expected_wins', 'channels', 'costs'],
)
