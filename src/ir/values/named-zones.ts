import { fold } from './fold.ts'
import { isTimeZone, type Zone, zoneOf } from './zone.ts'

/** `2026-02-11 09:12 America/New_York`, `... (Europe/Berlin)` */
const NAMED = /(?<![a-z0-9_/+-])[a-z]+\/[a-z0-9_/+-]+(?=[)\]]?$)/i
/** The longest cell that is searched, so that the search stays linear. */
const MAX_LENGTH = 120

/** The time zones that cells name by a place, under their folded names; names that no zone has are left out. */
export function namedZones(cells: readonly string[]): Zone[] {
  const names = new Set<string>()
  for (const cell of cells) {
    const name = cell.length <= MAX_LENGTH && cell.includes('/') ? NAMED.exec(cell)?.[0] : undefined
    if (name !== undefined) names.add(fold(name))
  }
  return [...names].filter(isTimeZone).map(zoneOf)
}
