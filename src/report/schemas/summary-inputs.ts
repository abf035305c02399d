import type {
  BoundColumn,
  CompaniesSummary,
  EventCounts,
  EventFileSummary,
  EventsSummary,
  InputSummary,
  PreviousSummary,
  RejectGroup,
  Repair,
  UnmatchedColumn,
  UnusedColumn,
} from '../../ir/results/summary.ts'
import { counts } from './counts.ts'
import { byName, flag, list, number, object, oneOf, text, whole } from './object.ts'

/** What the summary says about the files or tables that were read. */

export const names = (description: string) => list({ type: 'string' }, description)
export const amounts = (description: string) => byName({ type: 'integer' }, description)

const repair = object<Repair>(
  {
    what: text('In words: `single quotes around cells`'),
    records: whole('How many records it was; absent if it is the whole input'),
    first_line: whole('The line of the first'),
  },
  ['records', 'first_line'],
)

const rejects = list(
  object<RejectGroup>({
    code: text('Why'),
    count: whole('How many records'),
    first_line: whole('The line of the first'),
    message: text('One sentence about the first'),
  }),
  'Records that could not be used, by reason',
)

const bound = list(
  object<BoundColumn>(
    {
      field: text('The field of the rulebook'),
      columns: names('The columns it is read from'),
      by: oneOf(
        ['rulebook', 'system', 'heading', 'guess', 'companies'],
        'Who says so; a guess is made from the words of a heading',
      ),
      type: text('The type of the field'),
      read_as: text('How its cells are read, where that was decided by looking: `decimal comma`, `day first`'),
    },
    ['read_as'],
  ),
  'Fields and their columns',
)

const companies = object<CompaniesSummary>(
  {
    name: text('The file'),
    companies: whole('Companies in it'),
    skipped: whole('Companies that are deleted, archived, merged or historic'),
    by_id: whole('Leads that found theirs by id'),
    by_domain: whole('By domain'),
    by_name: whole('By name'),
    unmatched: whole('Leads that found none'),
  },
  ['skipped'],
)

const previous = object<PreviousSummary>({
  name: text('The run'),
  leads: whole('Leads that it knows'),
  found: whole('Leads of the input that it knows'),
  new: whole('Leads of the input that it does not know'),
})

export const input = object<InputSummary>(
  {
    name: text('The file as the command line named it, or the table'),
    format: text('csv, tsv, json, ndjson, xlsx, parquet, html, xml, ods, vcard or table'),
    compressed: flag('It is compressed'),
    encoding: text('The encoding of its text'),
    delimiter: text('What separates cells'),
    line_end: oneOf(['LF', 'CRLF', 'CR'], 'How lines end'),
    repairs: list(repair, 'What is unusual about the text, or was repaired in it'),
    sheet: text('Of a workbook: the sheet that was read'),
    sheets: whole('Of a workbook: how many sheets there are'),
    system: text('The system whose export it looks like'),
    counts: { description: 'What became of its records', ...counts },
    left_out: amounts('Kind -> rows that are no leads'),
    skipped_rows: list(
      object<InputSummary['skipped_rows'][number]>({ line: whole('The line'), kind: text('What it is') }),
      'The first of the rows that are no leads: titles, totals, blank rows',
    ),
    rejects,
    import: {
      description: 'For which system the output is, and the leads that its importer would not take',
      ...object<NonNullable<InputSummary['import']>>({
        for: text('The system'),
        key: text('What it knows leads by'),
        refused: rejects,
      }),
    },
    bound,
    unused: list(
      object<UnusedColumn>({ column: text('The column'), field: text('The field that it is') }),
      'Columns whose meaning is known and that the rulebook does not read',
    ),
    won: text('Which leads were won, `Converted=1`, where a column says so and a built-in rulebook was used'),
    unmatched: list(
      object<UnmatchedColumn>({
        column: text('The column'),
        filled: number('Share of sampled records that have a value, in percent'),
        values: names('A few of its values, the most frequent first; empty where most differ'),
      }),
      'Columns that no field took',
    ),
    outputs: list(
      object<InputSummary['outputs'][number]>({ path: text('The file or table'), leads: whole('Leads in it') }),
      'What was written',
    ),
    companies: { description: 'How leads found their companies', ...companies },
    previous: { description: 'How leads were found in the run before', ...previous },
  },
  [
    ...(['delimiter', 'line_end', 'repairs', 'sheet', 'sheets', 'system', 'import', 'won'] as const),
    ...(['companies', 'previous'] as const),
  ],
)

const eventFile = object<EventFileSummary>(
  {
    name: text('The file or table'),
    format: text('As of inputs'),
    compressed: flag('It is compressed'),
    encoding: text('The encoding of its text'),
    delimiter: text('What separates cells'),
    system: text('The system whose events they look like'),
    read: whole('Its records'),
    bound,
  },
  ['delimiter', 'system'],
)

export const events = object<EventsSummary>(
  {
    files: list(eventFile, 'The files'),
    counts: {
      description: 'What became of their records; `read` is the sum of the others',
      ...object<EventCounts>({
        read: whole('Records'),
        matched: whole('Those of a lead that were judged'),
        unmatched: whole('Those whose key no lead has'),
        without_key: whole('Those without a key'),
        without_time: whole('Those without a time'),
        future: whole('Those after the day of the run, or only planned'),
        ignored: whole('Those that no interested human caused'),
        rejected: whole('Those that could not be read'),
        left_out: whole('Rows that are no events'),
      }),
    },
    leads: whole('Leads that have events'),
    unmatched_keys: names('The form of a few keys that no lead has: `xx-0000`'),
    names: list(
      object<EventsSummary['names'][number]>({
        event: text('What the events are called'),
        count: whole('How many there are'),
        signals: names('The signals that rules know them by'),
      }),
      'The events of leads, the most frequent first',
    ),
    instead_of: byName({ type: 'string' }, 'Rule -> the rule that events used in its place'),
    leads_losing_counters: whole('Leads without events that lose the points of a replaced counter'),
  },
  ['leads_losing_counters'],
)
