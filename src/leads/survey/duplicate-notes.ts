import type { Host } from '../host.ts'
import { readLine, sortable, writeLine } from '../sort/lines.ts'
import { createSorter } from '../sort/sorter.ts'
import { type Member, memberTexts, readMember } from './account-notes.ts'
import type { Noted } from './note.ts'

/** A lead that can have duplicates. */
export interface DuplicateCandidate {
  /** The key that duplicates share. */
  readonly key: string
  /** The highest one is kept; of equal ones the earlier lead. */
  readonly rank: number
  readonly position: number
  /** The name of the lead for people. */
  readonly label: string
  /** Its contribution to its account, if it is kept. */
  readonly member: Member | undefined
}

/** A batch of decided leads. */
export interface Decided {
  /** The contributions of the kept leads. */
  readonly kept: readonly Member[]
  readonly dropped: readonly Noted[]
}

/** Takes all leads that have a key and says which are kept and which are duplicates of those. */
export interface Duplicates {
  add(candidates: readonly DuplicateCandidate[]): Promise<void>
  decide(): AsyncGenerator<Decided>
  drop(): Promise<void>
}

export function createDuplicates(host: Pick<Host, 'scratch'>): Duplicates {
  const sorter = createSorter(host)
  return {
    add: candidates => sorter.add(candidates.map(toLine)),
    async *decide() {
      let best: DuplicateCandidate | undefined
      for await (const lines of sorter.sorted()) {
        const kept: Member[] = []
        const dropped: Noted[] = []
        for (const candidate of lines.map(fromLine)) {
          if (best?.key === candidate.key) {
            dropped.push({ position: candidate.position, note: { kind: 'duplicate', duplicateOf: best.label } })
            continue
          }
          best = candidate
          if (candidate.member !== undefined) kept.push(candidate.member)
        }
        yield { kept, dropped }
      }
    },
    drop: sorter.drop,
  }
}

const HIGHEST_RANK = 1_000_000_000

/** Sorted lines keep the same leads together, the one that is kept first. */
function toLine({ key, rank, position, label, member }: DuplicateCandidate): string {
  const order = [key, sortable(HIGHEST_RANK - rank), sortable(position)]
  return writeLine([...order, label, ...(member === undefined ? [] : memberTexts(member))])
}

function fromLine(line: string): DuplicateCandidate {
  const [key = '', order, position, label = '', ...member] = readLine(line)
  return {
    key,
    rank: HIGHEST_RANK - Number(order),
    position: Number(position),
    label,
    member: member.length === 0 ? undefined : readMember(member),
  }
}
