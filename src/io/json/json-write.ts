import { uniqueNames } from '../headings.ts'
import { endOf, skip } from './json-extent.ts'

/** The key under which leadq adds its results to a record. */
const OWN = 'leadq'

/**
 * A record's own text before and after one more member, `"leadq": {...}`, in front of its last brace. The member of an
 * earlier run is removed; every other character stays as it is.
 */
export function aroundMember(record: string): [string, string] {
  const text = record.includes(`"${OWN}"`) ? withoutOwn(record) : record
  const body = text.slice(0, text.lastIndexOf('}')).trimEnd()
  return [body + (body.endsWith('{') ? '' : ','), text.slice(body.length)]
}

/** Writes cells as an object of texts, with a key of its own for every column: what stands before and after one more member. */
export function jsonRows(headings: readonly string[]): (cells: readonly string[]) => [string, string] {
  const keys = uniqueNames(headings, [OWN]).map(name => JSON.stringify(name))
  return cells => {
    let front = '{'
    for (const [index, key] of keys.entries()) front += `${key}:${JSON.stringify(cells[index] ?? '')},`
    return [front, '}']
  }
}

interface Member {
  readonly key: string
  readonly start: number
  readonly end: number
}

function withoutOwn(record: string): string {
  const members = membersOf(record)
  const index = members.findIndex(({ key }) => key === OWN)
  const own = members[index]
  if (own === undefined) return record
  const next = members[index + 1]
  const before = members[index - 1]
  // Its comma goes with it: the one after it, or the one before it if it is the last.
  const start = next || !before ? own.start : before.end
  return withoutOwn(record.slice(0, start) + record.slice(next?.start ?? own.end))
}

/** The members of an object, by their place in its text. The text is known to be valid. */
function membersOf(record: string): Member[] {
  const members: Member[] = []
  for (let start = skip(record, /[{\s]*/y, 0); record.charAt(start) === '"'; ) {
    const keyEnd = endOf(record, start)
    const end = endOf(record, skip(record, /[\s:]*/y, keyEnd))
    members.push({ key: String(JSON.parse(record.slice(start, keyEnd))), start, end })
    start = skip(record, /[\s,]*/y, end)
  }
  return members
}
