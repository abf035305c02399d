import { clean } from '../terminal/terminal-text.ts'

/**
 * Text from elsewhere inside markdown: it cannot become markup, a link, a mention or the end of a table
 * cell, save that what stands between backticks is code, as it is in leadq's messages.
 */
export function markdownText(text: string): string {
  const parts = clean(text).split(/`(\S|\S[^`]*\S)`/)
  return parts.map((part, index) => (index % 2 === 0 ? escaped(part) : markdownCode(part))).join('')
}

/** Signs that act only together are parted by a space of no width. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#!|~&$^=+-]/g, '\\$&')
    .replace(/@|:(?=\/)|www(?=\.)/gi, '$&\u200b')
    .replace(/(?<=\d)\./g, '\\.')
}

/** The same between backticks, where markup is none anyway; a bar would still end the cell of a table. */
export function markdownCode(text: string): string {
  const shown = clean(text).replaceAll('`', "'").replaceAll('|', '\\|').trim()
  return shown === '' ? '' : `\`${shown}\``
}
