import type { Reject } from '../records.ts'

/** Why a record with quotes could not be read. `open`: a quote is not closed at the end of the text. */
export type QuoteProblem =
  | 'open'
  | 'after quote'
  | 'after later quote'
  | 'stray quote'
  | 'split cell'
  | 'wrong count'
  | 'too many cells'
  | 'too long'

type Explain = (expected: number, found: number) => string

interface Entry {
  readonly code: Reject['code']
  readonly explain: Explain
}

/** The reasons as the rejects file gives them. `found`: cells read before the problem. */
export const QUOTE_PROBLEMS: Readonly<Record<QuoteProblem, Entry>> = {
  open: { code: 'lead/quote', explain: (_, found) => `the quote that opens cell ${found + 1} is never closed` },
  'after quote': { code: 'lead/quote', explain: (_, found) => afterQuote(found) },
  'after later quote': { code: 'lead/quote', explain: (_, found) => `${afterQuote(found)}${ACROSS}` },
  'stray quote': { code: 'lead/quote', explain: () => `a quote inside an unquoted cell${ACROSS}` },
  'split cell': { code: 'lead/quote', explain: (_, cell) => `cell ${cell} opens a quote that a later cell closes` },
  'wrong count': { code: 'lead/cells', explain: (expected, found) => `${wrongCount(expected, found)}${ACROSS}` },
  'too many cells': { code: 'lead/cells', explain: expected => `${wrongCount(expected, 'more')}${ACROSS}` },
  'too long': { code: 'lead/too-long', explain: () => `${TOO_LONG}${ACROSS}` },
}

export const TOO_LONG = 'a record of more than 1 MiB'

const ACROSS = ', with a quote that is open at the end of this line'

export function wrongCount(expected: number, found: number | string): string {
  return `expected ${expected} ${expected === 1 ? 'cell' : 'cells'}, found ${found}`
}

function afterQuote(cell: number): string {
  return `text after the closing quote of cell ${cell}`
}
