import type { EventSource } from '../../../ir/catalogue/event-source.ts'
import { EVENT_SOURCES } from '../../../ir/catalogue/event-sources.ts'
import { headingKey } from '../../../ir/values/heading.ts'

/** Recognises an event file by its headings; the largest matching signature wins. */
export function recogniseEvents(headings: readonly string[]): EventSource | undefined {
  const keys = new Set(headings.map(headingKey))
  const fitting = EVENT_SOURCES.flatMap(source => {
    const sizes = source.signatures
      .filter(signature => signature.every(heading => keys.has(headingKey(heading))))
      .map(({ length }) => length)
    return sizes.length === 0 ? [] : [{ source, size: Math.max(...sizes) }]
  })
  return fitting.sort((a, b) => b.size - a.size)[0]?.source
}
