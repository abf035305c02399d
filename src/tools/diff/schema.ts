import { CODES } from '../../base/codes.ts'
import { EFFECTS } from '../../ir/difference.ts'
import type { JsonSchema } from '../../rulebook/index.ts'

/** What `leadq diff --format json` prints, as a JSON Schema. Keys may be added; `format_version` says when some change. */
export function differenceSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leadq diff',
    description: 'What a change of a rulebook does to leads',
    ...object({
      format_version: { const: '1.0' },
      tool: object({ name: { const: 'leadq' }, version: text }),
      base: rulebook,
      head: rulebook,
      as_of: text,
      data: object({ name: text, leads: count, rejected: count, left_out: count }),
      changes: list(change),
      gone: list(object({ what: { enum: ['stage', 'tag', 'column', 'label'] }, name: text })),
      stages: list(text),
      matrix: mapOf(mapOf(count)),
      moved: object({ leads: count, percent: number, up: count, down: count, interaction: count }),
      together: list(object({ parts: list(text), leads: count })),
      scores: object({
        changed: count,
        mean: object({ before: numberOrNull, after: numberOrNull }),
        histogram: list(object({ from: number, to: number, before: count, after: count })),
      }),
      grades: mapOf(beforeAfter),
      segments: mapOf(object({ changed: count, labels: mapOf(beforeAfter) })),
      tags: mapOf(object({ before: count, after: count, gained: count, lost: count })),
      movers: list(mover),
      gates: list(gate),
      warnings: list(
        object({ code: { enum: Object.keys(CODES) }, severity: { enum: ['error', 'warning', 'info'] }, message: text }),
      ),
    }),
  }
}

const text: JsonSchema = { type: 'string' }
const number: JsonSchema = { type: 'number' }
const count: JsonSchema = { type: 'integer', minimum: 0 }
const numberOrNull: JsonSchema = { type: ['number', 'null'] }

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

function mapOf(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values }
}

/** Readers take no offence at keys they do not know, so others may stand beside these. */
function object(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required) }
}

const rulebook = object({ name: text, source: text, sha256: text }, { version: text })
const beforeAfter = object({ before: count, after: count })

const change = object(
  {
    part: text,
    kind: { enum: ['added', 'removed', 'changed', 'reordered'] },
    effect: { enum: EFFECTS },
    details: list(object({ setting: text }, { before: text, after: text })),
  },
  { touches: count, moves: count, place: object({ file: text, line: count }) },
)

const mover = object(
  {
    lead: text,
    from: text,
    to: text,
    score: object({ before: numberOrNull, after: numberOrNull }),
    because: list(text),
  },
  { together: list(text), shown: mapOf(text) },
)

const gate = object(
  { gate: text, status: { enum: ['pass', 'warn', 'fail', 'waived'] }, found: text, allowed: text },
  { fingerprint: text, waived: object({ reason: text, expires: text }) },
)
