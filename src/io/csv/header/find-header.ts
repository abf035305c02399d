import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { kindOf } from '../../kinds.ts'
import type { Row } from '../../records.ts'
import { refuse } from '../../refuse-input.ts'
import { evenShape } from '../csv-shape.ts'
import { splitHeader } from '../csv-sniff-odd.ts'
import { inventHeadings, isRecognised, readsAsRecord } from './header-missing.ts'
import { BELOW, type HeaderPlan, planHeader, planSeveral, startsHeader } from './header-plan.ts'

/** Options about a table's header, from the command line. */
export interface HeaderOptions {
  /** Whether there is a header. */
  readonly header?: boolean | undefined
  /** Headings for a table that has none. */
  readonly names?: readonly string[] | undefined
}

interface Found {
  /** Records above the table. */
  readonly preamble: number
  /** Absent if the sample ends before the header does. */
  readonly plan: HeaderPlan | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The header of a table, or the headings of one that has none. A first record that could be a lead is never taken for a
 * header.
 */
export function findHeader(top: readonly Row[], preamble: number, name: string, options: HeaderOptions): Found {
  const [first, ...below] = top.slice(preamble)
  const rows = below.slice(0, BELOW).map(({ cells }) => cells)
  const isMissing = options.header === false || options.names !== undefined
  if (first === undefined) return { preamble, plan: undefined, diagnostics: [] }
  const titled = top[preamble - 1]
  const split = isMissing
    ? undefined
    : ((titled && planSplit(titled, [first.cells, ...rows])) ?? planSplit(first, rows))
  if (split !== undefined) {
    const isTitle = titled !== undefined && splitHeader(titled.text, split.shape.width) !== undefined
    return { preamble: isTitle ? preamble - 1 : preamble, plan: split, diagnostics: [] }
  }
  const isRecord = isMissing ? 'yes' : options.header === true ? 'no' : readsAsRecord(first.cells, rows)
  if (isRecord === 'no') {
    const above = top[preamble - 1]?.cells
    const started = above && startsHeader(above, first.cells) ? planSeveral(above, [first.cells, ...rows]) : undefined
    if (started !== undefined) return { preamble: preamble - 1, plan: started, diagnostics: [] }
    return { preamble, plan: planHeader([first.cells, ...rows]), diagnostics: [] }
  }
  const lead = top.findIndex(({ cells }) => cells.some(cell => kindOf(cell) === 'mail'))
  const start = options.header === false ? 0 : lead < 0 ? preamble : Math.min(lead, preamble)
  const headings = inventHeadings([first.cells, ...rows], options.names)
  const place = { file: name, line: first.line, col: 1 }
  if (!isMissing && (isRecord === 'perhaps' || !isRecognised(headings))) {
    const message = 'the first row may be a lead rather than the header: no heading in it is known'
    throw refuse('file/header-unclear', message, place, `${NAMED}; \`--header\` reads it as the header`)
  }
  const plan: HeaderPlan = { headings, header: [], shape: evenShape(headings.length), repairs: ['no header row'] }
  if (isMissing) return { preamble: start, plan, diagnostics: [] }
  const known = headings.filter(heading => !/^column \d+$/.test(heading)).join(', ')
  const message = `no header row: only ${known} could be recognised by the values`
  return { preamble: start, plan, diagnostics: [diagnose('file/no-header', message, { place, hint: NAMED })] }
}

/** A header with another delimiter than its rows. */
function planSplit({ cells, text }: Row, rows: readonly (readonly string[])[]): HeaderPlan | undefined {
  const width = rows[0]?.length ?? 0
  if (width < 2 || cells.length >= width || rows.some(row => row.length < width)) return undefined
  const headings = splitHeader(text, width)
  if (headings?.some(heading => !['text', 'blank'].includes(kindOf(heading)))) return undefined
  const repairs = ['a header with another delimiter than the rows']
  return headings && { headings, header: ['headings'], shape: evenShape(width), repairs }
}

const NAMED = '`--no-header --names first_name,email,company` names the columns of a file without a header'
