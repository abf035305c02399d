import { csvRow } from '../../io/csv/csv-write.ts'
import { neutraliseFormula } from '../../io/formula.ts'
import type { Mover } from '../../ir/results/difference.ts'
import { commit, type Host, type Sink } from '../../leads/host.ts'

/** Leads that moved: those that moved furthest are kept for the report, all are written to a file if requested. */
export interface Movers {
  add(mover: Mover): Promise<void>
  /** The furthest ones first; of equal ones the earlier. */
  furthest(): readonly Mover[]
  commit(): Promise<void>
  discard(): Promise<void>
}

export interface MoversOptions {
  readonly limit: number
  /** The stages, best first. */
  readonly stages: readonly string[]
  readonly file: string | undefined
  readonly shown: readonly string[]
}

export async function createMovers({ limit, stages, file, shown }: MoversOptions, host: Host): Promise<Movers> {
  const sink = file === undefined ? undefined : await host.create(file)
  await sink?.write(line([...MOVER_HEADINGS, ...shown]))
  const rank = new Map(stages.map((stage, index) => [stage, index]))
  const distance = ({ from, to, score }: Mover) =>
    Math.abs((rank.get(from) ?? 0) - (rank.get(to) ?? 0)) * STEP + Math.abs((score.after ?? 0) - (score.before ?? 0))
  let held: { readonly mover: Mover; readonly by: number }[] = []
  const prune = () => {
    held = held.sort((a, b) => b.by - a.by).slice(0, limit)
  }
  return {
    async add(mover) {
      held.push({ mover, by: distance(mover) })
      if (held.length >= 2 * limit + 1_000) prune()
      await sink?.write(line(cellsOf(mover)))
    },
    furthest() {
      prune()
      return held.map(({ mover }) => mover)
    },
    commit: async () => sink && commit([sink]),
    discard: async () => discard(sink),
  }
}

async function discard(sink: Sink | undefined): Promise<void> {
  await sink?.discard()
}

/** One stage counts more than any number of points. */
const STEP = 1e12

export const MOVER_HEADINGS = [
  'lead',
  'leadq_from',
  'leadq_to',
  'leadq_score_before',
  'leadq_score_after',
  'leadq_because',
]

function cellsOf({ lead, from, to, score, because, together = [], shown = {} }: Mover): string[] {
  const points = [score.before, score.after].map(each => (each === null ? '' : String(each)))
  return [lead, from, to, ...points, because.join('; ') || together.join(' + '), ...Object.values(shown)]
}

function line(cells: readonly string[]): string {
  return `${csvRow(cells.map(neutraliseFormula), ',')}\n`
}
