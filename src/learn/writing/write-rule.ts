import { type Pair, pairs } from '../../rulebook/yaml/building.ts'
import type { Inline, InlineMap } from '../../rulebook/yaml/yaml-write.ts'
import type { Bins } from '../bins/bins.ts'
import { numberOfBin } from '../bins/bins.ts'
import type { EventTest } from '../bins/column.ts'
import type { Gate } from '../card/fit.ts'
import type { SettledTable } from './settled-card.ts'

/** A rule in the words of the language, and the lists that it names. */
export interface RuleText {
  readonly entries: readonly Pair[]
  readonly lists: readonly { readonly name: string; readonly values: readonly Inline[] }[]
}

/** Longer lists are defined separately and named. */
const MAX_INLINE_VALUES = 6

/** A table as a rule: a condition where one row is enough, else a table of points, bounds or cases. */
export function writeRule(
  id: string,
  label: string,
  { bins, gate, ordered, points }: SettledTable,
  all: readonly Bins[],
): RuleText {
  const behind = gate === undefined ? [] : gateConditions(gate, all)
  const head: Pair[] = [['id', id], ...(label === '' ? [] : [['label', label] satisfies Pair])]
  const { column } = bins
  if (column.kind === 'levels' && column.test !== undefined) {
    const has = bins.levels.findIndex(({ value }) => value === true) + 2
    const earned: Pair = ['points', points[has] ?? 0]
    if (column.test.operator === 'event') {
      const gated: Pair[] = behind.length === 0 ? [] : [['when', together(behind)]]
      return { entries: [...head, ...gated, ...eventEntries(column.test), earned], lists: [] }
    }
    const condition: Pair = [column.field, pairs([column.test.operator, column.test.value])]
    return { entries: [...head, ['when', together([...behind, condition])], earned], lists: [] }
  }
  const rows = ordered ? numberRows(bins, points) : levelRows(bins, points)
  const [only] = rows
  if (only !== undefined && rows.length === 1) {
    const condition: Pair = [column.field, only.bare ?? only.test]
    return { entries: [...head, ['when', together([...behind, condition])], ['points', only.points]], lists: [] }
  }
  const gated: Pair[] = behind.length === 0 ? [] : [['when', together(behind)]]
  const table = tableOf(rows, ordered, id)
  return { entries: [...head, ...gated, ['field', column.field], ...table.entries], lists: table.lists }
}

function eventEntries({ value, count, within }: EventTest): Pair[] {
  return [
    ['event', value],
    ['count', pairs(['at_least', count])],
    ...(within === undefined ? [] : [['within', `${within}d`] satisfies Pair]),
  ]
}

/** One row of a table: which values, and what they earn. */
interface TableRow {
  readonly test: InlineMap
  /** Where the values alone say it. */
  readonly bare?: Inline
  readonly points: number
  /** The bound that it begins at. */
  readonly from?: number
  readonly values?: readonly Inline[]
  /** Holds whatever the rows before it left. */
  readonly rest?: true
}

/** From the lowest bound; what earns 0 below the first bound needs no row. */
function numberRows(bins: Bins, points: Float64Array): TableRow[] {
  const rows: TableRow[] = missingRow(points)
  let last = 0
  const lowest = lowestNumber(bins)
  for (let bin = 1; bin < bins.size; bin += 1) {
    const earned = points[bin] ?? 0
    if (earned === last) continue
    const from = bin === 1 ? Math.min(0, Math.floor(lowest)) : (bins.lows[bin - 1] ?? 0)
    rows.push({ test: pairs(['at_least', from]), points: earned, from })
    last = earned
  }
  // A number below all that were seen is as the lowest of them.
  const isOpen = rows.some(({ from }) => from !== undefined && from < 0)
  return isOpen
    ? rows.map(row =>
        row.from !== undefined && row.from <= Math.floor(lowest)
          ? { ...row, test: pairs(['known', true]), rest: true }
          : row,
      )
    : rows
}

function lowestNumber({ column }: Bins): number {
  return column.kind === 'number' ? column.values.reduce((low, value) => (value < low ? value : low), Infinity) : 0
}

function levelRows(bins: Bins, points: Float64Array): TableRow[] {
  const numbers = bins.ordered
  const other = numbers ? 0 : (points[1] ?? 0)
  const byPoints = new Map<number, Inline[]>()
  const first = lowestNumber(bins)
  for (let bin = numbers ? 1 : 2; bin < bins.size; bin += 1) {
    const earned = points[bin] ?? 0
    if (earned === other) continue
    const level: Inline = numbers ? numberOfBin(bins, bin, first) : levelText(bins, bin)
    byPoints.set(earned, [...(byPoints.get(earned) ?? []), level])
  }
  const listed = [...byPoints]
    .sort((a, b) => b[0] - a[0])
    .map(([earned, values]): TableRow => {
      const [only] = values
      const bare: Inline = values.length === 1 && only !== undefined ? only : values
      return { test: pairs(['equals', bare]), bare, points: earned, values }
    })
  const rest: TableRow[] = other === 0 ? [] : [{ test: pairs(['known', true]), points: other, rest: true }]
  return [...missingRow(points), ...listed, ...rest]
}

function levelText({ levels }: Bins, bin: number): Inline {
  const level = levels[bin - 2]
  return typeof level?.value === 'boolean' ? level.value : (level?.text ?? '')
}

function missingRow(points: Float64Array): TableRow[] {
  const earned = points[0] ?? 0
  return earned === 0 ? [] : [{ test: pairs(['known', false]), points: earned }]
}

function tableOf(rows: readonly TableRow[], ordered: boolean, id: string): RuleText {
  const hasMissing =
    rows[0] !== undefined && rows[0].from === undefined && rows[0].values === undefined && rows[0].rest !== true
  if (ordered && !hasMissing && rows.every(({ rest }) => rest !== true)) {
    return { entries: [['points_from', pairs(...rows.map(({ from = 0, points }): Pair => [from, points]))]], lists: [] }
  }
  if (ordered) {
    // The first that holds counts: nothing there, then from the highest bound down.
    const [missing, numbers] = [
      rows.filter(({ from }) => from === undefined),
      rows.filter(({ from }) => from !== undefined),
    ]
    const cases = [...missing, ...numbers.reverse()].map(({ test, points }) =>
      pairs(['when', test], ['points', points]),
    )
    return { entries: [['cases', cases]], lists: [] }
  }
  const isPlain =
    !hasMissing &&
    rows.every(
      ({ values, rest }) =>
        rest === true || (values !== undefined && values.length === 1 && typeof values[0] === 'string'),
    )
  const rest = rows.find(each => each.rest === true)
  if (isPlain) {
    const listed = rows
      .filter(row => row !== rest)
      .map(({ values, points }): Pair => [String(values?.[0] ?? ''), points])
    return {
      entries: [['points', pairs(...listed)], ...(rest === undefined ? [] : [['else', rest.points] satisfies Pair])],
      lists: [],
    }
  }
  const lists: { name: string; values: readonly Inline[] }[] = []
  const cases = rows.map(({ test, values, points }) => {
    if (values === undefined || values.length <= MAX_INLINE_VALUES) return pairs(['when', test], ['points', points])
    const name = `${id}-${lists.length + 1}`
    lists.push({ name, values })
    return pairs(['when', pairs(['equals', `$${name}`])], ['points', points])
  })
  return { entries: [['cases', cases]], lists }
}

/** Conditions that must hold together; two on one field cannot stand in one map. */
export function together(conditions: readonly Pair[]): InlineMap {
  const names = new Set(conditions.map(([name]) => name))
  return names.size === conditions.length ? pairs(...conditions) : pairs(['all', conditions.map(each => pairs(each))])
}

/** The condition of a gate on its column. */
export function gateConditions({ bins: column, kind, bin }: Gate, all: readonly Bins[]): Pair[] {
  const bins = all[column]
  if (bins === undefined) return []
  const { field } = bins.column
  switch (kind) {
    case 'missing':
      return [[field, pairs(['known', false])]]
    case 'known':
      return [[field, pairs(['known', true])]]
    case 'at_least':
      return [[field, pairs(['at_least', bins.lows[bin - 1] ?? 0])]]
    case 'below':
      return [[field, pairs(['below', bins.lows[bin - 1] ?? 0])]]
    case 'level': {
      const { column: of } = bins
      if (of.kind === 'levels' && of.test !== undefined)
        return of.test.operator === 'event' ? [] : [[field, pairs([of.test.operator, of.test.value])]]
      return [[field, levelText(bins, bin)]]
    }
  }
}
