import type { Codes } from '../../../ir/catalogue/system.ts'
import type { Field } from '../../../ir/plan/field.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { fold } from '../../../ir/values/fold.ts'

/**
 * Maps the codes of a system's API to the labels on its screens, so that one rulebook fits both. If the rulebook itself
 * uses a code, codes are not mapped.
 */
export function codesOf(
  values: Codes | undefined,
  field: string,
  { scores, criteria, exclude, stages, segments, tags, owners, next }: Plan,
): Field['map'] {
  const codes = Object.entries(values ?? {}).map(([code, to]) => ({
    from: fold(code),
    to: typeof to === 'string' ? fold(to) : to,
  }))
  if (codes.length === 0) return []
  const written = new Set(textsAbout(field, [scores, criteria, exclude, stages, segments, tags, owners, next], false))
  return codes.some(({ from }) => written.has(from)) ? [] : codes
}

/** All texts in a part of a plan that compares the field or gives points by it. */
function textsAbout(field: string, part: unknown, isAbout: boolean): string[] {
  if (typeof part === 'string') return isAbout ? [fold(part)] : []
  if (typeof part !== 'object' || part === null) return []
  const names = part as { readonly field?: unknown; readonly subject?: { readonly name?: unknown } }
  const isNow = isAbout || names.field === field || names.subject?.name === field
  return Object.values(part).flatMap(inner => textsAbout(field, inner, isNow))
}
