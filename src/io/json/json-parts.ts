import { endOf, skip } from './json-extent.ts'

/** A member of an object, or an element of a list (whose key is empty), by its own text. */
export interface Part {
  readonly key: string
  readonly value: string
}

/** The parts of an object or a list by their own texts, so that numbers keep their spelling. The text is known to be valid. */
export function partsOf(text: string): Part[] {
  const start = skip(text, /\s*/y, 0)
  const isList = text.charAt(start) === '['
  const parts: Part[] = []
  for (let at = skip(text, /[\s,]*/y, start + 1); at < text.length && !/[\]}]/.test(text.charAt(at)); ) {
    const keyEnd = isList ? at : endOf(text, at)
    const from = isList ? at : skip(text, /[\s:]*/y, keyEnd)
    const end = endOf(text, from)
    parts.push({ key: isList ? '' : String(JSON.parse(text.slice(at, keyEnd))), value: text.slice(from, end) })
    at = skip(text, /[\s,]*/y, end)
  }
  return parts
}
