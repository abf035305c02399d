import type { TextFormat } from '../../ir/results/summary.ts'

/** The name of a file of JSON lines, compressed or not. */
const LINES = /\.(?:ndjson|jsonl)(?:\.gz)?$/i

/** A document that was written into a text once more: `"[{\\"id\\": ...`. */
const IN_A_TEXT = /^"\s*(?:\[\s*)?\{\s*(?:\\[nrt]\s*)*\\"/

/** Blanks and comments before a document, where people write into JSON. */
const COMMENTS = /^(?:\s|\x1e|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/

/**
 * The format of a text, by how it begins. Lines of JSON: an object that ends with its line, and one after it; of a single
 * line, only the name of the file can tell.
 */
export function sniffFormat(sample: string, name = ''): TextFormat {
  const text = sample.replace(COMMENTS, '')
  if (text.startsWith('[') || IN_A_TEXT.test(text)) return 'json'
  if (!text.startsWith('{')) return 'csv'
  if (LINES.test(name) && /^\{[^\r\n]*\}\s*$/.test(text)) return 'ndjson'
  return /^\{[^\r\n]*\}[ \t]*[\r\n]\s*\{/.test(text) ? 'ndjson' : 'json'
}
