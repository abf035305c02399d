/** Where the records of many APIs keep their fields, whoever wrote them. */
const USUAL_PATHS = [
  'properties.*',
  '$properties.*',
  'attributes.*',
  'fields.*',
  'values.*',
  'contact.*',
  'person.*',
  'lead.*',
  'properties.*.value',
]

/** The field inside a nested heading: `email` for `properties.email.value`; undefined where no path fits. */
export function innerHeading(heading: string, paths: readonly string[] = USUAL_PATHS): string | undefined {
  for (const path of paths) {
    const [before = '', after = ''] = path.split('*')
    const inner = heading.slice(before.length, heading.length - after.length)
    if (inner !== '' && !inner.includes('.') && heading === before + inner + after) return inner
  }
  return undefined
}
