import type { Batch, Input, Reject } from '../io/records.ts'
import type { Joined } from './joined.ts'
import type { Outputs } from './outputs.ts'
import { groupRejects, rejectRow, rejectsHead } from './rejects.ts'
import type { Writers } from './writers.ts'

/**
 * Counts rejected records by what is wrong with them and writes them to a file of their own, made when the first one
 * comes.
 */
export function createRejectKeeper(
  input: Input & { readonly name: string },
  { rejects: path, format }: Outputs,
  { joined, rejectWriters }: { readonly joined: Joined; readonly rejectWriters: Writers },
) {
  const { delimiter, lineEnd, bom } = joined.spellingFor(path ?? '', format === 'tsv' ? 'tsv' : 'csv', input)
  const grouped = groupRejects()
  const refused = groupRejects()
  const frame = { head: bom + rejectsHead(delimiter, lineEnd), joint: '', tail: '', input: input.name }
  let count = 0
  let written = 0
  const write = async (rejects: readonly Reject[]) => {
    written += rejects.length
    if (path === undefined || rejects.length === 0) return
    const writer = await rejectWriters.open(path, frame)
    await writer.write(rejects.map(reject => rejectRow(reject, delimiter, lineEnd)))
  }
  return {
    async take({ rejects }: Batch) {
      count += rejects.length
      for (const reject of rejects) grouped.add(reject)
      await write(rejects)
    },
    /** Takes leads that were scored but that the importer would refuse. */
    async refuse(leads: readonly Reject[]) {
      for (const lead of leads) refused.add(lead)
      await write(leads)
    },
    count: () => count,
    groups: grouped.groups,
    refused: refused.groups,
    outputs: () => (written > 0 && path !== undefined ? [{ path, leads: written }] : []),
  }
}
