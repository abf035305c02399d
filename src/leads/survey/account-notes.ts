import type { Account } from '../../ir/results/account.ts'
import type { Host } from '../host.ts'
import { readLine, sortable, writeLine } from '../sort/lines.ts'
import { createSorter } from '../sort/sorter.ts'
import { type Noted, numberOf } from './note.ts'

/** A lead's contribution to its account. */
export interface Member {
  readonly account: string
  readonly position: number
  readonly total: number | undefined
  /** Undefined if no score shows interest. */
  readonly engaged: boolean | undefined
  readonly reachable: boolean
}

/** Takes the scored leads and gives each the figures of its account. */
export interface Accounts {
  add(members: readonly Member[]): Promise<void>
  figures(): AsyncGenerator<readonly Noted[]>
  drop(): Promise<void>
}

export function createAccounts(host: Pick<Host, 'scratch'>): Accounts {
  const sorter = createSorter(host)
  return {
    add: members => sorter.add(members.map(member => writeLine(memberTexts(member)))),
    async *figures() {
      // Two readings side by side: one adds the accounts up, the other follows and tells their leads.
      const accounts = addUp(sorter.sorted())
      let account: Account | undefined
      let told = 0
      for await (const lines of sorter.sorted()) {
        const noted: Noted[] = []
        for (const line of lines) {
          if (account === undefined || told === account.leads) {
            account = (await accounts.next()).value
            told = 0
          }
          told += 1
          if (account !== undefined) noted.push({ position: positionOf(line), note: { kind: 'account', account } })
        }
        yield noted
      }
    },
    drop: sorter.drop,
  }
}

/** One after the other, the accounts of members that are sorted by account. */
async function* addUp(sorted: AsyncIterable<readonly string[]>): AsyncGenerator<Account, undefined> {
  let account: Account | undefined
  for await (const lines of sorted) {
    for (const member of lines.map(line => readMember(readLine(line)))) {
      if (account !== undefined && account.name !== member.account) yield account
      account = joined(account?.name === member.account ? account : undefined, member)
    }
  }
  if (account !== undefined) yield account
  return undefined
}

/** An account with one more lead. */
export function joined(account: Account | undefined, { account: name, total, engaged, reachable }: Member): Account {
  return {
    name,
    leads: (account?.leads ?? 0) + 1,
    best: total === undefined ? account?.best : Math.max(account?.best ?? total, total),
    sum: total === undefined ? account?.sum : (account?.sum ?? 0) + total,
    engaged: engaged === undefined ? account?.engaged : (account?.engaged ?? 0) + Number(engaged),
    contacts_known: (account?.contacts_known ?? 0) + Number(reachable),
  }
}

/** The account stands first, so that sorted lines keep its members together, in the order of the leads. */
export function memberTexts({ account, position, total, engaged, reachable }: Member): (string | number)[] {
  return [account, sortable(position), total ?? '', engaged === undefined ? '' : Number(engaged), Number(reachable)]
}

export function readMember([account = '', position, total, engaged, reachable]: readonly string[]): Member {
  return {
    account,
    position: Number(position),
    total: numberOf(total),
    engaged: engaged === '' ? undefined : engaged === '1',
    reachable: reachable === '1',
  }
}

function positionOf(line: string): number {
  return Number(readLine(line)[1])
}
