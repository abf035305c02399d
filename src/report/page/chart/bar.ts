import { html, type Markup } from '../markup.ts'

/** A part of a bar, in the colour of a stage or another class of the style sheet. */
export interface BarPart {
  readonly size: number
  readonly colour: string
}

/** The class of the colour of a stage, by its place among the stages. */
export function stageColour(index: number): string {
  return `s${Math.min(index, 7)}`
}

/**
 * A bar as wide as its cell, out of parts, against a scale that ends at `most`. The numbers stand beside it, so it is not
 * read out.
 */
export function bar(parts: readonly BarPart[], most: number): Markup {
  let at = 0
  const rects = parts.map(({ size, colour }) => {
    const width = most === 0 ? 0 : (1000 * Math.max(0, size)) / most
    const rect = html`<rect class="${colour}" x="${round(at)}" y="0" width="${round(width)}" height="10"/>`
    at += width
    return size > 0 ? rect : undefined
  })
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg>`
}

/** A step of a waterfall, from one level to another on a scale from `low` to `high`. */
export function stepBar(
  from: number,
  to: number,
  { low, high }: { readonly low: number; readonly high: number },
): Markup {
  const scale = (value: number) => (high === low ? 0 : (1000 * (value - low)) / (high - low))
  const x = scale(Math.min(from, to))
  const width = Math.max(3, Math.abs(scale(to) - scale(from)))
  const colour = to < from ? 'minus' : 'plus'
  const zero = low < 0 ? html`<rect class="axis" x="${round(scale(0))}" y="0" width="2" height="10"/>` : undefined
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${zero}<rect class="${colour}" x="${round(x)}" y="0" width="${round(width)}" height="10"/></svg>`
}

/** Coordinates need no more than one decimal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
