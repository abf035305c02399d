import { type Check, OUTCOMES } from '../../ir/results/check-report.ts'
import type { Witness } from '../../ir/results/finding.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import type { CheckDocument } from '../formats/json.ts'
import { byName, list, object, oneOf, PLACE, TOOL, text, VERSION, whole } from './object.ts'

const related = object<NonNullable<Check['related']>[number]>({ place: PLACE, message: text('What stands there') })

const witness = object<Witness>({
  lead: byName({ type: 'string' }, 'Field -> text of its cell; fields that are left out are empty'),
  shows: text('What the rulebook does with it'),
})

const check = object<Check>(
  {
    id: text('The kind of check'),
    title: text('What the kind stands for, in a few words'),
    url: text('The page that says more about the kind'),
    file: text('The rulebook that was checked'),
    name: text('What was checked'),
    outcome: oneOf(OUTCOMES, 'What it came to'),
    message: text('One sentence'),
    details: list({ type: 'string' }, 'More lines'),
    witness: { description: 'A lead on which it can be seen', ...witness },
    place: PLACE,
    related: list(related, 'Other places that have to do with it'),
    hint: text('What to do next'),
    fingerprint: text('Stays the same while the finding does, wherever it moves in the file'),
  },
  ['url', 'details', 'witness', 'place', 'related', 'hint'],
)

const counts = object<CheckDocument['counts']>({
  error: whole('Checks that found an error'),
  warning: whole('Checks that found a warning'),
  info: whole('Checks that found a note'),
  skipped: whole('Checks that were not made'),
  passed: whole('Checks that passed'),
})

/** What `leadq lint --format json` prints. */
export const lintDocument: JsonSchema = object<CheckDocument>({
  format_version: VERSION,
  tool: TOOL,
  command: oneOf(['lint', 'test', 'diff'], 'The command'),
  summary: text('All of it in one line'),
  counts: { description: 'How many checks came to what', ...counts },
  checks: list(check, 'In the order of the files and of what stands in them'),
})
