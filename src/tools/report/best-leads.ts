import type { Row } from '../../io/records.ts'
import type { PageLead, PageOwner } from '../../ir/results/page.ts'
import { ledgerOf } from './ledger.ts'
import type { OwnColumns } from './own-columns.ts'

/** Collects the best leads of each owner; of equal ones the first in the file. */
export interface BestLeads {
  add(row: Row): void
  result(): PageOwner[]
  /** By owner, the best first. */
  readonly owners: Map<string, Ranked[]>
}

interface Ranked {
  readonly total: number
  readonly lead: PageLead
}

/** Owners with leads on the page; in a file with an owner for each lead nobody would read more. */
const MAX_OWNERS = 50

/** `before`: those of other files, which the leads of this one are put among. */
export function createBestLeads(
  wanted: number,
  columns: OwnColumns,
  nameOf: (row: Row) => string,
  before?: BestLeads,
): BestLeads {
  const owners = before?.owners ?? new Map<string, Ranked[]>()
  const cellOf = ({ cells }: Row, position: number | undefined) =>
    position === undefined ? '' : (cells[position] ?? '').trim()
  return {
    owners,
    add(row) {
      const text = cellOf(row, columns.total)
      const total = text === '' ? Number.NEGATIVE_INFINITY : Number(text)
      const owner = cellOf(row, columns.owner)
      const best = owners.get(owner) ?? []
      if (!owners.has(owner)) {
        if (owners.size >= MAX_OWNERS) return
        owners.set(owner, best)
      }
      if (best.length >= wanted && total <= (best.at(-1)?.total ?? 0)) return
      const place = best.findIndex(other => other.total < total)
      const lead = {
        name: nameOf(row),
        stage: cellOf(row, columns.stage),
        total: text,
        next: cellOf(row, columns.next),
        due: cellOf(row, columns.due),
        ledger: ledgerOf(cellOf(row, columns.reasons)),
      }
      best.splice(place === -1 ? best.length : place, 0, { total, lead })
      best.length = Math.min(best.length, wanted)
    },
    result: () => [...owners].map(([owner, best]) => ({ owner, leads: best.map(({ lead }) => lead) })),
  }
}

const NAMES = ['full name', 'name', 'contact name', 'lead name', 'ansprechpartner']
const FIRST = ['first name', 'vorname']
const LAST = ['last name', 'nachname', 'name']
const COMPANY = ['company', 'company name', 'account name', 'firma', 'unternehmen', 'organization', 'organisation']
const KEYS = ['email', 'e-mail', 'email address', 'e-mail-adresse', 'lead id', 'id', 'record id']

/** What a person would call a lead: its name and company, else its address or number, else its line. */
export function leadNamer({ others }: Pick<OwnColumns, 'others'>): (row: Row) => string {
  const find = (names: readonly string[]) =>
    names
      .map(name => others.find(column => column.name.trim().toLowerCase().replaceAll('_', ' ') === name)?.position)
      .find(position => position !== undefined)
  const [first, last, full, company, key] = [FIRST, LAST, NAMES, COMPANY, KEYS].map(find)
  return row => {
    const cell = (position: number | undefined) => (position === undefined ? '' : (row.cells[position] ?? '').trim())
    const person = [cell(first), cell(last)].filter(part => part !== '').join(' ') || cell(full)
    return [person, cell(company)].filter(part => part !== '').join(', ') || cell(key) || `#${row.line}`
  }
}
