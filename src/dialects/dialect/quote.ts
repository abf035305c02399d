/** A text between quotes, which are doubled inside. */
export function quoted(text: string, quote: '"' | "'" | '`'): string {
  return quote + text.replaceAll(quote, quote + quote) + quote
}
