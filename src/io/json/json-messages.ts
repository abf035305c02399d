import type { Element } from './element.ts'
import { isUsualList } from './json-list.ts'
import { parseBeginning } from './json-loose.ts'
import { isObject } from './values/json-value.ts'

/** Messages of loaders (Singer, Airbyte): one line each, and only some of them carry a record. */

const OTHERS = new Set(
  'LOG STATE SCHEMA TRACE SPEC CATALOG CONTROL CONNECTION_STATUS ACTIVATE_VERSION BATCH DESTINATION_CATALOG'.split(' '),
)

/** How many elements are looked at for messages. */
const LOOKED_AT = 1000

export interface Messages {
  /** Why an element is skipped, if it is. */
  leftOut(element: unknown): 'message of a loader' | 'record of another stream' | undefined
}

/** Undefined if none of the elements is a record in a message. Of several streams the one with a usual name is read, else the first. */
export function messagesIn(elements: readonly Element[]): Messages | undefined {
  const streams = new Set<string>()
  for (const { text } of elements.slice(0, LOOKED_AT)) {
    const stream = text.includes('"RECORD"') ? streamOf(parseBeginning(text)?.value) : undefined
    if (stream !== undefined) streams.add(stream)
  }
  if (streams.size === 0) return undefined
  const wanted = [...streams].find(isUsualList) ?? [...streams][0]
  return {
    leftOut(element) {
      if (!isObject(element)) return undefined
      const stream = streamOf(element)
      if (stream === undefined)
        return 'type' in element && OTHERS.has(String(element.type)) ? 'message of a loader' : undefined
      return stream === wanted ? undefined : 'record of another stream'
    },
  }
}

/** The stream of a record, empty if it has none; undefined for anything else than such a message. */
function streamOf(element: unknown): string | undefined {
  if (!isObject(element) || !('type' in element) || element.type !== 'RECORD') return undefined
  const record = 'record' in element ? element.record : undefined
  if (!isObject(record)) return undefined
  const stream = 'stream' in element ? element.stream : 'stream' in record ? record.stream : ''
  return typeof stream === 'string' ? stream : ''
}
