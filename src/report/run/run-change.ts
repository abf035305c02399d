import type { Manifest } from '../../ir/results/manifest.ts'

/** The leads of each stage, and how many more there are than in the run before. */
export interface StageChange {
  readonly stage: string
  readonly leads: number
  /** Undefined where there is nothing to compare with. */
  readonly change: number | undefined
}

export function stageChanges({ stages }: Manifest, before: Manifest | undefined): StageChange[] {
  const names = [...new Set([...Object.keys(stages), ...Object.keys(before?.stages ?? {})])]
  return names.map(stage => {
    const leads = stages[stage] ?? 0
    return { stage, leads, change: before === undefined ? undefined : leads - (before.stages[stage] ?? 0) }
  })
}

/** `+12`, `-3`, `0`; empty where it is not known. */
export function changeText(change: number | undefined): string {
  if (change === undefined) return ''
  return change > 0 ? `+${numberText(change)}` : numberText(change)
}

export function numberText(count: number): string {
  return count.toLocaleString('en-US')
}
