/** How points fade with age. Spans are whole days. */
export type Fade =
  | { readonly kind: 'none' }
  | { readonly kind: 'half_life'; readonly days: number }
  | { readonly kind: 'linear'; readonly days: number }
  /** The percentage of the first span that contains the age, else 0. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly days: number; readonly percent: number }[] }

/** Shares are whole billionths, so that sums of them are exact. */
export const WHOLE = 1_000_000_000

/** Every fading in time. */
export type Fading = Exclude<Fade, { readonly kind: 'none' }>

/**
 * The share (in billionths) that points of an age of whole days are worth.
 * Half-life: 0.5 ^ (age / days), linear: max(0, 1 - age / days), both rounded half up to billionths.
 */
export function shareAt(fade: Fading, age: number): number {
  switch (fade.kind) {
    case 'half_life':
      return Math.floor(0.5 ** (age / fade.days) * WHOLE + 0.5)
    case 'linear':
      return Math.max(0, Math.floor(((fade.days - age) * WHOLE) / fade.days + 0.5))
    case 'steps':
      return (fade.steps.find(({ days }) => age <= days)?.percent ?? 0) * (WHOLE / 100)
  }
}

/** The shares of the ages 0, 1, 2 ... days; past the end of the table they are 0. */
export function fadeTable(fade: Fading): readonly number[] {
  return shares(age => shareAt(fade, age), fade.kind === 'steps' ? lastStep(fade.steps) : undefined)
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
