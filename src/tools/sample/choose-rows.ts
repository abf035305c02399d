import { compileCell } from '../../engine/cells.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import { createFastJudge } from '../../fast/engine.ts'
import { putInTurn } from '../../fast/input/door.ts'
import type { Row } from '../../io/records.ts'
import type { Column } from '../../ir/plan/columns.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Opened } from '../../leads/open.ts'
import { isOneByte } from '../score/one-byte.ts'
import { readRecords } from '../score/read-records.ts'
import { type Chooser, createChooser } from './choose.ts'

export interface Choosing {
  readonly rows: number
  readonly seed: string
  readonly asOf: number
  /** Every so many leads are judged by the reference as well, and a difference ends the run. */
  readonly verify?: number | undefined
}

/** Leads from which on it is quicker to judge them by what they have in common, as `score` does. */
const WORTHWHILE = 5_000

/** Reads the leads once; of each stratum, which the text of a column names, the rows that are wanted are held. */
export async function chooseRows(
  opened: Opened,
  plan: Plan,
  column: Column | undefined,
  choosing: Choosing,
): Promise<Chooser> {
  const chooser = createChooser(choosing.rows, choosing.seed)
  const isWorthwhile = opened.sample.rows.length >= WORTHWHILE || choosing.verify !== undefined
  if (column !== undefined && isWorthwhile) await addFast(chooser, opened, plan, column, choosing)
  else {
    const textOf = column === undefined ? () => '' : strata(opened, column, choosing)
    for await (const { rows } of opened.batches) for (const row of rows) chooser.add(row, textOf(row))
  }
  return chooser
}

/** The stratum of a row, by the reference. */
function strata({ complete, binding: { bound } }: Opened, column: Column, { asOf }: Choosing): (row: Row) => string {
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, asOf)
  const print = compileCell(bound, column)
  return ({ cells }) => print(judge(coerce(complete(cells))))
}

async function addFast(
  chooser: Chooser,
  opened: Opened,
  plan: Plan,
  column: Column,
  choosing: Choosing,
): Promise<void> {
  const { input, complete, binding, name } = opened
  const { bound } = binding
  const { asOf, verify } = choosing
  const reference = strata(opened, column, choosing)
  let rows = 0
  const add = (row: Row, text: string) => {
    rows += 1
    if (verify !== undefined && rows % verify === 0 && reference(row) !== text)
      throw new TypeError(`${name}, line ${row.line}: the reference judges another way`)
    chooser.add(row, text)
    return undefined
  }
  const columns = bound.fields.flatMap(field => field.columns)
  const judge = createFastJudge({
    plan,
    bound,
    asOf,
    columns: [column],
    headings: input.headings,
    width: columns.reduce((width, each) => Math.max(width, each + 1), input.headings.length),
    delimiter: isOneByte(input.delimiter) ? input.delimiter : ',',
    name,
    format: input.format,
    form: { kind: 'texts', write: (row, [text = '']) => add(row, text) },
    chosen: { isChosen: undefined, duplicates: false, split: false, items: undefined },
    render: row => add(row, reference(row)),
    identify: () => {},
    lose: undefined,
    recalled: undefined,
    joined: undefined,
    verdicts: undefined,
    verify: undefined,
  })
  const drain = (chunks: Iterable<unknown>) => {
    for (const _ of chunks);
  }
  for await (const item of readRecords(opened, judge)) {
    if (item === 'plain') {
      drain(judge.judge())
      continue
    }
    const all = item.rows.map(({ cells }) => complete(cells))
    for (const { from, taken, row } of putInTurn(judge, item.rows, all))
      drain(taken > 0 ? judge.judge() : judge.judgeAlone(row, all[from] ?? row.cells))
  }
}
