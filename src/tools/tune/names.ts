import { fold } from '../../ir/values/fold.ts'
import type { Bins } from '../../learn/bins/bins.ts'
import { type ColumnTest, columnName, testText } from '../../learn/bins/column.ts'
import type { Gate } from '../../learn/card/fit.ts'
import { labelText } from '../../learn/writing/label.ts'
import type { SettledTable } from '../../learn/writing/settled-card.ts'
import { gateConditions } from '../../learn/writing/write-rule.ts'

/** The ids and labels of rules: the field and its heading, with the gate behind it where there is one. */
export function writtenNames(
  tables: readonly SettledTable[],
  all: readonly Bins[],
  used: ReadonlySet<string>,
): readonly { readonly id: string; readonly label: string }[] {
  const taken = new Set(used)
  return tables.map(({ bins: { column }, gate }) => {
    const test = column.kind === 'levels' && column.test !== undefined ? `-${testSlug(column.test)}` : ''
    const [condition] = gate === undefined ? [] : gateConditions(gate, all)
    const gated = condition === undefined ? '' : `-if-${condition[0]}`
    const id = unique(slugOf(`${column.field}${test}${gated}`), taken)
    taken.add(id)
    const behind = gate === undefined ? '' : `, if ${gateWords(gate, all)}`
    const word = column.kind === 'levels' && column.test !== undefined ? ` ${testWords(column.test)}` : ''
    return { id, label: labelText(`${column.heading}${word}${behind}`, MAX_LABEL) }
  })
}

function testSlug(test: ColumnTest): string {
  if (test.operator === 'event') return `${test.value}-${test.count}`
  return test.operator === 'in_last' ? `last-${test.value}` : test.value
}

function testWords(test: ColumnTest): string {
  return test.operator === 'event' || test.operator === 'in_last' ? testText(test) : test.value
}

/** `Lead Origin is API`, `Visits from 3` */
function gateWords({ bins: column, kind, bin }: Gate, all: readonly Bins[]): string {
  const bins = all[column]
  if (bins === undefined) return ''
  const { column: of, lows, levels } = bins
  switch (kind) {
    case 'missing':
      return `${of.heading} is empty`
    case 'known':
      return `${of.heading} is filled`
    case 'at_least':
      return `${of.heading} from ${lows[bin - 1] ?? 0}`
    case 'below':
      return `${of.heading} below ${lows[bin - 1] ?? 0}`
    case 'level':
      return of.kind === 'levels' && of.test !== undefined
        ? columnName(of)
        : `${of.heading} is ${levels[bin - 2]?.text ?? ''}`
  }
}

const MAX_LENGTH = 60
const MAX_LABEL = 90

function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return Array.from(slug).slice(0, MAX_LENGTH).join('') || 'rule'
}

function unique(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let count = 2
  while (taken.has(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}
