import type { Earning, Payment } from './plan.ts'

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

/** The same for a rule; undefined where the amount grows with what is counted. */
export function fixedAmountsOf(earns: Earning): number[] | undefined {
  return earns.kind === 'per' || earns.kind === 'events' ? undefined : amountsOf(earns)
}

/** Whether a rule can give any points: what `init` writes has rules with 0, until somebody knows what they are worth. */
export function givesPoints({ earns }: { readonly earns: Earning }): boolean {
  const amounts = earns.kind === 'per' ? [earns.points] : amountsOf(earns.kind === 'events' ? earns.pays : earns)
  return amounts.some(points => points !== 0)
}
