import type {
  Funnel,
  FunnelGroup,
  FunnelStep,
  HistoryHead,
  LeadHistory,
  LeadNight,
  LeadThen,
  Night,
  RuleChange,
  RuleHistory,
  RuleNight,
  RunsHistory,
} from '../../ir/results/history.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import { byName, DIAGNOSTIC, flag, list, object, orNull, TOOL, text, VERSION, whole } from './object.ts'

const head = {
  format_version: VERSION,
  tool: TOOL,
  folder: text('The folder of runs'),
  runs: object<HistoryHead['runs']>({
    count: whole('How many runs there are'),
    from: text('The day of the first'),
    to: text('The day of the last'),
  }),
  warnings: list(DIAGNOSTIC, 'Runs that are left out, and why'),
}

const night = { run: text('The id of the run'), as_of: text('Its day') }
const rulesChanged = flag('The rulebook is another one than in the run before')

const runs = object<RunsHistory>({
  ...head,
  nights: list(
    object<Night>({
      ...night,
      leads: orNull(whole('Leads that were scored; null where nobody counted them')),
      stages: byName(whole('Leads in it'), 'By stage'),
      rejected: orNull(whole('Records that could not be read; null where nobody counted them')),
      rulebook: text('Its name and version'),
      rules_changed: rulesChanged,
    }),
    'The runs, the oldest first',
  ),
})

const then = object<LeadThen>({
  stage: text('Its stage'),
  since: orNull(text('The day it entered its stage')),
  total: orNull(whole('The sum of its scores; null where none is known')),
  scores: byName(orNull(whole('Its points; null where the score was not known')), 'By score'),
})

const change = object<RuleChange>({
  rule: text('The rule'),
  before: whole('Its points in the run before'),
  after: whole('Its points in this run'),
})

const lead = object<LeadHistory>({
  ...head,
  key: text('The key of the lead'),
  scores: list(text('A score'), 'Names of the scores'),
  nights: list(
    object<LeadNight>({
      ...night,
      lead: orNull({ description: 'Null: the lead was not in the export', ...then }),
      rules_changed: rulesChanged,
      changes: list(change, 'Rules that gave it other points than before, the largest change first'),
    }),
    'By run, the oldest first',
  ),
})

const rule = object<RuleHistory>({
  ...head,
  rule: text('The rule'),
  nights: list(
    object<RuleNight>({
      ...night,
      leads: whole('Leads that were scored'),
      fired: orNull(whole('Leads that it gave points; null: the rulebook had no such rule')),
      points: orNull(whole('The sum of its points; null: the rulebook had no such rule')),
      rules_changed: rulesChanged,
    }),
    'By run, the oldest first',
  ),
})

const step = object<FunnelStep>({
  stage: text('The stage'),
  leads: whole('Leads that reached this stage or a better one'),
  now: whole('Leads that are in it now'),
  median_days: orNull(
    whole('Days from the stage before, of half of them or more; null where no such lead was watched'),
  ),
})

const funnel = object<Funnel>({
  ...head,
  by: orNull(text('What leads are grouped by')),
  groups: list(
    object<FunnelGroup>({
      value: orNull(text('The value of the group; null: all leads')),
      leads: whole('Its leads'),
      gone: whole('Leads that were not in the last export any more'),
      steps: list(step, 'The stages, the worst first'),
    }),
    'All leads first',
  ),
  won: orNull(text('Which leads were won; null where nobody said')),
})

/** What `leadq history --json` prints: the runs, a lead (`--id`), a rule (`--rule`) or a funnel (`--funnel`). */
export const historyDocument: JsonSchema = { anyOf: [runs, lead, rule, funnel] }
