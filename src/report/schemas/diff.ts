import {
  type BeforeAfter,
  type ChangeSummary,
  type DataSummary,
  type Detail,
  type Difference,
  EFFECTS,
  type GateResult,
  type Gone,
  type LabelShift,
  type Moved,
  type Mover,
  type ScoreShift,
  type TagShift,
} from '../../ir/results/difference.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import type { RulebookSummary } from '../../ir/results/summary.ts'
import { byName, DIAGNOSTIC, list, number, object, oneOf, orNull, TOOL, text, VERSION, whole } from './object.ts'

const NAMES: JsonSchema = { type: 'string' }

const rulebook = object<RulebookSummary>(
  {
    name: text('What it is called'),
    version: text('Its version'),
    source: text('The file, the built-in, or GIT-REF:PATH'),
    sha256: text('Of its text, or of all that it is merged from'),
  },
  ['version'],
)

const data = object<DataSummary>({
  name: text('The file'),
  leads: whole('Leads that were judged by both rulebooks'),
  rejected: whole('Records that could not be read'),
  left_out: whole('Skipped records: rows that are not leads'),
})

const detail = object<Detail>(
  {
    setting: text('The setting'),
    before: text('Absent where it is new'),
    after: text('Absent where it is gone'),
    unit: oneOf(['points'], 'What the values are, where the setting does not say it'),
  },
  ['before', 'after', 'unit'],
)

const change = object<ChangeSummary>(
  {
    part: text('The part of the rulebook'),
    kind: oneOf(['added', 'removed', 'changed', 'reordered'], 'What happened to it'),
    effect: oneOf(EFFECTS, 'What that does, the gravest first'),
    details: list(detail, 'Its settings that differ'),
    touches: whole('Leads for which it comes to something else'),
    moves: whole('Of the leads that moved: those that it moves alone'),
    place: {
      description: 'Where it stands',
      ...object<NonNullable<ChangeSummary['place']>>({ file: text('The file'), line: whole('The line') }),
    },
  },
  ['touches', 'moves', 'place'],
)

const gone = object<Gone>({
  what: oneOf(['stage', 'tag', 'column', 'label'], 'What is gone'),
  name: text('What it was called'),
})

const moved = object<Moved>({
  leads: whole('Leads that changed their stage'),
  percent: number('Of the judged leads, in percent'),
  up: whole('To a better stage'),
  down: whole('To a worse stage'),
  new: whole('To a stage that BASE does not have'),
  gone: whole('From a stage that HEAD does not have'),
  interaction: whole('Leads that no single change moves to where they went'),
})

const together = object<Difference['together'][number]>({
  parts: list(NAMES, 'The parts'),
  leads: whole('How many leads they move together'),
})

const mean: JsonSchema = object<ScoreShift['mean']>({
  before: orNull(number('Under BASE; null if no total is known')),
  after: orNull(number('Under HEAD; null if no total is known')),
})

const bar = object<ScoreShift['histogram'][number]>({
  from: number('The lowest total'),
  to: number('The highest total'),
  before: whole('Leads under BASE'),
  after: whole('Leads under HEAD'),
})

const scores = object<ScoreShift>({
  changed: whole('Leads whose total changed'),
  mean: { description: 'The mean of the totals', ...mean },
  histogram: list(bar, 'How many leads have which total'),
})

const beforeAfter = object<BeforeAfter>({ before: whole('Leads under BASE'), after: whole('Leads under HEAD') })

const labels = object<LabelShift>({
  changed: whole('Leads that have another label'),
  labels: byName(beforeAfter, 'Label -> leads'),
})

const tag = object<TagShift>({
  before: whole('Leads under BASE'),
  after: whole('Leads under HEAD'),
  gained: whole('Leads that have it now'),
  lost: whole('Leads that have it no longer'),
})

const mover = object<Mover>(
  {
    lead: text('Its id, or the line its record starts on'),
    from: text('Its stage under BASE'),
    to: text('Its stage under HEAD'),
    score: { description: 'Its total', ...mean },
    because: list(NAMES, 'The parts each of whose changes moves it alone'),
    together: list(NAMES, 'Where none does: the parts without whose change it would not have moved'),
    shown: byName(NAMES, 'Columns that were asked for'),
  },
  ['together', 'shown'],
)

const gate = object<GateResult>(
  {
    gate: text('The gate'),
    status: oneOf(['pass', 'warn', 'fail', 'waived'], 'What it came to'),
    found: text('What was found, in words'),
    allowed: text('What is allowed, in words'),
    fingerprint: text('By which a waiver names it'),
    waived: {
      description: 'The waiver that lets it pass',
      ...object<NonNullable<GateResult['waived']>>({
        reason: text('Why'),
        expires: text('The last day on which it holds'),
      }),
    },
  },
  ['fingerprint', 'waived'],
)

/** What `leadq diff --format json` prints. */
export const diffDocument: JsonSchema = object<Difference>({
  format_version: VERSION,
  tool: TOOL,
  base: { description: 'The rulebook before', ...rulebook },
  head: { description: 'The rulebook after', ...rulebook },
  as_of: text('The day of the run'),
  data: { description: 'The leads', ...data },
  changes: list(change, 'What changed, in the order of the rulebooks'),
  gone: list(gone, 'What readers of the output will not find any more'),
  stages: list(NAMES, 'Every stage of either rulebook, best first'),
  matrix: byName(byName({ type: 'integer' }), 'Stage under BASE -> stage under HEAD -> leads; zeros are left out'),
  moved: { description: 'Leads that changed their stage', ...moved },
  together: list(together, 'Leads that no change moves alone, by the parts that do together'),
  scores: { description: 'What became of the totals', ...scores },
  grades: byName(beforeAfter, 'Grade -> leads'),
  segments: byName(labels, 'Segment -> labels'),
  tags: byName(tag, 'Tag -> leads'),
  movers: list(mover, 'The leads that moved furthest'),
  gates: list(gate, 'What the gates came to'),
  warnings: list(DIAGNOSTIC, 'What there is to be warned of'),
})
