import type { Account } from '../../ir/account.ts'
import type { Host } from '../host.ts'
import { createSorter, LINES, readLine, writeLine } from '../sorter.ts'
import { type Noted, numberOf, sortable } from './note.ts'

/** What a lead brings to its account. */
export interface Member {
  readonly account: string
  readonly position: number
  readonly total: number | undefined
  /** Undefined if no score shows interest. */
  readonly engaged: boolean | undefined
  readonly reachable: boolean
}

/** Takes the leads that are scored and says of each what its account comes to. */
export interface Accounts {
  add(members: readonly Member[]): Promise<void>
  figures(): AsyncGenerator<Noted>
  drop(): Promise<void>
}

export function createAccounts(host: Pick<Host, 'scratch'>): Accounts {
  const sorter = createSorter(LINES, host)
  return {
    add: members => sorter.add(members.map(member => writeLine(memberTexts(member)))),
    async *figures() {
      // Two readings side by side: the first adds an account up, the second tells its leads, however many there are.
      const members = sorter.sorted()
      for await (const account of addUp(sorter.sorted())) {
        for (let told = 0; told < account.leads; told += 1) {
          const next = await members.next()
          if (next.done === true) return
          yield { position: readMember(readLine(next.value)).position, note: { kind: 'account', account } }
        }
      }
    },
    drop: sorter.drop,
  }
}

/** One after the other, the accounts of members that are sorted by account. */
async function* addUp(lines: AsyncIterable<string>): AsyncGenerator<Account> {
  let account: Account | undefined
  for await (const line of lines) {
    const member = readMember(readLine(line))
    if (account !== undefined && account.name !== member.account) yield account
    account = joined(account?.name === member.account ? account : undefined, member)
  }
  if (account !== undefined) yield account
}

function joined(account: Account | undefined, { account: name, total, engaged, reachable }: Member): Account {
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
