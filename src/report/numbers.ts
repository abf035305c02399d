import { thousands } from '../base/counts.ts'

export { plural, thousands } from '../base/counts.ts'

/** Points earned or taken away: `+1,200`, `-12`. */
export function signed(value: number): string {
  return value > 0 ? `+${thousands(value)}` : thousands(value)
}

/** A share with one decimal. A small share is never shown as 0%, nor a large one as 100%. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0.0%'
  const share = (100 * part) / whole
  if (part > 0 && share < 0.05) return '<0.1%'
  return part < whole && share >= 99.95 ? '99.9%' : `${share.toFixed(1)}%`
}

/** A number that may not be there. */
export function orDash(value: number | null): string {
  return value === null ? '-' : thousands(value)
}
