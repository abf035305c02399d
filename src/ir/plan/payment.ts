import type { Payment } from './plan.ts'

/** Every amount of points in a payment, as written: before fade, caps and counting. */
export function amountsOf(pays: Payment): number[] {
  switch (pays.kind) {
    case 'once':
      return [pays.points]
    case 'table':
      return [pays.otherwise, ...pays.rows.map(({ points }) => points)]
    case 'points_from':
    case 'cases':
      return pays.rows.map(({ points }) => points)
  }
}
