import type { TextFormat } from './records.ts'

/** The format of a text, by how it begins. Lines of JSON: an object that ends with its line, and one after it. */
export function sniffFormat(sample: string): TextFormat {
  const text = sample.trimStart()
  if (text.startsWith('[')) return 'json'
  if (!text.startsWith('{')) return 'csv'
  return /^\{[^\r\n]*\}[ \t]*[\r\n]\s*\{/.test(text) ? 'ndjson' : 'json'
}
