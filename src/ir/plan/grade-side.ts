/** The side of a grade whose score is not known: `A?` is no school mark, as `A-` would be. */
export const UNKNOWN_SIDE = '?'
