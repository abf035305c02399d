import type { JsonSchema } from '../../ir/results/json-schema.ts'
import { diffDocument } from './diff.ts'
import { forgottenDocument } from './forgotten.ts'
import { historyDocument } from './history.ts'
import { lintDocument } from './lint.ts'
import { manifestDocument } from './manifest.ts'
import { summaryDocument } from './summary.ts'
import { testDocument } from './test.ts'

/** The JSON that commands print, by the names `leadq schema` has for it. */
export const REPORT_SCHEMAS = {
  summary: schemaOf('What `leadq score --json` prints, and `summary.json` of a run', summaryDocument),
  'lint-report': schemaOf('What `leadq lint --format json` prints', lintDocument),
  'test-report': schemaOf('What `leadq test --format json` prints', testDocument),
  manifest: schemaOf('The record of a run, `manifest.json`', manifestDocument),
  'history-report': schemaOf('What `leadq history --json` prints', historyDocument),
  'forget-report': schemaOf('What `leadq forget --json` prints', forgottenDocument),
  'diff-report': schemaOf('What `leadq diff --format json` prints', diffDocument),
} as const satisfies Record<string, JsonSchema>

function schemaOf(title: string, document: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...document }
}
