import { clean } from '../text.ts'

/**
 * Text inside markdown that is not ours: nothing in it is markup, a link, a mention of somebody or the end of a table
 * cell. Signs that act only together are parted by a space of no width.
 */
export function markdownText(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]()<>#!|~&$^=+-]/g, '\\$&')
    .replace(/@|:(?=\\?\/)|www(?=\.)/gi, '$&\u200b')
    .replace(/(?<=\d)\./g, '\\.')
}

/** The same between backticks, where markup is none anyway; a bar would still end the cell of a table. */
export function markdownCode(text: string): string {
  const shown = clean(text).replaceAll('`', "'").replaceAll('|', '\\|').trim()
  return shown === '' ? '' : `\`${shown}\``
}
