import type { Between, Separation } from '../../ir/results/backtest.ts'

/** `38.5%`: a share of leads, never more exact than it is shown. */
export function share(value: number): string {
  return `${(100 * value).toFixed(1)}%`
}

/** `97%` */
export function wholePercent(value: number): string {
  return `${Math.round(100 * value)}%`
}

/** `36-41%` */
export function between({ low, high }: Between): string {
  return `${Math.round(100 * low)}-${Math.round(100 * high)}%`
}

export function auc({ auc }: Pick<Separation, 'auc'>): string {
  return auc.toFixed(3)
}

export function aucInterval({ low, high }: Between): string {
  return `${low.toFixed(3)}-${high.toFixed(3)}`
}

/** `-0.064`, `+0.000` */
export function change(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`
}
