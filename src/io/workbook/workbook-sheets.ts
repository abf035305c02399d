import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import { fold } from '../../ir/values/fold.ts'
import type { HeaderOptions } from '../csv/header/find-header.ts'
import { countKnown, namesPeople } from '../known-headings.ts'
import { refuse, refuseEmpty, startOf } from '../refuse-input.ts'
import type { Table } from './workbook-table.ts'

export interface WorkbookOptions extends HeaderOptions {
  /** What diagnostics call the input. */
  readonly name: string
  /** The name of a sheet, or its number from 1; else the first one that holds a table. */
  readonly sheet?: string | undefined
}

/** A sheet of a workbook, or a table of a page. */
export interface Sheet {
  readonly name: string
  readonly isVisible: boolean
}

interface Chosen<S extends Sheet> {
  readonly sheet: S
  readonly table: Table
}

/** The sheet that was asked for, or the first one that lists people, or the first with a table; hidden ones come last. */
export async function chooseSheet<S extends Sheet>(
  sheets: readonly S[],
  name: string,
  wanted: string | undefined,
  read: (sheet: S) => Table | undefined | Promise<Table | undefined>,
): Promise<Chosen<S>> {
  if (wanted !== undefined) {
    const sheet = sheetNamed(wanted, sheets)
    if (sheet === undefined) throw refuseSheet(wanted, sheets, name)
    const table = await read(sheet)
    if (table === undefined)
      throw refuse('file/empty', `there is nothing in the sheet \`${sheet.name}\``, startOf(name))
    if (table.refusal) throw table.refusal
    return { sheet, table }
  }
  let best: (Chosen<S> & { readonly rank: number }) | undefined
  for (const sheet of [...sheets].sort((a, b) => Number(b.isVisible) - Number(a.isVisible))) {
    const table = await read(sheet)
    if (table === undefined) continue
    const rank = rankOf(table, sheet)
    if (rank === LISTS_PEOPLE) return { sheet, table }
    if (best === undefined || rank > best.rank) best = { sheet, table, rank }
  }
  if (best === undefined) throw refuseEmpty(name)
  if (best.table.refusal) throw best.table.refusal
  return best
}

const LISTS_PEOPLE = 4

/** How much a sheet looks like a list of leads. A hidden one is taken only where no visible one has a table. */
function rankOf({ isLikely, headings }: Table, { isVisible }: Sheet): number {
  if (!isLikely) return 0
  if (!isVisible) return 1
  if (countKnown(headings) < 2) return 2
  return namesPeople(headings) ? LISTS_PEOPLE : 3
}

function sheetNamed<S extends Sheet>(wanted: string, sheets: readonly S[]): S | undefined {
  const named = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => fold(name) === fold(wanted))
  return named ?? (/^[1-9]\d*$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined)
}

function refuseSheet(wanted: string, sheets: readonly Sheet[], name: string): Refusal {
  const names = sheets.map(sheet => sheet.name)
  const hint = didYouMean(wanted, names) ?? `its sheets: ${names.join(', ')}`
  return new Refusal(diagnose('file/no-sheet', `${name} has no sheet \`${wanted}\``, { hint }), 'usage')
}
