/** How points fade with age. Spans are whole days. */
export type Fade =
  | { readonly kind: 'none' }
  | { readonly kind: 'half_life'; readonly days: number }
  | { readonly kind: 'linear'; readonly days: number }
  /** The percentage of the first span that contains the age, else 0. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly days: number; readonly percent: number }[] }

/** Shares are whole billionths, so that sums of them are exact. */
export const WHOLE = 1_000_000_000

/**
 * The share (in billionths) that points of age 0, 1, 2 ... days are worth; past the end of the table it is 0.
 * Half-life: 0.5 ^ (age / days), linear: max(0, 1 - age / days), both rounded half up to billionths.
 */
export function fadeTable(fade: Exclude<Fade, { kind: 'none' }>): readonly number[] {
  switch (fade.kind) {
    case 'half_life':
      return shares(age => Math.floor(0.5 ** (age / fade.days) * WHOLE + 0.5))
    case 'linear':
      return shares(age => Math.max(0, Math.floor(((fade.days - age) * WHOLE) / fade.days + 0.5)))
    case 'steps':
      return shares(
        age => (fade.steps.find(({ days }) => age <= days)?.percent ?? 0) * (WHOLE / 100),
        lastStep(fade.steps),
      )
  }
}

function shares(shareAt: (age: number) => number, last = Number.POSITIVE_INFINITY): number[] {
  const table: number[] = []
  for (let age = 0; age <= last; age += 1) {
    const share = shareAt(age)
    if (share === 0 && last === Number.POSITIVE_INFINITY) break
    table.push(share)
  }
  return table
}

function lastStep(steps: readonly { readonly days: number }[]): number {
  return Math.max(...steps.map(({ days }) => days))
}
