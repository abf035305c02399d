import type { JsonType } from '../../ir/results/json-schema.ts'

export type { JsonSchema, JsonType } from '../../ir/results/json-schema.ts'

/** YAML reads some texts as numbers or booleans; for a rulebook all of them are texts. */
export const SCALAR_TYPES: readonly JsonType[] = ['string', 'number', 'boolean']
