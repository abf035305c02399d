import type { Glyphs } from './glyphs.ts'

/** A bar of `share` (0 to 1) of `width` columns; any share above 0 is visible. */
export function bar(share: number, width: number, { bar: parts }: Glyphs): string {
  const steps = Math.max(share > 0 ? 1 : 0, Math.round(share * width * parts.length))
  const full = parts.at(-1) ?? ''
  return full.repeat(Math.floor(steps / parts.length)) + (parts[(steps % parts.length) - 1] ?? '')
}

/** Two columns for each value, the highest one full; none is blank. Lines that are compared share their highest. */
export function sparkline(values: readonly number[], { spark }: Glyphs, highest = Math.max(...values)): string {
  const height = (value: number) => spark[Math.ceil((value / highest) * spark.length) - 1] ?? ' '
  return values.map(value => height(value).repeat(2)).join('')
}

export interface Scale {
  readonly low: number
  readonly high: number
  readonly width: number
}

/** One step of a waterfall: a block between the points before and after, as wide as the scale. */
export function step(from: number, to: number, scale: Scale, glyphs: Glyphs): string {
  const column = (points: number) =>
    Math.round(((points - scale.low) / Math.max(1, scale.high - scale.low)) * scale.width)
  const start = Math.min(column(from), column(to), scale.width - 1)
  const length = Math.max(from === to ? 0 : 1, Math.abs(column(to) - column(from)))
  const block = (to < from ? glyphs.loss : (glyphs.bar.at(-1) ?? '')).repeat(length)
  return `${' '.repeat(start)}${block}`.padEnd(scale.width)
}
