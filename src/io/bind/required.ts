import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { nearHeading, renamedHeading } from './near-heading.ts'
import type { Sample } from './sampled-columns.ts'

const NAMED = 12

/** Refuses an input without a column for a field that the rulebook marks as required. */
export function refuseWithoutRequired(fields: readonly BoundField[], { name, headings }: Sample): void {
  const lacking = fields.filter(({ required, columns }) => required === true && columns.length === 0)
  const [first] = lacking
  // A plan that is bound to no file, for reading events, has no columns at all.
  if (first === undefined || headings.length === 0) return
  const names = lacking.map(field => `\`${field.name}\``).join(', ')
  const message = `no column for ${names}, which the rulebook requires`
  const filled = headings.filter(heading => heading.trim() !== '')
  const close = nearHeading(first, filled)
  const shown = filled.slice(0, NAMED).join(', ') + (filled.length > NAMED ? ' ...' : '')
  const column = close ?? 'Rolle'
  const hint = `${close === undefined ? `its columns: ${shown}; ` : `is it \`${close}\`? `}name the column in the rulebook: \`fields: { ${first.name}: { from: ${column}, required: true } }\``
  throw refuse('bind/required-column', message, startOf(name), hint)
}

/** Reports fields without a column where a column that nothing reads has nearly their heading. */
export function renamedColumns(
  fields: readonly BoundField[],
  unread: readonly string[],
  { name }: Sample,
): Diagnostic[] {
  return fields.flatMap(field => {
    // A column that the rulebook names is reported as missing.
    const isNamed = field.from.some(column => column !== field.name)
    if (!field.read || field.columns.length > 0 || isNamed) return []
    const close = renamedHeading(field, unread)
    if (close === undefined) return []
    const message = `${name} has no column for \`${field.name}\`, which the rulebook reads, but has \`${close}\``
    const hint = `if that is it: \`fields: { ${field.name}: { from: ${JSON.stringify(close)} } }\``
    return [diagnose('bind/renamed-column', message, { place: startOf(name), hint })]
  })
}
