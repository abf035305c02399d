import { compileCoercion } from '../../engine/coerce.ts'
import type { Binding } from '../../io/bind/bind.ts'
import { dictionaryOf } from '../../io/bind/bind-field.ts'
import { knownColumns } from '../../io/bind/match.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { bindTo, type OpenedInput, type Reading } from '../../leads/open.ts'
import type { Column } from '../../learn/bins/column.ts'
import { collectColumns } from '../../learn/columns/collect-columns.ts'
import { deriveColumns } from '../../learn/columns/derive-columns.ts'
import { createGrowing, createGrowingIntegers } from '../../learn/columns/growing.ts'
import { AUTO_LOCALE, planOfAllFields } from '../../learn/columns/plan-of-fields.ts'
import { LOST, OPEN, WON } from '../../learn/evidence/column-evidence.ts'
import { endingOf, type Outcome, outcomeColumns } from '../../learn/outcome/ending.ts'
import { bindTimes, type TimesRequest } from '../backtest/lead-times.ts'
import { ownField } from '../init/draft-fields.ts'
import { unchosenIn } from '../init/unchosen.ts'

/** The leads of a file as columns, with the outcome of each. */
export interface ClosedFile {
  readonly columns: readonly Column[]
  readonly tooMany: readonly string[]
  readonly endings: Uint8Array
  readonly order: { readonly column: string; readonly isDay: boolean; readonly values: Float64Array } | undefined
  readonly crmScore: { readonly column: string; readonly values: Float64Array } | undefined
  /** Fields that leadq does not know by itself. */
  readonly own: readonly Field[]
  readonly binding: Binding
  readonly nulls: readonly string[]
  /** Leads that are won and lost at once, and the line of the first. */
  readonly both: { readonly count: number; readonly line: number }
}

/** Most leads must have a date. */
const MIN_DATED = 0.8

/** Reads all leads of a file: every column that a rulebook could name. */
export async function readClosed(
  opened: OpenedInput,
  outcome: Outcome,
  request: Reading & TimesRequest,
): Promise<ClosedFile> {
  const { sample } = opened
  const said = outcomeColumns(outcome)
  const nulls = unchosenIn(sample.rows)
  const own = ownFields(opened, request, nulls)
  const plan = planOfAllFields(own, { ...AUTO_LOCALE, nulls: nulls.map(fold) })
  const { binding, complete } = bindTo(opened, plan, request, { companies: undefined, events: undefined })
  const times = bindTimes(request, opened)
  const ordering = times.order === undefined ? -1 : sample.headings.indexOf(times.order.column)
  const isWanted = (columns: readonly number[]) => columns.every(column => !said.has(column) && column !== ordering)
  const collector = collectColumns(binding.bound, sample.headings, ({ columns }) => isWanted(columns))
  const coerce = compileCoercion(binding.bound)
  const [endings, order, crmScores] = [createGrowingIntegers(), createGrowing(), createGrowing()]
  const both = { count: 0, line: 0 }
  for await (const { rows } of opened.batches) {
    for (const { cells, line } of rows) {
      const ending = endingOf(cells, outcome)
      if (ending === 'both') {
        both.line ||= line
        both.count += 1
      }
      const time = times.read(cells)
      endings.push(ending === 'won' ? WON : ending === 'lost' ? LOST : OPEN)
      order.push(time.order)
      crmScores.push(time.crmScore)
      collector.add(coerce(complete(cells)))
    }
  }
  const { columns, tooMany } = collector.finish()
  return {
    columns: columns.flatMap(deriveColumns),
    tooMany,
    endings: Uint8Array.from(endings.values()),
    order: times.order && isDated(order.values()) ? { ...times.order, values: order.values() } : undefined,
    crmScore: times.crmScore && { ...times.crmScore, values: crmScores.values() },
    own,
    binding,
    nulls,
    both,
  }
}

function isDated(values: Float64Array): boolean {
  const known = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0)
  return values.length > 0 && known >= MIN_DATED * values.length
}

const MAX_HEADING = 100

/** Columns that no catalogue and no system knows, as fields of their own. */
function ownFields(opened: OpenedInput, request: Reading, nulls: readonly string[]): Field[] {
  const { sample } = opened
  const { binding } = bindTo(opened, planOfAllFields([], AUTO_LOCALE), request, {
    companies: undefined,
    events: undefined,
  })
  const taken = new Set([
    ...knownColumns(sample.headings, dictionaryOf(binding.system)),
    ...binding.bound.fields.flatMap(({ columns }) => columns),
  ])
  const empty = new Set(nulls.map(fold))
  const names = new Set<string>()
  const fields: Field[] = []
  for (const [position, heading] of sample.headings.entries()) {
    if (taken.has(position) || heading.trim() === '' || heading.length > MAX_HEADING || /\p{Cs}/u.test(heading))
      continue
    const before = sample.headings.slice(0, position).filter(other => other === heading).length
    const name = before === 0 ? heading : `${heading}#${before + 1}`
    const cells = sample.rows
      .map(row => row[position]?.trim() ?? '')
      .filter(cell => cell !== '' && !empty.has(fold(cell)))
    const field = ownField({ name, heading, cells }, names, sample.delimiter)
    names.add(field.name)
    fields.push(field)
  }
  return fields
}
