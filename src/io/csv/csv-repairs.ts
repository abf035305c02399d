import type { Repair } from '../../ir/results/summary.ts'

/** Counts what was repaired record by record. */
export interface Repairs {
  add(what: string, line: number): void
  all(): Repair[]
}

export function countRepairs(): Repairs {
  const counts = new Map<string, { records: number; readonly first_line: number }>()
  return {
    add(what, line) {
      const known = counts.get(what)
      if (known) known.records += 1
      else counts.set(what, { records: 1, first_line: line })
    },
    all: () => [...counts].map(([what, count]) => ({ what, ...count })),
  }
}
