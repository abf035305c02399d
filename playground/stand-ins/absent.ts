import { diagnose } from '../../src/base/diagnostic.ts'
import { Refusal } from '../../src/base/refusal.ts'

/** Formats that only the program reads: the page would have to load twice as much for them. */
function refuse(): never {
  const hint = 'save it as CSV, or run `leadq score` on it, which reads workbooks, web pages and Parquet, too'
  throw new Refusal(diagnose('file/binary', 'the playground reads CSV, JSON and JSON lines only', { hint }), 'data')
}

export const openWorkbook = refuse
export const openMarkup = refuse
export const openParquet = refuse
