import type { Lead } from '../../../../engine/lead.ts'
import { compileLostCounters } from '../../../../engine/lost-counters.ts'
import type { Known } from '../../../../fast/background.ts'
import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import { createGatheredEvents } from './gathered-events.ts'
import type { WorkerCounts } from './packed-counts.ts'
import type { WorkerJob } from './worker-job.ts'

/** What Spark has joined to the leads of a partition. */
export interface Gathered {
  /** What is known of some leads; `texts`: their cells at a position. Undefined if nothing is known of any. */
  of(texts: (position: number) => readonly string[]): readonly Known[] | undefined
  /** The same of one lead. */
  ofCells(cells: readonly string[]): Known | undefined
  /** Takes leads without events, which can lose a counter; absent if none can. */
  readonly lose: ((lead: Lead) => void) | undefined
  /** What was counted since the last call. */
  takeCounts(): Omit<WorkerCounts, 'verdicts'>
}

export function createGathered({ gathered, asOf }: WorkerJob, bound: BoundPlan): Gathered {
  const { events: cell, stageBefore } = gathered ?? {}
  const events = cell && bound.events && createGatheredEvents({ ...bound, events: bound.events }, cell.widths, asOf)
  const losesCounters = events && compileLostCounters(bound, asOf)
  let [found, losing] = [0, 0]

  function countFound(stages: readonly string[]): void {
    for (const stage of stages) if (stage !== '') found += 1
  }

  return {
    of(texts) {
      if (stageBefore !== undefined) countFound(texts(stageBefore))
      return cell && events && texts(cell.at).map(each => ({ events: events.of(each) }))
    },
    ofCells(cells) {
      if (stageBefore !== undefined) countFound([cells[stageBefore] ?? ''])
      return cell && events && { events: events.of(cells[cell.at] ?? '') }
    },
    lose:
      events &&
      losesCounters &&
      (lead => {
        if (losesCounters(lead)) losing += 1
      }),
    takeCounts() {
      const counts = {
        events: events && { ...events.takeTally(), losing },
        found: stageBefore === undefined ? undefined : found,
      }
      found = 0
      losing = 0
      return counts
    },
  }
}
