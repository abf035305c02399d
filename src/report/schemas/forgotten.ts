import type { Forgotten, ForgottenFile, ForgottenRun } from '../../ir/results/forgotten.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import { DIAGNOSTIC, flag, list, object, orNull, TOOL, text, VERSION, whole } from './object.ts'

const file = object<ForgottenFile>({
  file: text('The file, in the folder of its run'),
  rows: orNull(whole('Rows that were taken out; null: the file could not be rewritten, and is removed')),
})

/** What `leadq forget --json` prints. */
export const forgottenDocument: JsonSchema = object<
  Forgotten & { readonly format_version: string; readonly tool: object }
>({
  format_version: VERSION,
  tool: TOOL,
  folder: text('The folder of runs'),
  key: text('The key of the lead'),
  dry_run: flag('Nothing was changed'),
  runs: list(
    object<ForgottenRun>({ run: text('The id of the run'), files: list(file, 'Its files that held the lead') }),
    'The runs that held the lead',
  ),
  warnings: list(DIAGNOSTIC, 'What could not be done'),
})
