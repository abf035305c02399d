import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { CHANNEL } from '../../../ir/results/ways.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import { fold } from '../../../ir/values/fold.ts'
import type { Files } from '../../../leads/open-file.ts'
import { type CostChannel, channelFinder } from './cost-channels.ts'
import { cutsOf } from './cost-plan.ts'
import { type CostRow, readCosts } from './cost-rows.ts'

/** A file of costs, ready to be laid beside leads. */
export interface Costs {
  readonly file: string
  readonly rows: readonly (CostRow & CostChannel & { readonly written: string })[]
  readonly cuts: readonly number[]
  readonly currency: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the costs of channels. Only costs of one currency are added up; overlapping ones are, and are named. */
export async function openCosts(
  path: string,
  plan: Plan,
  { asOf, prefix }: { readonly asOf: number; readonly prefix: string },
  host: Files,
): Promise<Costs> {
  if (!plan.segments.some(({ name }) => name === CHANNEL)) throw noChannels()
  const { file, rows, diagnostics } = await readCosts(path, plan.locale, prefix, host)
  const { currency, kept, left } = ofOneCurrency(rows)
  const find = channelFinder(plan, asOf)
  const placed = kept.map(row => ({ ...row, written: row.channel, ...find(row.channel) }))
  const unknown = placed.filter(({ isUnknown }) => isUnknown)
  return {
    file,
    rows: placed,
    cuts: cutsOf(placed),
    currency,
    diagnostics: [
      ...diagnostics,
      ...otherCurrencies(file, currency, left),
      ...(unknown.length === 0 ? [] : [unknownChannels(file, unknown)]),
      ...overlaps(file, placed),
      ...endsLater(file, placed, asOf),
    ],
  }
}

/** The currency of most rows counts; rows that name none are in it. */
function ofOneCurrency(rows: readonly CostRow[]) {
  const counts = new Map<string, number>()
  for (const { currency } of rows) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const [currency] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
  const isKept = (row: CostRow) => row.currency === undefined || row.currency === currency
  return { currency, kept: rows.filter(isKept), left: rows.filter(row => !isKept(row)) }
}

function otherCurrencies(file: string, currency: string | undefined, left: readonly CostRow[]): Diagnostic[] {
  const sums = new Map<string, number>()
  for (const { currency: other = '', cost } of left) sums.set(other, (sums.get(other) ?? 0) + cost)
  return [...sums].map(([other, sum]) => {
    const rows = left.filter(row => row.currency === other)
    const count = rows.length === 1 ? '1 row is' : `${rows.length} rows are`
    const message = `${file}: ${count} in ${other}, ${sum.toFixed(2)} in all, and not counted: the others are in ${currency} (first on line ${rows[0]?.line})`
    return diagnose('costs/currency', message, { hint: `convert ${other} to ${currency} in the file` })
  })
}

function unknownChannels(file: string, rows: readonly CostRow[]): Diagnostic {
  const names = [...new Set(rows.map(({ channel }) => channel))]
  const shown = names.slice(0, 5).map(name => `\`${name}\``)
  const message = `${file}: ${shown.join(', ')}${names.length > 5 ? ' ...' : ''} ${names.length === 1 ? 'is not a channel' : 'are not channels'} of the rulebook, so ${names.length === 1 ? 'its cost meets' : 'their costs meet'} no leads (first on line ${rows[0]?.line})`
  return diagnose('costs/channel', message, {
    hint: 'write it as the rulebook does, or add its word to the segment `channel`',
  })
}

/**
 * Two costs under one name whose days overlap: both count, and the leads of these days count once. That is as it should be
 * for two campaigns, and a mistake if it is the same cost twice.
 */
function overlaps(file: string, rows: Costs['rows']): Diagnostic[] {
  const byName = new Map<string, CostRow[]>()
  for (const row of rows) byName.set(fold(row.written), [...(byName.get(fold(row.written)) ?? []), row])
  const found = [...byName.values()].flatMap(pairsIn)
  const isTwice = ([one, other]: Pair) => one.from === other.from && one.to === other.to && one.cost === other.cost
  return [
    ...remarkOn(found.filter(isTwice), pair => {
      const message = `${file}: the same cost appears twice (${linesOf(pair)}), and counts twice`
      return diagnose('costs/twice', message, { hint: 'remove one of them if it is the same cost' })
    }),
    ...remarkOn(
      found.filter(pair => !isTwice(pair)),
      (pair, more) => {
        const others = more > 0 ? `, and ${more} more` : ''
        const message = `${file}: costs under one name overlap (${linesOf(pair)}${others}): both count, the leads of these days once`
        return diagnose('costs/overlap', message)
      },
    ),
  ]
}

type Pair = readonly [CostRow, CostRow]

/** Each row beside the one before it that runs longest, where the two overlap. */
function pairsIn(rows: readonly CostRow[]): Pair[] {
  let last: CostRow | undefined
  return [...rows]
    .sort((a, b) => a.from - b.from)
    .flatMap(row => {
      const pair: Pair[] = last !== undefined && row.from <= last.to ? [[last, row]] : []
      if (last === undefined || row.to > last.to) last = row
      return pair
    })
}

function remarkOn(pairs: readonly Pair[], remark: (first: Pair, more: number) => Diagnostic): Diagnostic[] {
  const [first] = pairs
  return first === undefined ? [] : [remark(first, pairs.length - 1)]
}

function linesOf(pair: Pair): string {
  return `lines ${pair
    .map(({ line }) => line)
    .sort((a, b) => a - b)
    .join(' and ')}`
}

function endsLater(file: string, rows: Costs['rows'], asOf: number): Diagnostic[] {
  const later = rows.filter(({ to }) => to > asOf)
  const [first] = later
  if (first === undefined) return []
  const count = later.length === 1 ? '1 cost runs' : `${later.length} costs run`
  const message = `${file}: ${count} beyond ${printDay(asOf)}, and ${later.length === 1 ? 'counts' : 'count'} in full beside the leads so far (first on line ${first.line})`
  return [diagnose('costs/later', message, { hint: 'the costs per lead fall as leads come in' })]
}

function noChannels(): Refusal {
  const hint = 'the built-in rulebooks have one to copy: `leadq rules show b2b`'
  return new Refusal(diagnose('costs/no-channel', '--costs: the rulebook has no segment `channel`', { hint }), 'usage')
}
