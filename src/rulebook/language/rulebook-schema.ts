import type { JsonSchema } from './json-schema-parts.ts'
import { definitions, rulebookShape } from './language.ts'

/** The language as a JSON Schema (draft-07, which the YAML language server reads best). */
export function rulebookSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leadq rulebook',
    description: 'How leads are scored, graded, staged and routed',
    ...rulebookShape.schema,
    definitions,
  }
}
