import type { Account } from '../../ir/results/account.ts'
import type { Host } from '../host.ts'
import { readLine, sortable, writeLine } from '../sort/lines.ts'
import { createSorter } from '../sort/sorter.ts'

/** A note about a lead: it is a duplicate, or the figures of its account. */
export type Note =
  | { readonly kind: 'duplicate'; readonly duplicateOf: string }
  | { readonly kind: 'account'; readonly account: Account }

/** A note and the lead it is about, by its place among all leads of the run. */
export interface Noted {
  readonly position: number
  readonly note: Note
}

/** Notes come in any order and are read in the order of the leads. */
export interface Notes {
  add(noted: readonly Noted[]): Promise<void>
  sorted(): AsyncGenerator<readonly Noted[]>
  drop(): Promise<void>
}

export function createNotes(host: Pick<Host, 'scratch'>): Notes {
  const sorter = createSorter(host)
  return {
    add: noted => sorter.add(noted.map(toLine)),
    async *sorted() {
      for await (const lines of sorter.sorted()) if (lines.length > 0) yield lines.map(fromLine)
    },
    drop: sorter.drop,
  }
}

function toLine({ position, note }: Noted): string {
  if (note.kind === 'duplicate') return writeLine([sortable(position), note.duplicateOf])
  const { name, leads, best, sum, engaged, contacts_known: known } = note.account
  return writeLine([sortable(position), name, leads, best ?? '', sum ?? '', engaged ?? '', known])
}

function fromLine(line: string): Noted {
  const [position, name = '', leads, best, sum, engaged, known] = readLine(line)
  if (leads === undefined) return { position: Number(position), note: { kind: 'duplicate', duplicateOf: name } }
  const account: Account = {
    name,
    leads: Number(leads),
    best: numberOf(best),
    sum: numberOf(sum),
    engaged: numberOf(engaged),
    contacts_known: Number(known),
  }
  return { position: Number(position), note: { kind: 'account', account } }
}

export function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text)
}
