/**
 * The values a lead can hold, once a cell has been read by its field's type.
 * Text is folded (see `fold.ts`), dates are day numbers, lists hold folded texts.
 */
export const FIELD_TYPES = ['text', 'number', 'date', 'boolean', 'list'] as const

export type FieldType = (typeof FIELD_TYPES)[number]

export type Value = string | number | boolean | readonly string[]

/** A value a rulebook can write down: one thing, never a list. */
export type Constant = string | number | boolean

/** The outcome of a comparison; `undefined` is unknown (there was nothing to compare). */
export type Truth = boolean | undefined
