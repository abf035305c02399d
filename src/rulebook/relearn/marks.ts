/** Lines that `tune` and `init` write into comments of rules. Every other comment is a person's, and stays. */
const OWN = [
  /without this rule AUC [+-]\d/,
  /^ *(?:who they are|what they did): 0 to \d+ points$/,
  /^ *(?:(?:who they are|what they did): )?0 to \d+ points$/,
  /leads? here(?: \([\d,]+ not won\))?, (?:\d+% won \(\d+-\d+%\)|none held back to measure)/,
  // Beside a band of chances.
  /^ *[\d,]+ leads?, \d+-\d+%$/,
  // What `init` found in a column.
  /^ *(?:found with |true for )?[\d,]+ leads?$/,
  /^ *range [-\d.,]+, median /,
  /^ *what is each worth\? 0 until somebody says/,
  /^ *the latest is [\d,]+ days? ago, half /,
  /^ *Ten points double the odds\./,
  /^ *Per cent of such leads that were won, on leads/,
]

export function isOwnComment(line: string): boolean {
  return OWN.some(pattern => pattern.test(line))
}

/** Stands above every rule that was learned. */
export function isEvidence(line: string): boolean {
  return OWN[0]?.test(line) === true
}

export function withoutOwn(lines: readonly string[]): string[] {
  return lines.filter(line => !isOwnComment(line))
}
