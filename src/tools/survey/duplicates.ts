import type { Host } from '../host.ts'
import { createSorter, LINES, readLine, writeLine } from '../sorter.ts'
import { type Member, memberTexts, readMember } from './accounts.ts'
import { type Noted, sortable } from './note.ts'

/** A lead that can have duplicates. */
export interface Twin {
  /** What the same leads have in common. */
  readonly key: string
  /** The highest one is kept; of equal ones the earlier lead. */
  readonly rank: number
  readonly position: number
  /** What people know it by. */
  readonly label: string
  /** What it brings to its account, should it be kept. */
  readonly member: Member | undefined
}

/** A lead that was decided about. */
export type Decided = { readonly kept: Member } | { readonly dropped: Noted }

/** Takes all leads that have a key and says which are kept and which are duplicates of those. */
export interface Duplicates {
  add(twins: readonly Twin[]): Promise<void>
  /** Kept leads that bring nothing to an account go without saying. */
  decide(): AsyncGenerator<Decided>
  drop(): Promise<void>
}

export function createDuplicates(host: Pick<Host, 'scratch'>): Duplicates {
  const sorter = createSorter(LINES, host)
  return {
    add: twins => sorter.add(twins.map(toLine)),
    async *decide() {
      let best: Twin | undefined
      for await (const line of sorter.sorted()) {
        const twin = fromLine(line)
        if (best?.key === twin.key) {
          yield { dropped: { position: twin.position, note: { kind: 'duplicate', of: best.label } } }
          continue
        }
        best = twin
        if (twin.member !== undefined) yield { kept: twin.member }
      }
    },
    drop: sorter.drop,
  }
}

const HIGHEST_RANK = 1_000_000_000

/** Sorted lines keep the same leads together, the one that is kept first. */
function toLine({ key, rank, position, label, member }: Twin): string {
  const order = [key, sortable(HIGHEST_RANK - rank), sortable(position)]
  return writeLine([...order, label, ...(member === undefined ? [] : memberTexts(member))])
}

function fromLine(line: string): Twin {
  const [key = '', order, position, label = '', ...member] = readLine(line)
  return {
    key,
    rank: HIGHEST_RANK - Number(order),
    position: Number(position),
    label,
    member: member.length === 0 ? undefined : readMember(member),
  }
}
