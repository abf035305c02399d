/** Rows as a Markdown table that is as wide as its widest cells. */
export function printTable(head, rows) {
  const widths = head.map((heading, at) => Math.max(heading.length, ...rows.map(row => row[at].length)))
  const line = cells => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
