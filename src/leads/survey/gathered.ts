import type { Host } from '../host.ts'
import { type Accounts, createAccounts, type Member } from './account-notes.ts'
import { createDuplicates, type DuplicateCandidate, type Duplicates } from './duplicate-notes.ts'
import { type Contribution, createHeld, type Held } from './held.ts'
import { createNotes, type Note, type Noted } from './note.ts'

/** The contributions of all leads: in memory while they fit there, else in sorters. */
export interface Gathered {
  /** Takes the contribution of the next lead. */
  add(contribution: Contribution): void
  /** Where contributions by numbers go; undefined once there is no more room in memory. */
  held(): Held | undefined
  /** Makes room; to be called now and then. */
  settle(): Promise<void>
  /** After the last lead. */
  decide(): Promise<NoteReader>
  drop(): Promise<void>
}

/** Gives the notes of the leads, one after the other. */
export interface NoteReader {
  next(count: number): Promise<readonly (Note | undefined)[]>
  drop(): Promise<void>
}

export function createGathered(host: Pick<Host, 'scratch'>, most?: number): Gathered {
  let held: Held | undefined = createHeld(most)
  const sorting = createSorting(host)
  return {
    add(contribution) {
      if (held === undefined) sorting.add(contribution)
      else held.add(contribution)
    },
    held: () => held,
    async settle() {
      if (held !== undefined && !held.isFull()) return
      const before = held?.contributions() ?? []
      held = undefined
      for (const contribution of before) if (sorting.add(contribution)) await sorting.settle()
      await sorting.settle()
    },
    async decide() {
      if (held !== undefined) return readHeld(held)
      await sorting.settle()
      return sorting.decide()
    },
    drop: sorting.drop,
  }
}

function readHeld(held: Held): NoteReader {
  const noteOf = held.notes()
  let position = 0
  return {
    async next(count) {
      const first = position
      position += count
      return Array.from({ length: count }, (_, index) => noteOf(first + index))
    },
    drop: async () => {},
  }
}

/** Contributions that wait to be sorted. */
const TOGETHER = 1000

function createSorting(host: Pick<Host, 'scratch'>) {
  const duplicates = createDuplicates(host)
  const accounts = createAccounts(host)
  let candidates: DuplicateCandidate[] = []
  let members: Member[] = []
  return {
    /** True if there is enough to be sorted. */
    add({ candidate, member }: Contribution): boolean {
      if (candidate !== undefined) candidates.push(candidate)
      else if (member !== undefined) members.push(member)
      return candidates.length + members.length >= TOGETHER
    },
    async settle() {
      await duplicates.add(candidates)
      await accounts.add(members)
      candidates = []
      members = []
    },
    decide: () => readSorted(duplicates, accounts, host),
    async drop() {
      await duplicates.drop()
      await accounts.drop()
    },
  }
}

async function readSorted(
  duplicates: Duplicates,
  accounts: Accounts,
  host: Pick<Host, 'scratch'>,
): Promise<NoteReader> {
  const notes = createNotes(host)
  try {
    for await (const decided of duplicates.decide()) {
      await accounts.add(decided.kept)
      await notes.add(decided.dropped)
    }
    await duplicates.drop()
    for await (const noted of accounts.figures()) await notes.add(noted)
  } catch (error) {
    await notes.drop()
    throw error
  }
  const sorted = notes.sorted()
  let upcoming: readonly Noted[] = []
  let taken = 0
  let ended = false
  let position = 0
  const readOn = async () => {
    const { done, value } = await sorted.next()
    ended = done === true
    upcoming = value ?? []
    taken = 0
  }
  return {
    async next(count) {
      const found: (Note | undefined)[] = []
      for (const end = position + count; position < end; position += 1) {
        if (taken === upcoming.length && !ended) await readOn()
        const next = upcoming[taken]
        const isHere = next?.position === position
        found.push(isHere ? next.note : undefined)
        if (isHere) taken += 1
      }
      return found
    },
    async drop() {
      await sorted.return(undefined)
      await notes.drop()
    },
  }
}
