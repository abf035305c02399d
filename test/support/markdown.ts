/** Parts of the pages that are made from the code. */

export const MADE = '<!-- Made by `npm run docs` from the code: do not edit. -->\n'

/** A row of a table. */
export function cells(...all: readonly string[]): string {
  return `| ${all.join(' | ')} |`
}

/** `code`, with the bars that would end a cell of a table escaped. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [cells(...head), cells(...head.map(() => '---')), ...rows.map(row => cells(...row))].join('\n')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
